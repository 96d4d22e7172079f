package io.quanttradingos.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    private static final int TIMES = 400;
    private static final List<String> COUNTERS = List.of("one", "other");

    @TempDir
    Path folder;

    /**
     * Each of two processes has a thread for each of two locks. None ever holds both; yet each process holds one while it waits
     * for the other, which the system's own waiting takes for a deadlock and ends with an error.
     */
    @Test
    void threads_of_two_processes_that_want_two_locks_all_get_them_and_no_count_is_lost() throws Exception {
        for (String counter : COUNTERS) {
            Files.writeString(folder.resolve(counter), "0");
        }
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Counting.class.getName(),
                            folder.toString())
                    .inheritIO()
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        for (String counter : COUNTERS) {
            assertThat(Files.readString(folder.resolve(counter))).isEqualTo(Integer.toString(2 * TIMES));
        }
    }

    /** What each of the processes does. */
    static final class Counting {
        private Counting() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            ExecutorService threads = Executors.newFixedThreadPool(COUNTERS.size(), task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            });
            List<Future<?>> counts = new ArrayList<>();
            for (String counter : COUNTERS) {
                counts.add(threads.submit(() -> {
                    count(folder, counter);
                    return null;
                }));
            }
            try {
                for (Future<?> count : counts) {
                    count.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }

        private static void count(Path folder, String counter) throws IOException {
            FolderLock lock = new FolderLock(folder.resolve(counter + ".lock"));
            Path file = folder.resolve(counter);
            for (int i = 0; i < TIMES; i++) {
                lock.hold(
                        () -> Files.writeString(file, Integer.toString(Integer.parseInt(Files.readString(file)) + 1)));
            }
        }
    }
}
