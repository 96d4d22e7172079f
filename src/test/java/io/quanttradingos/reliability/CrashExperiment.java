package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final int LONGEST_LIFE_MILLIS = 1_500;

    private CrashExperiment() {}

    /** Arguments: how many kills (200), the seed (1), how many files are dropped in a second (12). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        int perSecond = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 12;
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
        int whileStarting = 0;
        boolean drained;
        HttpRuns http = new HttpRuns();
        try (http) {
            try (Dropping dropping = new Dropping(drops, perSecond)) {
                for (int kill = 0; kill < kills; kill++) {
                    whileStarting += killOnce(folders, state, http, random) ? 1 : 0;
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
        aftermath.figure("  before the service was ready", whileStarting);
        aftermath.figure("seconds", (System.nanoTime() - began) / 1_000_000_000);
        return aftermath;
    }

    /** Every other time while it starts and takes up what was left, else while it works. */
    private static boolean killOnce(Folders folders, Path state, HttpRuns http, Random random)
            throws IOException, InterruptedException {
        try (RunningService service = RunningService.start(folders.data(), state)) {
            http.of(service);
            if (random.nextInt(3) == 0) {
                service.lives(random.nextInt(LONGEST_START_MILLIS));
            } else {
                service.awaitReady();
                service.lives(random.nextInt(LONGEST_LIFE_MILLIS));
            }
            boolean starting = service.address() == null;
            if (!service.isAlive()) {
                throw new IllegalStateException("the service ended by itself");
            }
            service.kill();
            return starting;
        }
    }
}
