package io.quanttradingos.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is recognised as unchanged: identity, time of change and size.
 *
 * <p>Two writes within one tick of the file system's clock can leave equal stamps, so a stamp taken while the file was
 * younger than {@link #TICK} proves nothing.
 */
record FileStamp(@Nullable Object identity, Instant changedAt, long size) {
    /** Coarser than the clock of any file system in use (FAT counts in two seconds). */
    private static final Duration TICK = Duration.ofSeconds(3);

    /** The file's stamp; null where there is no such file. */
    static @Nullable FileStamp of(Path file) throws IOException {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(seen.fileKey(), seen.lastModifiedTime().toInstant(), seen.size());
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Whether the file was already old enough at a moment for a later change to show in the stamp. */
    boolean provesAt(Instant taken) {
        return changedAt.plus(TICK).isBefore(taken);
    }
}
