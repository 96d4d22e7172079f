package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Drops made-up files in an inbox and sees that each one ends in one place. */
final class InboxFuzz {
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final List<String> ENDINGS = List.of(".csv", ".json", ".csv.gz", ".zip", ".txt", "");

    private final Path data;
    private final Path inbox;

    /** @param data the service's data folder */
    InboxFuzz(Path data) {
        this.data = data;
        this.inbox = data.resolve("inbox");
    }

    /** Drops some files and waits for them; what went wrong with them, empty where nothing did. */
    List<String> drop(long seed, int files) throws IOException, InterruptedException {
        FileFuzz fuzz = new FileFuzz();
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String name = "fuzz-" + seed + "-" + i + ENDINGS.get(random.nextInt(ENDINGS.size()));
            Path aside = Files.write(data.resolve("aside"), fuzz.any(random));
            Files.move(aside, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            names.add(name);
        }
        awaitTaken(names);
        return violations(names);
    }

    private void awaitTaken(List<String> names) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline && !allTaken(names)) {
            Thread.sleep(50);
        }
    }

    private boolean allTaken(List<String> names) throws IOException {
        return count(inbox.resolve(".work")) == 0
                && names.stream().noneMatch(name -> Files.exists(inbox.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    private List<String> violations(List<String> names) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String name : names) {
            boolean done = Files.exists(inbox.resolve(".done").resolve(name));
            boolean failed = Files.exists(inbox.resolve(".failed").resolve(name));
            if (done == failed) {
                wrong.add(name + " ended " + (done ? "in two places" : "nowhere"));
            }
            if (failed) {
                Path problem = inbox.resolve(".failed").resolve(name + ".problems.json");
                AnswerRules.violationsOfRejection(Files.readAllBytes(problem)).forEach(w -> wrong.add(name + ": " + w));
            } else if (done && resultsOf(name) != 1) {
                wrong.add(name + " has " + resultsOf(name) + " results");
            }
        }
        return wrong;
    }

    private long resultsOf(String name) throws IOException {
        try (Stream<Path> results = Files.list(data.resolve("outbox"))) {
            return results.filter(result -> result.getFileName()
                            .toString()
                            .matches(java.util.regex.Pattern.quote(name) + "\\.[a-z]+\\.json"))
                    .count();
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
