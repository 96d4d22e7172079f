package io.quanttradingos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts kept in the repository, compared line by line; {@code -Dgolden.update=true} writes them anew. */
public final class GoldenText {
    private GoldenText() {}

    /** Holds a text against the file of that name under {@code src/test/resources}. */
    public static void matches(String name, String text) {
        matches(Path.of("src", "test", "resources").resolve(name), text);
    }

    /** Holds a text against a file. */
    public static void matches(Path file, String text) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Path folder = file.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.writeString(file, text);
            }
            assertThat(file).as("made by -Dgolden.update=true").exists();
            assertThat(text.lines()).as(file.toString()).containsExactlyElementsOf(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
