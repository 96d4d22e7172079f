package io.quanttradingos.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Moves a file that cannot be read out of the way, kept for inspection as {@code <name>.corrupt-20240131T093000Z}. */
final class DamagedFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private DamagedFile() {}

    /**
     * Renames the file, and with it those of the same name plus a suffix.
     *
     * @return the new name, without its folder
     */
    static String setAside(Path file, Instant now, List<String> suffixes) throws IOException {
        String name = freeName(file, file.getFileName() + ".corrupt-" + STAMP.format(now));
        for (String suffix : suffixes) {
            Path companion = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(companion)) {
                Files.move(companion, file.resolveSibling(name + suffix));
            }
        }
        Files.move(file, file.resolveSibling(name));
        AtomicFile.forceFolder(AtomicFile.folderOf(file));
        return name;
    }

    private static String freeName(Path file, String wanted) {
        String name = wanted;
        for (int i = 2; Files.exists(file.resolveSibling(name)); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }
}
