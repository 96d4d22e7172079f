package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds, as Linux tells.
 *
 * @param threads how many run
 * @param files how many file descriptors are open
 */
record ProcessFigures(int threads, int files) {
    static boolean known() {
        return Files.isDirectory(Path.of("/proc/self/fd"));
    }

    static ProcessFigures of(long process) throws IOException {
        Path folder = Path.of("/proc", Long.toString(process));
        return new ProcessFigures(entries(folder.resolve("task")), entries(folder.resolve("fd")));
    }

    private static int entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.count();
        }
    }
}
