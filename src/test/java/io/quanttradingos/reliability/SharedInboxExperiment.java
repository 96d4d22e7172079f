package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Two services, each with a state folder of its own, share one inbox that already holds many files when they start. Every second
 * name is used again as soon as the one before is claimed.
 *
 * <p>{@code java -cp "target/test-classes:target/classes:target/lib/*" io.quanttradingos.reliability.SharedInboxExperiment
 * 5000}
 */
public final class SharedInboxExperiment {
    private SharedInboxExperiment() {}

    /** Arguments: how many files (5000), the seed (1). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path root = Files.createTempDirectory("qtos-shared-");
        System.out.println("in " + root);
        Aftermath aftermath = run(root, files, seed);
        System.out.print(aftermath.report());
        System.exit(aftermath.faults().isEmpty() ? 0 : 1);
    }

    /** Half of the files wait when the two start, the others come while they work; one is killed and started again. */
    static Aftermath run(Path root, int files, long seed) throws IOException, InterruptedException {
        Folders folders = Folders.in(root);
        Drops drops = new Drops(folders.data(), seed);
        drops.upTo(files / 2);
        List<Path> states = List.of(folders.state("one"), folders.state("two"));
        long began = System.nanoTime();
        int inWork;
        boolean drained;
        try (RunningService one = RunningService.start(folders.data(), states.get(0));
                RunningService two = RunningService.start(folders.data(), states.get(1))) {
            one.awaitReady();
            two.awaitReady();
            drops.sameNameEvery(2);
            drops.upTo(files * 3 / 4);
            two.kill();
            inWork = folders.inWork();
            try (RunningService again = RunningService.start(folders.data(), states.get(1))) {
                drops.upTo(files);
                again.awaitReady();
                drained = folders.drained(one, again);
                one.terminate();
                again.terminate();
            }
        }
        Aftermath aftermath = Aftermath.of(folders, states, drops.all(), List.of());
        aftermath.figure("drained", drained ? 1 : 0);
        aftermath.figure("in work when one was killed", inWork);
        aftermath.figure("seconds", (System.nanoTime() - began) / 1_000_000_000);
        return aftermath;
    }
}
