package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Many small files wait when the service starts: how fast they are taken at first and at last, and in how much memory. */
public final class ManyFilesExperiment {
    private static final int PARTS = 5;
    private static final double MOST_SLOWER = 2.5;
    private static final int LOOK_MILLIS = 100;

    private ManyFilesExperiment() {}

    /** Arguments: how many files (100000), the seed (1). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path root = Files.createTempDirectory("qtos-many-");
        System.out.println("in " + root);
        run(root, files, seed).exit();
    }

    static Figures run(Path root, int files, long seed) throws IOException, InterruptedException {
        Folders folders = Folders.in(root);
        Path state = folders.state("one");
        Drops drops = new Drops(folders.data(), seed, DropKind.PRICES, DropKind.HOLDINGS, DropKind.PLAN);
        drops.upTo(3);
        drops.only(DropKind.TRADES, DropKind.JOURNAL, DropKind.DAMAGED, DropKind.DECISION_JOB);
        drops.upTo(files);
        Figures figures = new Figures();
        try (RunningService service =
                RunningService.asLaunched(folders.data(), state, Map.of("QTOS_INBOX_POLL_MILLIS", "500"))) {
            service.awaitReady();
            double slowest = Double.MAX_VALUE;
            double fastest = 0;
            for (int part = 1; part <= PARTS; part++) {
                int before = waiting(folders);
                long began = System.nanoTime();
                int aim = files - (int) ((long) files * part / PARTS);
                while (waiting(folders) > aim) {
                    service.lives(part == PARTS ? LOOK_MILLIS : LOOK_MILLIS * 5);
                }
                double rate = (before - waiting(folders)) * 1e9 / (System.nanoTime() - began);
                figures.put("files a second, part " + part + " of " + PARTS, rate);
                if (part > 1) { // before, much is not compiled
                    slowest = Math.min(slowest, rate);
                    fastest = Math.max(fastest, rate);
                }
            }
            figures.expect(fastest <= MOST_SLOWER * slowest, "the rate depends on how many wait");
            figures.expect(folders.drained(service), "the inbox was not drained");
            figures.put("live heap afterwards, MiB", ProcessMemory.live(service.pid()));
            figures.put("resident, MiB", ProcessMemory.resident(service.pid()));
            service.terminate();
        }
        Aftermath aftermath = Aftermath.of(folders, List.of(state), drops.all(), List.of());
        aftermath.figures().forEach(figures::put);
        return figures.and(aftermath.faults());
    }

    /** Names alone are counted: looking at each of very many files would slow down what is measured. */
    private static int waiting(Folders folders) {
        String[] names = folders.inbox().toFile().list((folder, name) -> !name.startsWith("."));
        return names == null ? 0 : names.length;
    }
}
