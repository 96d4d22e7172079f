package io.quanttradingos.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialLedgerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-01T09:30:00Z"));

    @TempDir
    Path folder;

    private RunStore open() throws IOException {
        return RunStore.open(folder, StateSettings.defaults(), CLOCK);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("runs.db"));
    }

    @Test
    void a_family_never_tried_has_no_trials() throws IOException {
        try (RunStore store = open()) {
            assertThat(store.trials().summary(Trials.FAMILY)).isEqualTo(TrialSummary.NONE);
            assertThat(store.trials().record(Trials.FAMILY, List.of())).isEqualTo(TrialSummary.NONE);
            assertThat(store.trials().newest(Trials.FAMILY, 9)).isEmpty();
        }
    }

    @Test
    void each_new_configuration_counts_and_the_spread_is_of_all() throws IOException {
        try (RunStore store = open()) {
            TrialLedger trials = store.trials();
            TrialSummary first = trials.record(Trials.FAMILY, Trials.trial(1, 0.02));
            assertThat(first.trials()).isEqualTo(1);
            assertThat(first.meanSharpe()).isEqualTo(0.02);
            assertThat(first.varianceOfSharpe()).isNaN();
            trials.record(Trials.FAMILY, Trials.trial(2, 0.04));
            TrialSummary third = trials.record(Trials.FAMILY, Trials.trial(3, 0.09));
            assertThat(third.trials()).isEqualTo(3);
            assertThat(third.measured()).isEqualTo(3);
            assertThat(third.meanSharpe()).isCloseTo(0.05, within(1e-15));
            assertThat(third.varianceOfSharpe()).isCloseTo(0.0013, within(1e-15));
            assertThat(trials.summary(Trials.FAMILY)).isEqualTo(third);
        }
    }

    @Test
    void the_same_settings_again_are_no_further_trial_and_the_last_result_stands() throws IOException {
        try (RunStore store = open()) {
            TrialLedger trials = store.trials();
            trials.record(Trials.FAMILY, List.of(Trials.trial(1, 0.02), Trials.trial(2, 0.04)));
            TrialSummary repeated = trials.record(Trials.FAMILY, Trials.trial(1, 0.08, Drafts.START.plusSeconds(99)));
            assertThat(repeated.trials()).isEqualTo(2);
            assertThat(repeated.meanSharpe()).isCloseTo(0.06, within(1e-15));
            assertThat(repeated.varianceOfSharpe()).isCloseTo(0.0008, within(1e-15));
            assertThat(trials.newest(Trials.FAMILY, 9))
                    .containsExactly(Trials.trial(1, 0.08, Drafts.START.plusSeconds(99)), Trials.trial(2, 0.04));
            assertThat(trials.newest(Trials.FAMILY, 1)).hasSize(1);
        }
    }

    @Test
    void another_caller_instrument_or_strategy_is_another_family() throws IOException {
        List<TrialFamily> families = List.of(
                Trials.FAMILY,
                new TrialFamily("other", "SPY", "sma_cross"),
                new TrialFamily("desk", "QQQ", "sma_cross"),
                new TrialFamily("desk", "SPY", "ema_cross"));
        try (RunStore store = open()) {
            for (int i = 0; i < families.size(); i++) {
                for (int trial = 0; trial <= i; trial++) {
                    store.trials().record(families.get(i), Trials.trial(trial, 0.01));
                }
            }
            assertThat(families)
                    .extracting(family -> store.trials().summary(family).trials())
                    .containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void a_trial_without_a_ratio_counts_and_is_not_measured() throws IOException {
        try (RunStore store = open()) {
            Trial unknown = new Trial(
                    "ab".repeat(32), Double.NaN, 0, Double.NaN, Double.NaN, Drafts.DAY, Drafts.DAY, Drafts.START);
            TrialSummary summary = store.trials().record(Trials.FAMILY, List.of(Trials.trial(1, 0.03), unknown));
            assertThat(summary).isEqualTo(new TrialSummary(2, 1, 0.03, Double.NaN));
            assertThat(store.trials().newest(Trials.FAMILY, 9)).contains(unknown);
            TrialSummary known = store.trials()
                    .record(
                            Trials.FAMILY,
                            new Trial("ab".repeat(32), 0.05, 9, 0, 3, Drafts.DAY, Drafts.DAY, Drafts.START));
            assertThat(known.measured()).isEqualTo(2);
            assertThat(known.trials()).isEqualTo(2);
            assertThat(store.trials().record(Trials.FAMILY, unknown)).isEqualTo(summary);
        }
    }

    @Test
    void a_ratio_of_returns_with_next_to_no_spread_does_not_drown_the_others() throws IOException {
        try (RunStore store = open()) {
            TrialSummary before =
                    store.trials().record(Trials.FAMILY, List.of(Trials.trial(1, 0.03), Trials.trial(2, 0.05)));
            TrialSummary with = store.trials().record(Trials.FAMILY, Trials.trial(3, 1e12));
            assertThat(with.meanSharpe()).isCloseTo(10.08 / 3, within(1e-12));
            TrialSummary without = store.trials().record(Trials.FAMILY, Trials.trial(3, Double.NaN));
            assertThat(without.meanSharpe()).isEqualTo(before.meanSharpe());
            assertThat(without.varianceOfSharpe()).isEqualTo(before.varianceOfSharpe());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_summary_is_that_of_the_last_result_of_each_configuration(long seed) throws IOException {
        Random random = new Random(seed);
        Map<TrialFamily, Map<Integer, Double>> twin = new HashMap<>();
        try (RunStore store = open()) {
            for (int step = 0; step < 60; step++) {
                TrialFamily family = new TrialFamily("c" + random.nextInt(3), "SPY", "s" + random.nextInt(2));
                List<Trial> trials = new ArrayList<>();
                Map<Integer, Double> known = twin.computeIfAbsent(family, key -> new TreeMap<>());
                for (int i = random.nextInt(step % 9 == 0 ? 900 : 4); i >= 0; i--) {
                    int settings = random.nextInt(700);
                    double sharpe = random.nextInt(9) == 0 ? Double.NaN : 0.03 + 0.05 * random.nextGaussian();
                    trials.add(Trials.trial(settings, sharpe));
                    known.put(settings, sharpe);
                }
                assertSummary(store.trials().record(family, trials), known);
            }
        }
        try (RunStore store = open()) {
            twin.forEach((family, known) -> assertSummary(store.trials().summary(family), known));
        }
    }

    private static void assertSummary(TrialSummary summary, Map<Integer, Double> known) {
        double[] ratios = known.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(ratio -> !Double.isNaN(ratio))
                .toArray();
        assertThat(summary.trials()).isEqualTo(known.size());
        assertThat(summary.measured()).isEqualTo(ratios.length);
        double mean = java.util.Arrays.stream(ratios).average().orElse(Double.NaN);
        double squares = java.util.Arrays.stream(ratios)
                .map(r -> (r - mean) * (r - mean))
                .sum();
        // a ratio is counted in millionths
        assertEqualOrBothUnknown(summary.meanSharpe(), mean);
        assertEqualOrBothUnknown(
                summary.varianceOfSharpe(), ratios.length < 2 ? Double.NaN : squares / (ratios.length - 1));
    }

    private static void assertEqualOrBothUnknown(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void the_order_of_the_trials_changes_no_digit() throws IOException {
        Random random = new Random(7);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            trials.add(Trials.trial(i, random.nextGaussian()));
        }
        try (RunStore store = open()) {
            TrialSummary ordered = store.trials().record(Trials.FAMILY, trials);
            Collections.shuffle(trials, random);
            TrialFamily other = new TrialFamily("other", "SPY", "sma_cross");
            store.trials().record(other, Trials.trial(trials.size(), 3)); // and nothing stays of what was replaced
            TrialSummary shuffled = store.trials().record(other, trials);
            store.trials().record(other, Trials.trial(trials.size(), Double.NaN));
            assertThat(shuffled.trials()).isEqualTo(1_201);
            TrialSummary after = store.trials().summary(other);
            assertThat(after.meanSharpe()).isEqualTo(ordered.meanSharpe());
            assertThat(after.varianceOfSharpe()).isEqualTo(ordered.varianceOfSharpe());
        }
    }

    @Test
    void thirty_two_threads_are_told_one_number_each() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try (RunStore store = open()) {
            List<Future<Integer>> told = new ArrayList<>();
            for (int i = 0; i < 1_600; i++) {
                int settings = i;
                told.add(threads.submit(() -> {
                    TrialSummary counted =
                            store.trials().record(Trials.FAMILY, Trials.trial(settings, settings * 1e-4));
                    if (settings % 4 == 0) {
                        store.append(Drafts.decision("r" + settings).build());
                    }
                    return counted.trials();
                }));
            }
            List<Integer> numbers = new ArrayList<>();
            for (Future<Integer> number : told) {
                numbers.add(number.get());
            }
            assertThat(numbers.stream().sorted())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 1_600).boxed().toList());
            assertThat(store.count()).isEqualTo(400);
            assertThat(store.verifyChain().ok()).isTrue();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void two_stores_on_one_folder_count_together() throws IOException {
        try (RunStore service = open();
                RunStore commandLine = open()) {
            for (int i = 0; i < 10; i++) {
                service.trials().record(Trials.FAMILY, Trials.trial(2 * i, 0.01));
                assertThat(commandLine
                                .trials()
                                .record(Trials.FAMILY, Trials.trial(2 * i + 1, 0.01))
                                .trials())
                        .isEqualTo(2 * i + 2);
            }
        }
    }

    @Test
    void a_recorded_run_forces_the_trials_before_it_to_the_disk() throws Exception {
        open().close(); // makes the tables
        try (Connection connection = connect()) {
            RunTransaction transaction = new RunTransaction(connection);
            PendingTrials trials =
                    new PendingTrials(Trials.FAMILY, List.of(Trials.trial(1, 0.1)), new CompletableFuture<>());
            PendingRun run = pending("r1");
            transaction.record(List.of(), List.of(trials));
            assertThat(synchronous(connection)).as("normal").isEqualTo(1);
            transaction.record(List.of(run), List.of(trials));
            assertThat(synchronous(connection)).as("full").isEqualTo(2);
            transaction.record(List.of(), List.of(trials));
            assertThat(synchronous(connection)).as("normal").isEqualTo(1);
            transaction.record(List.of(pending("r2")), List.of());
            assertThat(synchronous(connection)).as("full").isEqualTo(2);
        }
    }

    private static PendingRun pending(String id) {
        RunFacts facts = RunDraft.of(id, "backtest", "rest").build().facts();
        RunRow row = RunRow.of(facts);
        return new PendingRun(facts, row, row.beginDigest(), List.of(), new CompletableFuture<>());
    }

    private static int synchronous(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet level = statement.executeQuery("PRAGMA synchronous")) {
            return level.getInt(1);
        }
    }

    @Test
    void trials_that_cannot_be_written_are_refused_and_not_counted() throws Exception {
        StateSettings impatient = new StateSettings(10, 1_000, 64, 8, 0, 1, 16_384);
        try (RunStore store = RunStore.open(folder, impatient, CLOCK);
                Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> store.trials().record(Trials.FAMILY, Trials.trial(1, 0.1)))
                    .isInstanceOf(java.io.UncheckedIOException.class);
            assertThat(store.trials().summary(Trials.FAMILY)).isEqualTo(TrialSummary.NONE);
            statement.execute("ROLLBACK");
            assertThat(store.trials()
                            .record(Trials.FAMILY, Trials.trial(1, 0.1))
                            .trials())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_closed_store_refuses_trials() throws IOException {
        RunStore store = open();
        store.close();
        assertThatThrownBy(() -> store.trials().record(Trials.FAMILY, Trials.trial(1, 0.1)))
                .hasMessage("the run store is closed");
    }

    @Test
    void a_family_gives_up_its_oldest_rows_and_goes_on_counting() throws Exception {
        open().close();
        try (Connection connection = connect()) {
            TrialTables tables = new TrialTables(connection, 20, 1_000_000);
            List<Trial> trials = new ArrayList<>();
            Map<Integer, Double> known = new TreeMap<>();
            Random random = new Random(3);
            for (int i = 0; i < 110; i++) {
                double sharpe = i % 10 == 0 ? Double.NaN : random.nextGaussian();
                trials.add(Trials.trial(i, sharpe));
                known.put(i, sharpe);
                if (trials.size() == 11) {
                    assertSummary(tables.record(Trials.FAMILY, trials), known);
                    assertThat(number(connection, "SELECT COUNT(*) FROM trials"))
                            .isBetween(11L, 20L);
                    trials.clear();
                }
            }
            assertThat(number(connection, "SELECT MIN(at_micros) FROM trials"))
                    .isGreaterThan(TrialRows.micros(Drafts.START.plusSeconds(88)));
            assertThat(tables.record(Trials.FAMILY, List.of(Trials.trial(109, 0.1)))
                            .trials())
                    .as("its row is known")
                    .isEqualTo(110);
            assertThat(tables.record(Trials.FAMILY, List.of(Trials.trial(0, 0.1)))
                            .trials())
                    .as("its row was given up")
                    .isEqualTo(111);
        }
    }

    @Test
    void all_families_together_give_up_the_rows_of_those_untouched_longest() throws Exception {
        open().close();
        try (Connection connection = connect()) {
            TrialTables tables = new TrialTables(connection, 20, 50);
            for (int family = 0; family < 10; family++) {
                List<Trial> trials = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    trials.add(Trials.trial(i, 0.01 * i, Drafts.START.plusSeconds(family)));
                }
                TrialSummary counted = tables.record(new TrialFamily("c" + family, "SPY", "rsi"), trials);
                assertThat(counted.trials()).isEqualTo(12);
                assertThat(counted.meanSharpe()).isCloseTo(0.055, within(1e-12));
                assertThat(number(connection, "SELECT COUNT(*) FROM trials"))
                        .isEqualTo(number(connection, "SELECT SUM(kept) FROM trial_families"))
                        .isLessThanOrEqualTo(50);
            }
            assertThat(number(connection, "SELECT SUM(kept + folded) FROM trial_families"))
                    .isEqualTo(120);
            assertThat(number(connection, "SELECT kept FROM trial_families WHERE caller = 'c9'"))
                    .isEqualTo(12);
            assertThat(number(connection, "SELECT kept FROM trial_families WHERE caller = 'c0'"))
                    .isZero();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    @Test
    void the_largest_family_of_the_largest_ratios_does_not_overflow() {
        TrialTally tally = new TrialTally();
        for (int i = 0; i < TrialTables.FAMILY_LIMIT + 500; i++) {
            tally.add(i % 2 == 0 ? 99 : -99);
        }
        TrialSummary summary = tally.summary();
        assertThat(summary.meanSharpe()).isZero();
        assertThat(summary.varianceOfSharpe()).isCloseTo(100, within(0.01));
    }

    @Test
    void a_trial_refuses_nonsense() {
        assertThatThrownBy(() -> new Trial("abc", 0, 1, 0, 3, Drafts.DAY, Drafts.DAY, Drafts.START))
                .hasMessage("the digest of a trial's settings must be 64 lower-case hex digits, was 'abc'");
        assertThatThrownBy(() -> new Trial("ab".repeat(32), 0, -1, 0, 3, Drafts.DAY, Drafts.DAY, Drafts.START))
                .hasMessage("a trial's number of bars must not be negative, was -1");
        LocalDate before = Drafts.DAY.minusDays(1);
        assertThatThrownBy(() -> new Trial("ab".repeat(32), 0, 1, 0, 3, Drafts.DAY, before, Drafts.START))
                .hasMessage("a trial cannot end on 2024-04-29 when it began on 2024-04-30");
        assertThatThrownBy(() -> new TrialFamily("", "SPY", "rsi"))
                .hasMessage("the caller of a trial needs 1 to 4000 characters, had 0");
    }

    @Test
    void the_digest_depends_on_every_parameter_and_on_nothing_else() {
        String shared = "ab".repeat(32);
        TreeMap<String, Double> parameters = new TreeMap<>(Map.of("fast", 10.0, "slow", 50.0));
        String digest = TrialDigest.of(shared, parameters);
        assertThat(digest)
                .isEqualTo(TrialDigest.of(shared, new TreeMap<>(parameters)))
                .isEqualTo("9537e88fb30a12cec9c52d01adf5092bd1dc8d034b1b1d22803b2ab109b65cf6");
        assertThat(List.of(
                        TrialDigest.of("cd".repeat(32), parameters),
                        TrialDigest.of(shared, new TreeMap<>(Map.of("fast", 10.0, "slow", 50.5))),
                        TrialDigest.of(shared, new TreeMap<>(Map.of("fast", 50.0, "slow", 10.0))),
                        TrialDigest.of(shared, new TreeMap<>(Map.of("fast", 10.0, "slow", 50.0, "x", 0.0))),
                        TrialDigest.of(shared, new TreeMap<>(Map.of("fast", 10.0)))))
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
        assertThat(TrialDigest.of(shared, Map.of("x", -0.0)))
                .isEqualTo(TrialDigest.of(shared, Map.of("x", 0.0)))
                .isEqualTo(TrialDigest.of(shared, Map.of("x", 0)));
        assertThat(TrialDigest.of(shared, Map.of("weights", Map.of("SPY", 0.6, "TLT", 0.4), "method", "fixed")))
                .isEqualTo(TrialDigest.of(
                        shared, new TreeMap<>(Map.of("method", "fixed", "weights", Map.of("TLT", 0.4, "SPY", 0.6)))))
                .isNotEqualTo(
                        TrialDigest.of(shared, Map.of("weights", Map.of("SPY", 0.4, "TLT", 0.6), "method", "fixed")));
    }
}
