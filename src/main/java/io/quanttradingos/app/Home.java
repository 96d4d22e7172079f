package io.quanttradingos.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * The folder the program was unpacked in, which holds {@code data} and {@code routes}.
 *
 * <p>The launcher says where it is. Without the launcher it is the working directory, or, where that has no {@code data}
 * folder, the folder above the jar's.
 */
final class Home {
    private Home() {}

    static Path find() {
        String said = System.getProperty("qtos.home");
        return find(said, Path.of(""), jar());
    }

    /**
     * Finds it.
     *
     * @param said what the launcher says; null where there was none
     * @param workingDirectory where the program was started
     * @param jar what it runs from; null where that cannot be told
     */
    static Path find(@Nullable String said, Path workingDirectory, @Nullable Path jar) {
        if (said != null) {
            return Path.of(said).toAbsolutePath().normalize();
        }
        Path here = workingDirectory.toAbsolutePath().normalize();
        Path target = jar == null ? null : jar.toAbsolutePath().normalize().getParent();
        Path above = target == null ? null : target.getParent();
        return !Files.isDirectory(here.resolve("data")) && above != null && Files.isDirectory(above.resolve("data"))
                ? above
                : here;
    }

    private static @Nullable Path jar() {
        CodeSource source = Home.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
