package io.quanttradingos.backtest.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.FillModel;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.RandomBars;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.strategy.Parameters;
import io.quanttradingos.backtest.strategy.StrategyCatalogue;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.statistics.SharpeRatio;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkForwardTest {
    private static final long DAY = 86_400_000L;
    private static final Strategy IDLE = (history, desk) -> {};

    private final Workers workers = new Workers(2);

    @AfterEach
    void close() {
        workers.close();
    }

    private WalkForwardResult walk(Market market, EngineSettings settings, Candidates candidates, WalkForwardPlan plan)
            throws InterruptedException {
        return new WalkForward(Conditions.of(market, settings), workers)
                .run(candidates, plan, Objective.SHARPE_RATIO, Progress.untold());
    }

    /** A bar a day; each opens at the close before. */
    private static Market closes(double... closes) {
        int rows = closes.length;
        long[] times = new long[rows];
        double[] open = new double[rows];
        double[] high = new double[rows];
        double[] low = new double[rows];
        double[] volume = new double[rows];
        for (int row = 0; row < rows; row++) {
            times[row] = row * DAY;
            open[row] = closes[Math.max(0, row - 1)];
            high[row] = Math.max(open[row], closes[row]);
            low[row] = Math.min(open[row], closes[row]);
        }
        return Market.of(new Bars(Symbol.of("A"), times, open, high, low, closes, volume, rows));
    }

    /** Candidate 0 holds all of the equity, candidate 1 is short as much. */
    private static Candidates longOrShort() {
        return Candidates.of(2, candidate -> (history, desk) -> {
            if (desk.isTrading() && desk.isFlat(0)) {
                desk.target(0, candidate == 0 ? 1 : -1);
            }
        });
    }

    @Test
    void a_case_worked_by_hand() throws Exception {
        // chosen on 100, 110, 132: long makes 32 %, so long is traded from 132 over 145.2 to 130.68
        // chosen on 132, 145.2, 130.68: short makes 1 %, so short is traded from 130.68 over 117.612 to 94.0896
        // chosen on 130.68, 117.612, 94.0896: short makes 28 %, so short is traded from 94.0896 to 103.49856
        Market market = closes(100, 110, 132, 145.2, 130.68, 117.612, 94.0896, 103.49856);
        EngineSettings settings = EngineSettings.standard(1_000).withFractions().withBarsPerYear(4);
        WalkForwardResult result = walk(market, settings, longOrShort(), new WalkForwardPlan(3, 2, false));

        assertThat(result.windows()).extracting(WalkForwardWindow::chosen).containsExactly(0, 1, 1);
        assertThat(result.windows())
                .extracting(WalkForwardWindow::inSample)
                .containsExactly(new Span(0, 3), new Span(2, 5), new Span(4, 7));
        assertThat(result.windows())
                .extracting(WalkForwardWindow::outOfSample)
                .containsExactly(new Span(3, 5), new Span(5, 7), new Span(7, 8));
        assertFigures(result.windows().get(0), 32, -1);
        assertFigures(result.windows().get(1), 1, 28);
        assertFigures(result.windows().get(2), 28, -10);

        double[] expected = {1_000, 1_100, 990, 1_089, 1_267.2, 1_140.48};
        assertThat(result.equity().bars()).isEqualTo(6);
        for (int bar = 0; bar < 6; bar++) {
            assertThat(result.equity().equity(bar)).isCloseTo(expected[bar], within(1e-9));
            assertThat(result.equity().millis(bar)).isEqualTo((2 + bar) * DAY);
        }
        assertThat(result.traded().totalReturnPct()).isCloseTo(14.048, within(1e-9));
        assertThat(result.traded().maxDrawdownPct()).isCloseTo(10, within(1e-9));
        assertThat(result.traded().finalValue()).isCloseTo(1_140.48, within(1e-9));
        assertThat(result.traded().sample().returns()).isEqualTo(5);

        // six returns in sample, five out of sample, four to a year
        double inSample = Math.pow(1.32 * 1.01 * 1.28, 4 / 6.0) - 1;
        double outOfSample = Math.pow(1.14048, 4 / 5.0) - 1;
        assertThat(result.growthInSample()).isCloseTo(inSample, within(1e-12));
        assertThat(result.growthOutOfSample()).isCloseTo(outOfSample, within(1e-12));
        assertThat(result.efficiency()).isCloseTo(outOfSample / inSample, within(1e-12));
        assertThat(result.windows().get(0).efficiency())
                .isCloseTo((0.99 * 0.99 - 1) / (1.32 * 1.32 - 1), within(1e-12));
        assertThat(result.windows().get(2).efficiency())
                .isCloseTo((Math.pow(0.9, 4) - 1) / (1.28 * 1.28 - 1), within(1e-12));
    }

    private static void assertFigures(WalkForwardWindow window, double chosenOn, double traded) {
        assertThat(Objects.requireNonNull(window.chosenOn()).totalReturnPct()).isCloseTo(chosenOn, within(1e-9));
        assertThat(window.traded().totalReturnPct()).isCloseTo(traded, within(1e-9));
    }

    @Test
    void where_the_best_past_lost_there_is_no_efficiency() throws Exception {
        Market market = closes(100, 90, 95, 85, 90, 80, 85, 75);
        Candidates longOnly = Candidates.of(1, candidate -> longOrShort().strategy(0));
        WalkForwardResult result =
                walk(market, EngineSettings.standard(1_000), longOnly, new WalkForwardPlan(4, 4, false));
        assertThat(result.growthInSample()).isNegative();
        assertThat(result.efficiency()).isNaN();
        assertThat(result.windows().get(0).efficiency()).isNaN();
    }

    @Test
    void an_anchored_choice_sees_all_bars_from_the_first_the_run_trades_on() {
        List<WalkForwardPlan.Step> steps = new WalkForwardPlan(5, 3, true).steps(new Span(2, 14));
        assertThat(steps)
                .containsExactly(
                        new WalkForwardPlan.Step(new Span(2, 7), new Span(7, 10)),
                        new WalkForwardPlan.Step(new Span(2, 10), new Span(10, 13)),
                        new WalkForwardPlan.Step(new Span(2, 13), new Span(13, 14)));
        assertThat(new WalkForwardPlan(3, Integer.MAX_VALUE, false).steps(new Span(0, 4)))
                .containsExactly(new WalkForwardPlan.Step(new Span(0, 3), new Span(3, 4)));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, true", "4, false"})
    void every_step_is_what_plain_runs_give(long seed, boolean anchored) throws Exception {
        Market market = Market.of(RandomBars.daily("A", 400, seed));
        EngineSettings settings = EngineSettings.standard(50_000)
                .with(Costs.ofRate(0.0005))
                .with(seed % 2 == 0 ? FillModel.SAME_CLOSE : FillModel.NEXT_OPEN)
                .from(seed > 2 ? 30 : 0)
                .withBarsPerYear(365);
        Candidates candidates = Averages.pairs(15);
        WalkForwardPlan plan = new WalkForwardPlan(90, 40, anchored);
        WalkForwardResult result = walk(market, settings, candidates, plan);

        double cash = 50_000;
        int trades = 0;
        List<Double> equity = new ArrayList<>(List.of(cash));
        for (WalkForwardWindow window : result.windows()) {
            Market past = market.until(window.inSample().end());
            int best = -1;
            for (int i = 0; i < 15; i++) {
                EngineSettings from = settings.from(window.inSample().first());
                PlainRun plain = PlainRun.of(past, from, candidates.strategy(i));
                double ratio = SharpeRatio.perReturn(plain.returns(), 0);
                if (ratio > (best < 0 ? Double.NEGATIVE_INFINITY : sharpe(past, from, candidates, best))) {
                    best = i;
                }
            }
            assertThat(window.chosen()).isEqualTo(best);
            PlainRun traded = PlainRun.of(
                    market.until(window.outOfSample().end()),
                    settings.from(window.outOfSample().first() - 1).withCash(cash),
                    candidates.strategy(best));
            SweepTest.assertSame(window.traded(), traded);
            Arrays.stream(traded.equity()).skip(1).forEach(equity::add);
            cash = traded.performance().finalValue();
            trades += traded.trades();
        }
        assertThat(result.windows()).hasSize(seed > 2 ? 7 : 8);
        assertThat(result.equity().bars()).isEqualTo(equity.size()).isEqualTo(400 - 89 - (seed > 2 ? 30 : 0));
        for (int bar = 0; bar < equity.size(); bar++) {
            assertThat(result.equity().equity(bar)).isEqualTo(equity.get(bar));
        }
        assertThat(result.traded().trades()).isEqualTo(trades);
        assertThat(result.traded().finalValue()).isEqualTo(cash);
    }

    private static double sharpe(Market market, EngineSettings settings, Candidates candidates, int candidate) {
        PlainRun plain = PlainRun.of(market, settings, candidates.strategy(candidate));
        return SharpeRatio.perReturn(plain.returns(), 0);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, true", "4, false", "5, true", "6, false"})
    void no_choice_and_no_equity_depends_on_what_came_later(long seed, boolean anchored) throws Exception {
        Bars bars = RandomBars.daily("A", 500, seed);
        Market market = Market.of(bars);
        EngineSettings settings = EngineSettings.standard(10_000).with(Costs.ofRate(0.001));
        WalkForwardPlan plan = new WalkForwardPlan(100, 30, anchored);
        WalkForwardResult whole = walk(market, settings, Averages.pairs(20), plan);
        assertThat(whole.windows().stream().map(WalkForwardWindow::chosen).distinct())
                .as("a choice that never changes would prove nothing")
                .hasSizeGreaterThan(1);
        for (int known = 1; known < whole.windows().size(); known++) {
            WalkForwardWindow last = whole.windows().get(known - 1);
            int end = last.outOfSample().end();
            assertSameUpTo(known, end, whole, walk(market.until(end), settings, Averages.pairs(20), plan));
            assertSameUpTo(
                    known, end, whole, walk(Market.of(corrupted(bars, end)), settings, Averages.pairs(20), plan));
            // the choice alone is known as soon as its own bars are
            WalkForwardResult shorter =
                    walk(market.until(last.inSample().end() + 1), settings, Averages.pairs(20), plan);
            assertThat(shorter.windows().get(known - 1).chosen()).isEqualTo(last.chosen());
            assertThat(shorter.windows().get(known - 1).chosenOn()).isEqualTo(last.chosenOn());
        }
    }

    private static void assertSameUpTo(int windows, int end, WalkForwardResult whole, WalkForwardResult other) {
        assertThat(other.windows().subList(0, windows))
                .isEqualTo(whole.windows().subList(0, windows));
        for (int bar = 0; bar <= end - 100; bar++) {
            assertThat(other.equity().equity(bar)).isEqualTo(whole.equity().equity(bar));
        }
    }

    /** The same bars, but another walk from a row on. */
    private static Bars corrupted(Bars bars, int from) {
        Bars other = RandomBars.daily("A", bars.rows(), 999);
        return new Bars(
                bars.symbol(),
                bars.times(),
                spliced(bars.open(), other.open(), from),
                spliced(bars.high(), other.high(), from),
                spliced(bars.low(), other.low(), from),
                spliced(bars.close(), other.close(), from),
                spliced(bars.volume(), other.volume(), from),
                bars.rows());
    }

    private static double[] spliced(double[] before, double[] after, int from) {
        double[] spliced = after.clone();
        System.arraycopy(before, 0, spliced, 0, from);
        return spliced;
    }

    @Test
    void the_number_of_threads_changes_no_digit() throws Exception {
        Market market = Market.of(RandomBars.daily("A", 400, 8));
        WalkForwardPlan plan = new WalkForwardPlan(60, 20, true);
        EngineSettings settings = EngineSettings.standard(10_000);
        WalkForwardResult several = walk(market, settings, Averages.pairs(25), plan);
        try (Workers one = new Workers(1)) {
            WalkForwardResult alone = new WalkForward(Conditions.of(market, settings), one)
                    .run(Averages.pairs(25), plan, Objective.SHARPE_RATIO, Progress.untold());
            assertThat(alone.windows()).isEqualTo(several.windows());
            assertThat(alone.traded()).isEqualTo(several.traded());
            assertThat(alone.efficiency()).isEqualTo(several.efficiency());
        }
    }

    @Test
    void without_anything_to_choose_the_cash_is_kept() throws Exception {
        WalkForwardResult result = walk(
                Market.of(RandomBars.daily("A", 100, 1)),
                EngineSettings.standard(10_000),
                Candidates.of(3, i -> IDLE),
                new WalkForwardPlan(50, 20, false));
        assertThat(result.windows()).hasSize(3).allSatisfy(window -> {
            assertThat(window.chosen()).isEqualTo(-1);
            assertThat(window.chosenOn()).isNull();
            assertThat(window.traded().totalReturnPct()).isZero();
            assertThat(window.efficiency()).isNaN();
        });
        assertThat(result.traded().finalValue()).isEqualTo(10_000);
        assertThat(result.growthInSample()).isNaN();
        assertThat(result.growthOutOfSample()).isZero();
        assertThat(result.efficiency()).isNaN();
    }

    @Test
    void an_account_that_is_gone_trades_no_further_window() throws Exception {
        Market market = closes(100, 110, 121, 130, 50, 60, 70, 80, 90, 100);
        Candidates reckless = Candidates.of(1, i -> (history, desk) -> {
            if (desk.isTrading() && desk.isFlat(0)) {
                desk.target(0, 4);
            }
        });
        EngineSettings settings = EngineSettings.standard(1_000).withFractions().withLeverage(5);
        WalkForwardResult result = walk(market, settings, reckless, new WalkForwardPlan(3, 3, false));
        assertThat(result.windows()).hasSize(1);
        assertThat(result.equity().isRuined()).isTrue();
        assertThat(result.equity().bars()).isEqualTo(3);
        assertThat(result.growthOutOfSample()).isEqualTo(-1);
        assertThat(result.traded().totalReturnPct()).isLessThan(-100);
    }

    @Test
    void what_wandered_is_told_parameter_by_parameter() throws Exception {
        ParameterGrid grid = ParameterGrid.of(
                Parameters.of(StrategyCatalogue.named("momentum")),
                List.of(
                        new Axis("lookback", List.of(10, 20, 40)),
                        new Axis("allow_short", List.of(true, false)),
                        new Axis("skip", List.of(0))));
        // candidates: 10 true, 10 false, 20 true, 20 false, 40 true, 40 false
        WalkForwardResult result = withChoices(5, -1, 0, 1, 5);
        List<ParameterDrift> drifts = ParameterDrift.of(grid, result);
        assertThat(drifts)
                .containsExactly(
                        new ParameterDrift("lookback", List.of(40, 10, 10, 40), 2, 2, 20),
                        new ParameterDrift("allow_short", List.of(false, true, false, false), 2, 2, Double.NaN),
                        new ParameterDrift("skip", List.of(0, 0, 0, 0), 1, 0, 0));
        assertThat(ParameterDrift.of(grid, withChoices(3)).get(0))
                .isEqualTo(new ParameterDrift("lookback", List.of(20), 1, 0, Double.NaN));
    }

    private WalkForwardResult withChoices(int... choices) throws InterruptedException {
        WalkForwardResult some = walk(
                Market.of(RandomBars.daily("A", 100, 1)),
                EngineSettings.standard(10_000),
                Averages.pairs(2),
                new WalkForwardPlan(50, 20, false));
        WalkForwardWindow window = some.windows().get(0);
        List<WalkForwardWindow> windows = Arrays.stream(choices)
                .mapToObj(chosen -> new WalkForwardWindow(
                        window.inSample(),
                        window.outOfSample(),
                        chosen,
                        window.chosenOn(),
                        window.traded(),
                        window.efficiency()))
                .toList();
        return new WalkForwardResult(windows, some.equity(), some.traded(), 0, 0, 0);
    }

    @Test
    void an_interrupt_stops_it() {
        Thread caller = Thread.currentThread();
        Market market = Market.of(RandomBars.daily("A", 2_000, 1));
        WalkForward walk = new WalkForward(Conditions.of(market, EngineSettings.standard(10_000)), workers);
        List<Long> told = new ArrayList<>();
        assertThatThrownBy(() -> walk.run(
                        Averages.pairs(50),
                        new WalkForwardPlan(100, 20, true),
                        Objective.SHARPE_RATIO,
                        (done, total) -> {
                            told.add(done);
                            caller.interrupt();
                        }))
                .isInstanceOf(InterruptedException.class);
        assertThat(told).hasSizeLessThan(50);
        assertThat(caller.isInterrupted()).isFalse();
    }

    @Test
    void what_cannot_be_walked_is_refused() {
        Market market = Market.of(RandomBars.daily("A", 100, 1));
        EngineSettings settings = EngineSettings.standard(10_000);
        assertThatThrownBy(() -> walk(market, settings, Averages.pairs(2), new WalkForwardPlan(100, 20, false)))
                .isInstanceOf(Refusal.class)
                .hasMessage("a walk-forward test with 100 bars in sample needs at least 101 bars, there are 100");
        assertThatThrownBy(() -> new WalkForwardPlan(2, 5, false))
                .hasMessage("a walk-forward test needs at least 3 bars in sample, was 2");
        assertThatThrownBy(() -> new WalkForwardPlan(20, 0, false))
                .hasMessage("a walk-forward test needs at least 1 bar out of sample, was 0");
        assertThatThrownBy(
                        () -> walk(market, settings, Candidates.of(30_000, i -> IDLE), new WalkForwardPlan(3, 1, true)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("the search would take 2910000 runs");
    }
}
