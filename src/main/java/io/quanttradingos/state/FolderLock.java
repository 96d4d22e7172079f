package io.quanttradingos.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock between threads and between processes, held for the length of one action.
 *
 * <p>A file lock belongs to the whole process and is lost when any channel on the file is closed, so threads of one
 * process take turns by an ordinary lock first. The lock file holds a counter that every writer under the lock raises:
 * who remembers the counter of its last look knows whether another process wrote since, without trusting clocks.
 */
public final class FolderLock {
    /** What is done while the lock is held. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException;
    }

    /** What is asked under the lock. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Generation generation) throws IOException;
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work {
        void run(Generation generation) throws IOException;
    }

    /** The counter in the lock file. */
    static final class Generation {
        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);

        private Generation(FileChannel channel) {
            this.channel = channel;
        }

        long current() throws IOException {
            int read = channel.read(buffer.clear(), 0);
            return read == Long.BYTES ? buffer.getLong(0) : 0;
        }

        /** Raised before the write it announces, so that a writer killed in between is noticed as well. */
        long raise() throws IOException {
            long raised = current() + 1;
            channel.write(buffer.clear().putLong(raised).flip(), 0);
            return raised;
        }
    }

    private static final long SHORTEST_PAUSE_NANOS = 100_000;
    private static final long LONGEST_PAUSE_NANOS = 5_000_000;
    private static final ConcurrentMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock inProcess;

    /** @param file the lock file; it is created where it is missing, and never deleted */
    public FolderLock(Path file) {
        this.file = file;
        this.inProcess = IN_PROCESS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
    }

    /** Waits for the lock, then does something under it; not to be called from within itself. */
    public void hold(Action action) throws IOException {
        ask(generation -> {
            action.run();
            return true;
        });
    }

    void run(Work work) throws IOException {
        ask(generation -> {
            work.run(generation);
            return true;
        });
    }

    <T> T ask(Question<T> question) throws IOException {
        inProcess.lock();
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock held = lock(channel)) {
            assert held.isValid();
            return question.ask(new Generation(channel));
        } finally {
            inProcess.unlock();
        }
    }

    /**
     * Asks until it is free. To wait in the system instead would fail where two processes each hold a lock that a thread of the
     * other waits for: the system takes that for a deadlock, since to it a process is one thread.
     */
    private static FileLock lock(FileChannel channel) throws IOException {
        FileLock held = channel.tryLock();
        for (long pause = SHORTEST_PAUSE_NANOS; held == null; pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS)) {
            LockSupport.parkNanos(pause);
            held = channel.tryLock();
        }
        return held;
    }
}
