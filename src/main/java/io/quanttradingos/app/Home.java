package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.workspace.Workspace;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds {@code data}, {@code state} and {@code routes}.
 *
 * <p>What {@code --home} says; else the working directory where it is a workspace, that is, has a {@code qtos.env}; else the
 * folder the program was unpacked in, which the launcher says. Without the launcher it is the working directory, or, where
 * that has no {@code data} folder, the folder above the jar's.
 */
final class Home {
    private Home() {}

    /**
     * Finds it.
     *
     * @param option what {@code --home} says; null where it is not given
     * @throws Refusal where that is no folder
     */
    static Path find(@Nullable Path option) {
        if (option != null) {
            if (!Files.isDirectory(option)) {
                throw Refusal.invalid("--home must be a folder that exists, was '" + option + "'; qtos init makes one");
            }
            return option.toAbsolutePath().normalize();
        }
        return find(System.getProperty("qtos.home"), Path.of(""), jar());
    }

    /**
     * Finds it.
     *
     * @param said what the launcher says; null where there was none
     * @param workingDirectory where the program was started
     * @param jar what it runs from; null where that cannot be told
     */
    static Path find(@Nullable String said, Path workingDirectory, @Nullable Path jar) {
        Path here = workingDirectory.toAbsolutePath().normalize();
        if (Files.isRegularFile(here.resolve(Workspace.SETTINGS))) {
            return here;
        }
        if (said != null) {
            return Path.of(said).toAbsolutePath().normalize();
        }
        Path target = jar == null ? null : jar.toAbsolutePath().normalize().getParent();
        Path above = target == null ? null : target.getParent();
        return !Files.isDirectory(here.resolve("data")) && above != null && Files.isDirectory(above.resolve("data"))
                ? above
                : here;
    }

    /** How a user calls the program: by its launcher, or by Java and its jar. */
    static String command() {
        String said = System.getProperty("qtos.home");
        return said == null
                ? "java -jar " + jar()
                : Path.of(said).resolve("qtos").toString();
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
