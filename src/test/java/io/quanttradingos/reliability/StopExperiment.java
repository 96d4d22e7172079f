package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Tells the service to stop (SIGTERM) again and again while files are dropped and decisions asked for.
 *
 * <p>{@code java -cp "target/test-classes:target/classes:target/lib/*" io.quanttradingos.reliability.StopExperiment 50}
 */
public final class StopExperiment {
    private static final int LONGEST_LIFE_MILLIS = 2_000;
    /** What a process ended by SIGTERM gives: 128 + 15. */
    private static final int ENDED_BY_SIGTERM = 143;

    private StopExperiment() {}

    /** Arguments: how many stops (50), the seed (1), how many files are dropped in a second (12). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int stops = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        int perSecond = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 12;
        Path root = Files.createTempDirectory("qtos-stop-");
        System.out.println("in " + root);
        Aftermath aftermath = run(root, stops, seed, perSecond);
        System.out.print(aftermath.report());
        System.exit(aftermath.faults().isEmpty() ? 0 : 1);
    }

    static Aftermath run(Path root, int stops, long seed, int perSecond) throws IOException, InterruptedException {
        Folders folders = Folders.in(root);
        Path state = folders.state("one");
        Drops drops = new Drops(folders.data(), seed);
        Random random = new Random(seed);
        long began = System.nanoTime();
        Stops seen = new Stops();
        boolean drained;
        HttpRuns http = new HttpRuns();
        try (http) {
            try (Dropping dropping = new Dropping(drops, perSecond)) {
                for (int stop = 0; stop < stops; stop++) {
                    stopOnce(folders, state, http, random, seen);
                    dropping.check();
                }
            }
            try (RunningService last = RunningService.start(folders.data(), state)) {
                last.awaitReady();
                drained = folders.drained(last);
                last.terminate();
            }
        }
        Aftermath aftermath = Aftermath.of(folders, List.of(state), drops.all(), http.answered());
        aftermath.figure("drained", drained ? 1 : 0);
        aftermath.figure("stops", stops);
        aftermath.figure("stops in order", seen.inOrder);
        aftermath.figure("files left claimed by a stop", seen.leftClaimed);
        aftermath.figure("longest stop, ms", seen.longestMillis);
        aftermath.figure("seconds", (System.nanoTime() - began) / 1_000_000_000);
        return aftermath;
    }

    /** What was seen of the stops. */
    private static final class Stops {
        private int inOrder;
        private int leftClaimed;
        private long longestMillis;
    }

    private static void stopOnce(Folders folders, Path state, HttpRuns http, Random random, Stops seen)
            throws IOException, InterruptedException {
        try (RunningService service = RunningService.start(folders.data(), state)) {
            http.of(service);
            service.awaitReady();
            service.lives(random.nextInt(LONGEST_LIFE_MILLIS));
            long told = System.nanoTime();
            if (service.terminate() == ENDED_BY_SIGTERM) {
                seen.inOrder++;
            }
            seen.longestMillis = Math.max(seen.longestMillis, (System.nanoTime() - told) / 1_000_000);
            seen.leftClaimed += folders.inWork();
        }
    }
}
