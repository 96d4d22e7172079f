package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Kills the service again and again at random instants while files are dropped and decisions asked for, and counts what is
 * lost and what is done twice.
 *
 * <p>{@code java -cp "target/test-classes:target/classes:target/lib/*" io.quanttradingos.reliability.CrashExperiment 200}
 */
public final class CrashExperiment {
    private static final int LONGEST_START_MILLIS = 2_500;
    private static final int LONGEST_LIFE_MILLIS = 800;
    private static final int LONGEST_WORK_MILLIS = 15;
    private static final int PATIENCE_MILLIS = 500;
    private static final int MOMENTS = 5;

    private CrashExperiment() {}

    /** Arguments: how many kills (200), the seed (1), how many files are dropped in a second (8). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        int perSecond = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
        Path root = Files.createTempDirectory("qtos-crash-");
        System.out.println("in " + root);
        Aftermath aftermath = run(root, kills, seed, perSecond);
        System.out.print(aftermath.report());
        System.exit(aftermath.faults().isEmpty() ? 0 : 1);
    }

    static Aftermath run(Path root, int kills, long seed, int perSecond) throws IOException, InterruptedException {
        Folders folders = Folders.in(root);
        Path state = folders.state("one");
        Drops drops = new Drops(folders.data(), seed);
        Random random = new Random(seed);
        long began = System.nanoTime();
        Kills seen = new Kills();
        boolean drained;
        HttpRuns http = new HttpRuns();
        try (http) {
            try (Dropping dropping = new Dropping(drops, perSecond)) {
                for (int kill = 0; kill < kills; kill++) {
                    killOnce(folders, state, http, random, seen);
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
        aftermath.figure("kills", kills);
        aftermath.figure("  before the service was ready", seen.whileStarting);
        aftermath.interrupted(seen.inWork);
        aftermath.figure("seconds", (System.nanoTime() - began) / 1_000_000_000);
        return aftermath;
    }

    /** What the kills hit. */
    private static final class Kills {
        private final List<Aftermath.Interrupted> inWork = new ArrayList<>();
        private int whileStarting;

        void killed(Folders folders) throws IOException {
            Instant now = Instant.now();
            folders.claims().forEach(claim -> inWork.add(new Aftermath.Interrupted(claim, now)));
        }
    }

    /** While it starts and takes up what was left, at any moment of its life, or just when it has claimed a file. */
    private static void killOnce(Folders folders, Path state, HttpRuns http, Random random, Kills seen)
            throws IOException, InterruptedException {
        try (RunningService service = RunningService.start(folders.data(), state)) {
            http.of(service);
            int moment = random.nextInt(MOMENTS);
            if (moment == 0) {
                service.lives(random.nextInt(LONGEST_START_MILLIS));
            } else {
                service.awaitReady();
                service.lives(random.nextInt(LONGEST_LIFE_MILLIS));
            }
            if (moment > 1) {
                folders.awaitClaim(PATIENCE_MILLIS);
                service.lives(random.nextInt(LONGEST_WORK_MILLIS));
            }
            if (!service.isAlive()) {
                throw new IllegalStateException("the service ended by itself");
            }
            seen.whileStarting += service.address() == null ? 1 : 0;
            service.kill();
            seen.killed(folders);
        }
    }
}
