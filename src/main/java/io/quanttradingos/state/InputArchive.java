package io.quanttradingos.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Large inputs as files named by their digest: {@code inputs/ab/ab12….gz}.
 *
 * <p>Files rather than rows, because one 32 MiB price file in the database would pass through its write-ahead log and
 * hold up every run behind it. A file is durable before {@link #keep} returns. The same content is kept once, also when
 * two processes keep it at the same time: both write the same bytes under the same name.
 */
final class InputArchive {
    private static final int STRIPES = 64;

    private final Path folder;
    private final KnownDigests known = new KnownDigests(1 << 16);
    private final Object[] stripes = new Object[STRIPES];

    InputArchive(Path folder) {
        this.folder = folder;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
    }

    void keep(String sha256, byte[] content) throws IOException {
        synchronized (stripes[Math.floorMod(sha256.hashCode(), STRIPES)]) {
            if (!holds(sha256)) {
                Path file = file(sha256);
                AtomicFile.createFolder(folder.resolve(sha256.substring(0, 2)));
                AtomicFile.write(file, out -> Gzip.compress(content, out));
                known.add(sha256);
            }
        }
    }

    boolean holds(String sha256) {
        if (known.contains(sha256)) {
            return true;
        }
        boolean there = Files.isRegularFile(file(sha256));
        if (there) {
            known.add(sha256);
        }
        return there;
    }

    /** The bytes, or empty where they are not kept here. A damaged file is an error. */
    Optional<byte[]> find(String sha256) throws IOException {
        try {
            return Optional.of(Gzip.expand(Files.readAllBytes(file(sha256))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + ".gz");
    }
}
