package io.quanttradingos.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets one service at a time own a state folder. The operating system frees it when the process ends, however it ends.
 *
 * <p>The lock covers a byte far behind the end of {@code service.lock}, so that the process number in it stays readable
 * on platforms where a lock forbids reading.
 */
public final class ServiceLock implements AutoCloseable {
    private static final String FILE = "service.lock";
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    /** A second channel on the file would drop this process's lock when closed, so none is opened while one is held. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ServiceLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the folder over, creating it where it is missing.
     *
     * @throws IllegalStateException where another service holds it, with a sentence that names its process
     * @throws IOException where the folder cannot be written
     */
    public static ServiceLock acquire(Path folder) throws IOException {
        AtomicFile.createFolder(folder);
        Path file = folder.toRealPath().resolve(FILE);
        if (!HELD.add(file)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        ServiceLock lock = null;
        try {
            lock = lock(file);
        } finally {
            if (lock == null) {
                HELD.remove(file);
            }
        }
        if (lock == null) {
            throw inUse(folder, Files.readString(file, StandardCharsets.UTF_8).strip());
        }
        return lock;
    }

    private static @Nullable ServiceLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                return null;
            }
            String pid = ProcessHandle.current().pid() + "\n";
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
            return new ServiceLock(file, channel);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static IllegalStateException inUse(Path folder, String process) {
        return new IllegalStateException("the state folder " + folder + " is in use by another service"
                + (process.isEmpty() ? "" : " (process " + process + ")")
                + ": stop that one first, or give this one a state folder of its own");
    }

    /** Frees the folder; the file stays, because deleting it could free a lock another process has just taken. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(file);
        }
    }
}
