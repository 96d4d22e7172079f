package io.quanttradingos.app;

import io.quanttradingos.imports.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the user's own declarations of exports, {@code config/imports/<name>.yaml}, beside those of the product. */
final class FormatFolder {
    private static final String ENDING = ".yaml";

    private FormatFolder() {}

    /**
     * All formats: one of the folder takes the place of the product's of the same name.
     *
     * @param folder need not be there
     * @throws io.quanttradingos.failure.Refusal where a file is no declaration, with file, line and key
     */
    static Formats read(Path folder) throws IOException {
        Formats formats = Formats.builtIn();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            formats = formats.with(name.substring(0, name.length() - ENDING.length()), Files.readAllBytes(file));
        }
        return formats;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }
}
