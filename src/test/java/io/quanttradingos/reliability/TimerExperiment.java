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
import java.util.stream.Stream;

/**
 * Kills the service again and again within a tick of its timer. The timer ticks at every start and then every minute, so that
 * each start gives a real tick to be killed in; the prices are many, so that a tick takes long enough to be hit. It begins and
 * ends with a line in the log; a kill counts that fell between the two.
 */
public final class TimerExperiment {
    private static final Pattern TOLD = Pattern.compile("the scheduled run made its decision: ([0-9A-Z]{26}) as of");
    private static final String BEGUN = " begins";
    private static final int DAYS = 2_000;
    private static final int SYMBOLS = 500;
    private static final int MOST_STARTS = 4;
    /** A record is forced to the disk meanwhile. */
    private static final int RECORD_MILLIS = 8;

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
        Files.write(folders.data().resolve("current/prices.csv"), LargeFiles.widePrices(DAYS, SYMBOLS, seed));
        Files.writeString(folders.data().resolve("current/holdings.csv"), "symbol,shares\nSPY,100\nX7,50\n");
        Path state = folders.state("one");
        Figures figures = new Figures();
        int longest = longestTick(folders, state);
        Kills seen = new Kills();
        Random random = new Random(seed);
        while (seen.within() < kills && seen.starts < MOST_STARTS * kills) {
            boolean atRecord = random.nextBoolean();
            killOnce(folders, state, atRecord, random.nextInt(atRecord ? RECORD_MILLIS : longest), seen);
        }
        seen.put(figures.put("a tick takes, ms", longest))
                .expect(seen.within() >= kills, "too few kills fell into a tick");
        int before = told(root).size();
        if (pauseSeconds > 0) {
            Thread.sleep(pauseSeconds * 1_000L);
        }
        try (RunningService last = RunningService.start(folders.data(), state)) {
            awaitLine(last, root, () -> told(root).size() > before);
            figures.expect(told(root).size() > before, "the schedule did not go on after the kills");
            last.terminate();
        }
        check(root, state, seen.starts + 2, pauseSeconds, figures);
        return figures;
    }

    /** Between its two lines, when nobody kills it. */
    private static int longestTick(Folders folders, Path state) throws IOException, InterruptedException {
        try (RunningService service = RunningService.start(folders.data(), state)) {
            awaitLine(service, folders.root(), () -> begun(folders.root()) == 1);
            long began = System.nanoTime();
            awaitLine(service, folders.root(), () -> told(folders.root()).size() == 1);
            int longest = (int) ((System.nanoTime() - began) / 1_000_000);
            service.terminate();
            return longest;
        }
    }

    /** So many milliseconds after the tick began, or after the store's log has begun to grow for its record. */
    private static void killOnce(Folders folders, Path state, boolean atRecord, int millis, Kills seen)
            throws IOException, InterruptedException {
        Path root = folders.root();
        int toldBefore = told(root).size();
        int recordedBefore = recorded(state).size();
        int begunBefore = begun(root);
        try (RunningService service = RunningService.start(folders.data(), state)) {
            awaitLine(service, root, () -> begun(root) > begunBefore);
            if (atRecord) {
                awaitGrowth(service, state.resolve("runs.db-wal"));
            }
            service.lives(millis);
            service.kill();
        }
        boolean recorded = recorded(state).size() > recordedBefore;
        boolean told = told(root).size() > toldBefore;
        seen.starts++;
        seen.before += recorded || told ? 0 : 1;
        seen.between += recorded && !told ? 1 : 0;
    }

    private static void awaitGrowth(RunningService service, Path log) {
        long before = log.toFile().length();
        long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (log.toFile().length() == before && service.isAlive() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /** Where the kills fell. */
    private static final class Kills {
        private int starts;
        private int before;
        private int between;

        int within() {
            return before + between;
        }

        Figures put(Figures figures) {
            return figures.put("kills", starts)
                    .put("  within a tick, before its record", before)
                    .put("  within a tick, after its record", between);
        }
    }

    @FunctionalInterface
    private interface Look {
        boolean isSo() throws IOException;
    }

    private static void awaitLine(RunningService service, Path root, Look look)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!look.isSo()) {
            if (System.nanoTime() > until || !service.lives(1)) {
                throw new IllegalStateException("the service wrote no word of its tick; its log is in " + root);
            }
        }
    }

    private static int begun(Path root) throws IOException {
        return (int) lines(root).filter(line -> line.endsWith(BEGUN)).count();
    }

    private static Stream<String> lines(Path root) throws IOException {
        Path log = root.resolve("state-one.log");
        return Files.exists(log) ? Files.readString(log).lines() : Stream.of();
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

    private static void check(Path root, Path state, int ticks, int pauseSeconds, Figures figures) throws IOException {
        List<String> recorded = recorded(state);
        try (RunStore store = RunStore.open(state, StateSettings.defaults(), InstantSource.system())) {
            figures.expect(store.verifyChain().ok(), "the chain is broken: " + store.verifyChain());
        }
        List<String> told = told(root);
        List<String> missing =
                told.stream().filter(run -> !recorded.contains(run)).toList();
        long missed =
                lines(root).filter(line -> line.contains(" missed between ")).count();
        figures.put("ticks recorded", recorded.size())
                .put("  of them told in the log", told.size())
                .put("sentences about missed ticks", missed)
                .expect(recorded.size() <= ticks, recorded.size() + " runs of " + ticks + " ticks")
                .expect(new HashSet<>(told).size() == told.size(), "a tick was told twice")
                .expect(missing.isEmpty(), "told but not recorded: " + missing)
                .expect(pauseSeconds < 120 || missed > 0, "missed ticks were not reported");
    }

    private static List<String> told(Path root) throws IOException {
        return lines(root)
                .map(TOLD::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1))
                .toList();
    }
}
