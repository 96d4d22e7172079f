package io.quanttradingos.backtest.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.RandomBars;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.failure.Abandonment;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.statistics.BacktestOverfitting;
import io.quanttradingos.statistics.DeflatedSharpeRatio;
import io.quanttradingos.statistics.PopulationSkewness;
import io.quanttradingos.statistics.RawKurtosis;
import io.quanttradingos.statistics.SampleDeviation;
import io.quanttradingos.statistics.SharpeRatio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static final EngineSettings SETTINGS =
            EngineSettings.standard(100_000).with(Costs.ofRate(0.001)).withBarsPerYear(365);
    private static final Strategy IDLE = (history, desk) -> {};

    private final Workers workers = new Workers(3);

    @AfterEach
    void close() {
        workers.close();
    }

    private static Market market(int rows, long seed) {
        return Market.of(RandomBars.daily("A", rows, seed));
    }

    private SweepResult sweep(Market market, EngineSettings settings, Candidates candidates)
            throws InterruptedException {
        return new Sweep(Conditions.of(market, settings), workers)
                .run(candidates, Objective.SHARPE_RATIO, Progress.untold());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_sweep_gives_what_one_plain_run_after_the_other_gives(long seed) throws Exception {
        Market market = market(400, seed);
        EngineSettings settings = seed % 2 == 0 ? SETTINGS : SETTINGS.from(100);
        Candidates candidates = Averages.pairs(60);
        SweepResult result = sweep(market, settings, candidates);

        double[][] returns = new double[60][];
        double[] sharpes = new double[60];
        int best = 0;
        for (int i = 0; i < 60; i++) {
            PlainRun plain = PlainRun.of(market, settings, candidates.strategy(i));
            assertSame(result.figures().get(i), plain);
            returns[i] = plain.returns();
            sharpes[i] = SharpeRatio.perReturn(returns[i], 0);
            best = sharpes[i] > sharpes[best] ? i : best;
        }
        double deviation = SampleDeviation.of(sharpes);
        BacktestOverfitting overfitting = BacktestOverfitting.of(returns);
        assertThat(result.best()).isEqualTo(best);
        assertThat(result.trials().count()).isEqualTo(60);
        assertThat(result.trials().variance()).isCloseTo(deviation * deviation, within(1e-12));
        assertThat(result.deflatedSharpeRatio())
                .isCloseTo(
                        DeflatedSharpeRatio.of(
                                sharpes[best],
                                returns[best].length,
                                PopulationSkewness.of(returns[best]),
                                RawKurtosis.of(returns[best]),
                                60,
                                deviation * deviation),
                        within(1e-9));
        assertThat(result.overfitting())
                .isEqualTo(new Overfitting(
                        overfitting.probability(),
                        overfitting.probabilityOfLoss(),
                        overfitting.degradationSlope(),
                        16));
    }

    static void assertSame(RunFigures figures, PlainRun plain) {
        assertThat(figures.totalReturnPct()).isCloseTo(plain.performance().totalReturnPct(), within(1e-9));
        double perBar = SharpeRatio.perReturn(plain.returns(), 0);
        assertThat(figures.sample().sharpePerBar()).isCloseTo(perBar, within(1e-9));
        assertThat(figures.sharpeRatio()).isCloseTo(perBar * Math.sqrt(365), within(1e-9));
        assertThat(figures.maxDrawdownPct()).isCloseTo(plain.performance().maxDrawdownPct(), within(1e-9));
        assertThat(figures.volatility()).isCloseTo(SampleDeviation.of(plain.returns()) * Math.sqrt(365), within(1e-9));
        assertThat(figures.finalValue()).isEqualTo(plain.performance().finalValue());
        assertThat(figures.trades()).isEqualTo(plain.trades());
        assertThat(figures.sample().returns()).isEqualTo(plain.returns().length);
    }

    @Test
    void the_number_of_threads_changes_no_digit() throws Exception {
        Market market = market(300, 9);
        SweepResult alone;
        try (Workers one = new Workers(1)) {
            alone = new Sweep(Conditions.of(market, SETTINGS), one)
                    .run(Averages.pairs(200), Objective.SHARPE_RATIO, Progress.untold());
        }
        assertThat(alone.best()).isNotNegative();
        for (int round = 0; round < 5; round++) {
            assertThat(sweep(market, SETTINGS, Averages.pairs(200))).isEqualTo(alone);
        }
    }

    @Test
    void the_probability_of_overfitting_is_what_writing_out_every_split_gives() throws Exception {
        Market market = market(41, 5);
        Candidates candidates = Averages.pairs(7);
        SweepResult result = sweep(market, SETTINGS, candidates);
        // 40 returns make 16 blocks of 2, the oldest 8 left out
        double[][] returns = new double[7][];
        for (int i = 0; i < 7; i++) {
            double[] all = PlainRun.of(market, SETTINGS, candidates.strategy(i)).returns();
            returns[i] = Arrays.copyOfRange(all, 8, 40);
        }
        int splits = 0;
        int atOrBelowMedian = 0;
        for (int past = 0; past < 1 << 16; past++) {
            if (Integer.bitCount(past) == 8) {
                splits++;
                atOrBelowMedian += isAtOrBelowMedian(returns, past) ? 1 : 0;
            }
        }
        assertThat(splits).isEqualTo(12_870);
        assertThat(result.overfitting().blocks()).isEqualTo(16);
        assertThat(result.overfitting().probability()).isEqualTo(atOrBelowMedian / 12_870.0);
        assertThat(result.overfitting().probability()).isStrictlyBetween(0.0, 1.0);
    }

    private static boolean isAtOrBelowMedian(double[][] returns, int past) {
        int best = 0;
        for (int i = 1; i < returns.length; i++) {
            best = ratio(returns[i], past) > ratio(returns[best], past) ? i : best;
        }
        double chosen = ratio(returns[best], ~past);
        double rank = 0.5;
        for (double[] other : returns) {
            double ratio = ratio(other, ~past);
            rank += ratio < chosen - 1e-12 ? 1 : Math.abs(ratio - chosen) <= 1e-12 ? 0.5 : 0;
        }
        return rank <= (returns.length + 1) / 2.0;
    }

    private static double ratio(double[] returns, int blocks) {
        double[] chosen = new double[16];
        int count = 0;
        for (int block = 0; block < 16; block++) {
            if ((blocks >> block & 1) != 0) {
                chosen[count++] = returns[2 * block];
                chosen[count++] = returns[2 * block + 1];
            }
        }
        double ratio = SharpeRatio.perReturn(chosen, 0);
        return Double.isNaN(ratio) ? 0 : ratio;
    }

    @Test
    void a_run_in_which_nothing_happened_is_never_the_best() throws Exception {
        Candidates candidates = Candidates.of(3, i -> i == 1 ? new Averages(2, 5) : IDLE);
        for (Objective objective : Objective.values()) {
            SweepResult result = new Sweep(Conditions.of(market(200, 1), SETTINGS), workers)
                    .run(candidates, objective, Progress.untold());
            assertThat(result.best()).as(objective.text()).isEqualTo(1);
            assertThat(result.figures().get(0).sharpeRatio()).isNaN();
            assertThat(result.figures().get(0).maxDrawdownPct()).isZero();
        }
        SweepResult none = sweep(market(200, 1), SETTINGS, Candidates.of(2, i -> IDLE));
        assertThat(none.best()).isEqualTo(-1);
        assertThat(none.deflatedSharpeRatio()).isNaN();
        assertThat(none.trials().count()).isEqualTo(2);
    }

    @Test
    void the_best_is_the_one_the_objective_asks_for_and_of_equals_the_first() throws Exception {
        Candidates pairs = Averages.pairs(40);
        Candidates twice = Candidates.of(80, i -> pairs.strategy(i % 40));
        for (Objective objective : Objective.values()) {
            SweepResult result = new Sweep(Conditions.of(market(300, 4), SETTINGS), workers)
                    .run(twice, objective, Progress.untold());
            double best = objective.of(result.figures().get(result.best()));
            boolean least = objective == Objective.MAX_DRAWDOWN || objective == Objective.VOLATILITY;
            assertThat(result.figures()).allSatisfy(figures -> {
                double value = objective.of(figures);
                assertThat(least ? value >= best : value <= best).isTrue();
            });
            assertThat(result.best()).isLessThan(40);
        }
        assertThat(Objective.named("Max-Drawdown")).isEqualTo(Objective.MAX_DRAWDOWN);
        assertThatThrownBy(() -> Objective.named("sharp_ratio"))
                .hasMessage("there is no objective 'sharp_ratio'; did you mean sharpe_ratio?");
    }

    @Test
    void a_candidate_that_loses_everything_is_a_result_like_any_other() throws Exception {
        EngineSettings reckless = SETTINGS.withLeverage(50);
        Candidates candidates = Candidates.of(
                4,
                i -> i == 2
                        ? (history, desk) -> desk.target(0, 40)
                        : Averages.pairs(4).strategy(i));
        SweepResult result = sweep(market(200, 2), reckless, candidates);
        assertThat(result.figures().get(2).totalReturnPct()).isLessThanOrEqualTo(-100);
        assertThat(result.figures().get(2).sample().returns()).isLessThan(199);
        assertThat(result.best()).isNotEqualTo(2);
        assertThat(result.overfitting().probability()).isBetween(0.0, 1.0);
    }

    @Test
    void one_candidate_was_no_choice() throws Exception {
        SweepResult result = sweep(market(200, 3), SETTINGS, Averages.pairs(1));
        assertThat(result.best()).isZero();
        assertThat(result.overfitting()).isEqualTo(Overfitting.unknown());
        assertThat(result.trials().variance()).isNaN();
        assertThat(result.deflatedSharpeRatio()).isBetween(0.0, 1.0);
    }

    @Test
    void progress_rises_to_the_end_and_is_told_by_one_thread_at_a_time() throws Exception {
        List<Long> told = new ArrayList<>();
        new Sweep(Conditions.of(market(60, 1), SETTINGS), workers)
                .run(Averages.pairs(1_000), Objective.SHARPE_RATIO, (done, total) -> {
                    assertThat(total).isEqualTo(1_000);
                    told.add(done);
                });
        assertThat(told).isSorted().doesNotHaveDuplicates().hasSize(100).endsWith(1_000L);
    }

    @Test
    void an_interrupt_stops_the_search_between_two_runs() throws Exception {
        Thread caller = Thread.currentThread();
        AtomicInteger made = new AtomicInteger();
        Candidates counted = Candidates.of(10_000, i -> {
            made.incrementAndGet();
            return Averages.pairs(5).strategy(i % 5);
        });
        Sweep sweep = new Sweep(Conditions.of(market(100, 1), SETTINGS), workers);
        assertThatThrownBy(() -> sweep.run(counted, Objective.SHARPE_RATIO, (done, total) -> caller.interrupt()))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("the search was interrupted");
        assertThat(caller.isInterrupted()).isFalse();
        // told after the first hundred; three threads may each have been about to begin a few more
        assertThat(made.get()).isBetween(100, 9_000);
        int after = made.get();
        assertThat(sweep.run(Averages.pairs(3), Objective.SHARPE_RATIO, Progress.untold())
                        .best())
                .isNotNegative();
        assertThat(made.get()).isEqualTo(after);
    }

    @Test
    void an_interrupt_stops_a_long_run_within_a_few_thousand_bars() {
        Thread caller = Thread.currentThread();
        AtomicInteger bars = new AtomicInteger();
        Candidates slow = Candidates.of(2, i -> (history, desk) -> {
            if (bars.incrementAndGet() == 10_000) {
                caller.interrupt();
            }
        });
        assertThatThrownBy(() -> sweep(market(150_000, 1), SETTINGS, slow)).isInstanceOf(InterruptedException.class);
        assertThat(bars.get()).isLessThan(200_000);
    }

    @Test
    void a_search_whose_asker_has_left_stops_and_leaves_the_threads_to_others() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Candidates counted = Candidates.of(10_000, i -> {
            made.incrementAndGet();
            return Averages.pairs(5).strategy(i % 5);
        });
        Sweep sweep = new Sweep(Conditions.of(market(100, 1), SETTINGS), workers);
        assertThatThrownBy(() -> Abandonment.during(
                        () -> made.get() >= 100, () -> sweep.run(counted, Objective.SHARPE_RATIO, Progress.untold())))
                .isInstanceOf(Abandonment.Abandoned.class);
        // the threads may each have been about to begin one more
        assertThat(made.get()).isBetween(100, 110);
        assertThat(sweep.run(Averages.pairs(3), Objective.SHARPE_RATIO, Progress.untold())
                        .best())
                .isNotNegative();
    }

    @Test
    void what_a_strategy_throws_reaches_the_caller() {
        Candidates faulty = Candidates.of(50, i -> {
            throw Refusal.invalid("candidate " + i);
        });
        try (Workers one = new Workers(1)) {
            assertThatThrownBy(() -> new Sweep(Conditions.of(market(100, 1), SETTINGS), one)
                            .run(faulty, Objective.SHARPE_RATIO, Progress.untold()))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("candidate 0");
        }
        assertThatThrownBy(() -> sweep(market(100, 1), SETTINGS, faulty)).hasMessageStartingWith("candidate ");
    }

    @Test
    void searches_that_share_the_workers_all_end_also_when_they_are_closed_meanwhile() throws Exception {
        Market market = market(200, 6);
        SweepResult expected = sweep(market, SETTINGS, Averages.pairs(100));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<SweepResult>> results = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                results.add(callers.submit(() -> sweep(market, SETTINGS, Averages.pairs(100))));
                if (i == 12) {
                    workers.close();
                }
            }
            for (Future<SweepResult> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void too_little_to_trade_on_and_too_much_to_run_are_refused() {
        assertThatThrownBy(() -> sweep(market(100, 1), SETTINGS.from(98), Averages.pairs(2)))
                .isInstanceOf(Refusal.class)
                .hasMessage("a search needs at least 3 bars to trade on, there are 2 of 100");
        assertThatThrownBy(() -> sweep(market(100, 1), SETTINGS.from(150), Averages.pairs(2)))
                .hasMessage("a search needs at least 3 bars to trade on, there are 0 of 100");
        assertThatThrownBy(() -> sweep(market(20_000, 1), SETTINGS, Candidates.of(600_000, i -> IDLE)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("the search would run over 12000000000 bars in all, at most 10000000000");
        assertThatThrownBy(() -> sweep(market(100, 1), SETTINGS, Candidates.of(2_000_001, i -> IDLE)))
                .hasMessageStartingWith("the search would take 2000001 runs, at most 2000000 are allowed");
    }

    @Test
    void a_large_sweep_is_judged_by_fewer_splits_of_all_candidates() {
        assertThat(Overfitting.blocksFor(1_000, 2_519)).isEqualTo(16);
        assertThat(Overfitting.blocksFor(20_000, 2_519)).isEqualTo(14);
        assertThat(Overfitting.blocksFor(100_000, 2_519)).isEqualTo(12);
        assertThat(Overfitting.blocksFor(2_000_000, 2_519)).isEqualTo(8);
        assertThat(Overfitting.blocksFor(5, 12)).isEqualTo(6);
        assertThat(Overfitting.blocksFor(5, 3)).isZero();
    }
}
