package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The folders of an experiment: a data folder with the repository's samples, and state folders beside it. */
record Folders(Path root) {
    private static final int CLAIM = 26;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    /** Makes a data folder whose own prices and holdings count from the start. */
    static Folders in(Path root) throws IOException {
        Folders folders = new Folders(root.toAbsolutePath());
        for (String part : List.of("sample", "config")) {
            Path to = Files.createDirectories(folders.data().resolve(part));
            for (Path file : list(PROJECT.resolve("data").resolve(part))) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
        Path current = Files.createDirectories(folders.data().resolve("current"));
        for (String own : List.of("prices.csv", "holdings.csv", "plan.json")) {
            Files.copy(folders.data().resolve("sample").resolve(own), current.resolve(own));
        }
        return folders;
    }

    Path data() {
        return root.resolve("data");
    }

    Path state(String name) {
        return root.resolve("state-" + name);
    }

    Path inbox() {
        return data().resolve("inbox");
    }

    /** The regular files of a folder by name; none where it is not there. Such as begin with a dot do not count. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * What a killed writer left behind anywhere below the data folder, but for what is so young that the next start, too,
     * leaves it to who may still write it.
     */
    List<Path> leftovers() throws IOException {
        Instant tidied = RunningService.lastStart().minus(LEFT_ALONE);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName()).matches("\\.qtos-.*\\.tmp|\\.ready-.*\\.tmp"))
                    .filter(file ->
                            Instant.ofEpochMilli(file.toFile().lastModified()).isBefore(tidied))
                    .toList();
        }
    }

    /** How many files wait or are in work. */
    int waiting() throws IOException {
        return list(inbox()).size() + inWork();
    }

    /** Waits until a file is claimed, but not for long. */
    void awaitClaim(long millis) throws IOException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (inWork() == 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /** How many files are claimed. */
    int inWork() throws IOException {
        return claims().size();
    }

    /** The claims of the files in work. */
    List<String> claims() throws IOException {
        return list(inbox().resolve(".work")).stream()
                .map(file -> String.valueOf(file.getFileName()).substring(0, CLAIM))
                .toList();
    }

    /**
     * Waits until nothing waits and nothing is in work.
     *
     * @return whether that came to be: false where nothing moved for too long
     */
    boolean drained(RunningService... services) throws IOException, InterruptedException {
        int before = Integer.MAX_VALUE;
        int unmoved = 0;
        while (waiting() > 0) {
            int now = waiting();
            unmoved = now < before ? 0 : unmoved + 1;
            before = now;
            for (RunningService service : services) {
                if (!service.lives(20)) {
                    throw new IllegalStateException("a service ended by itself");
                }
            }
            if (unmoved > 1_500 / services.length) {
                return false;
            }
        }
        return true;
    }
}
