package io.quanttradingos.reliability;

import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.StateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the service again and again in a tick of its timer, when the store's log begins to grow. The timer ticks at every start
 * and then every minute, so that each start gives a real tick to be killed in. A kill counts that fell between the record and
 * the line in the log.
 */
public final class TimerExperiment {
    private static final Pattern TOLD = Pattern.compile("the scheduled run made its decision: ([0-9A-Z]{26}) as of");
    private static final int LATEST_MILLIS = 20;
    private static final int LONGEST_START_MILLIS = 20_000;
    private static final int MOST_STARTS = 5;
    private static final int PATIENCE_MILLIS = 60_000;

    private TimerExperiment() {}

    /** Arguments: how many kills within a tick (20), how many seconds no service runs afterwards (130), the seed (1). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int pause = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 130;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Path root = Files.createTempDirectory("qtos-timer-");
        System.out.println("in " + root);
        run(root, kills, pause, seed).exit();
    }

    static Figures run(Path root, int kills, int pauseSeconds, long seed) throws IOException, InterruptedException {
        Folders folders = Folders.in(root);
        Path state = folders.state("one");
        Random random = new Random(seed);
        Figures figures = new Figures();
        int starts = 0;
        int within = 0;
        while (within < kills && starts < MOST_STARTS * kills) {
            starts++;
            try (RunningService service = RunningService.start(folders.data(), state)) {
                awaitCommit(service, state.resolve("runs.db-wal"));
                service.lives(random.nextInt(LATEST_MILLIS));
                service.kill();
            }
            within = recorded(state).size() - told(root).size();
        }
        figures.put("starts, each with a kill", starts)
                .put("kills between the record of a tick and the word of it", within)
                .expect(within >= kills, "too few kills fell into a tick");
        int before = told(root).size();
        if (pauseSeconds > 0) {
            Thread.sleep(pauseSeconds * 1_000L);
        }
        try (RunningService last = RunningService.start(folders.data(), state)) {
            last.awaitReady();
            long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
            while (told(root).size() == before && System.nanoTime() < until) {
                last.lives(50);
            }
            figures.expect(told(root).size() > before, "the schedule did not go on after the kills");
            last.terminate();
        }
        check(root, state, starts, pauseSeconds, figures);
        return figures;
    }

    /** Until the tick at the start is being recorded: the store's log is emptied when the store opens, and then grows. */
    private static void awaitCommit(RunningService service, Path log) {
        long until = System.nanoTime() + LONGEST_START_MILLIS * 1_000_000L;
        boolean emptied = false;
        while (System.nanoTime() < until && service.isAlive()) {
            long length = log.toFile().length();
            emptied |= length == 0 && log.toFile().exists();
            if (emptied && length > 0) {
                return;
            }
            Thread.onSpinWait();
        }
    }

    private static List<String> recorded(Path state) throws IOException {
        List<String> recorded = new ArrayList<>();
        try (RunStore store = RunStore.open(state, StateSettings.defaults(), InstantSource.system())) {
            for (RunRecord run : store.page(RunStore.PAGE_LIMIT, Long.MAX_VALUE, null)) {
                recorded.add(run.runId());
            }
        }
        return recorded;
    }

    private static void check(Path root, Path state, int kills, int pauseSeconds, Figures figures) throws IOException {
        List<String> recorded = recorded(state);
        try (RunStore store = RunStore.open(state, StateSettings.defaults(), InstantSource.system())) {
            figures.expect(store.verifyChain().ok(), "the chain is broken: " + store.verifyChain());
        }
        List<String> told = told(root);
        List<String> missing =
                told.stream().filter(run -> !recorded.contains(run)).toList();
        long missed = Files.readAllLines(root.resolve("state-one.log")).stream()
                .filter(line -> line.contains(" missed between "))
                .count();
        figures.put("ticks recorded", recorded.size())
                .put("  of them told in the log", told.size())
                .put("sentences about missed ticks", missed)
                .expect(recorded.size() <= kills + 1, recorded.size() + " runs of " + (kills + 1) + " ticks")
                .expect(new HashSet<>(told).size() == told.size(), "a tick was told twice")
                .expect(missing.isEmpty(), "told but not recorded: " + missing)
                .expect(pauseSeconds < 120 || missed > 0, "missed ticks were not reported");
    }

    private static List<String> told(Path root) throws IOException {
        List<String> runs = new ArrayList<>();
        Matcher line = TOLD.matcher(Files.readString(root.resolve("state-one.log")));
        while (line.find()) {
            runs.add(line.group(1));
        }
        return runs;
    }
}
