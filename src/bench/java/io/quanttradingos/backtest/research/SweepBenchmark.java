package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.strategy.Parameters;
import io.quanttradingos.backtest.strategy.StrategyCatalogue;
import io.quanttradingos.backtest.strategy.StrategyContext;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.statistics.BacktestOverfitting;
import io.quanttradingos.statistics.BlockedReturns;
import io.quanttradingos.units.Symbol;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A sweep of 1,000 pairs of averages over 2,520 bars, through the whole engine, against one loop written for it by hand.
 * Both give total return, Sharpe ratio and largest drawdown of each pair, and both are checked to give the same; the runs
 * give the moments of the returns and the trades as well, the sweep the probability of overfitting, too.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(5)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
public class SweepBenchmark {
    private static final int BARS = 2_520;
    private static final int PAIRS = 1_000;
    private static final double CASH = 100_000;

    private final Workers one = new Workers(1);
    private final Workers two = new Workers(2);
    private Conditions conditions;
    private Candidates candidates;
    private PlainPairs plain;
    private BlockedReturns blocked;

    @Setup
    public void prepare() throws InterruptedException {
        Market market = Market.of(walk());
        conditions = Conditions.of(market, EngineSettings.standard(CASH).withFractions());
        ParameterGrid grid = ParameterGrid.of(
                Parameters.of(StrategyCatalogue.named("sma_cross")),
                List.of(Axis.range("fast", 5, 100, 5), Axis.range("slow", 105, 350, 5)));
        candidates = grid.candidates(StrategyContext.daily(market.symbols()));
        plain = new PlainPairs(market);
        requireEqual(sweepOnTwoCores(), plainLoopOnTwoCores());
        blocked = new BlockedReturns(PAIRS, BARS - 1, 16);
        SplittableRandom random = new SplittableRandom(2);
        for (int pair = 0; pair < PAIRS; pair++) {
            blocked.put(pair, random.doubles(BARS - 1, -0.02, 0.0201).toArray());
        }
    }

    @TearDown
    public void close() {
        one.close();
        two.close();
    }

    /** 20 fast ones from 5 to 100 with 50 slow ones from 105 to 350. */
    private static int fast(int pair) {
        return 5 + 5 * (pair / 50);
    }

    private static int slow(int pair) {
        return 105 + 5 * (pair % 50);
    }

    private static Bars walk() {
        SplittableRandom random = new SplittableRandom(1);
        long[] times = new long[BARS];
        double[][] columns = new double[5][BARS];
        double price = 100;
        for (int bar = 0; bar < BARS; bar++) {
            double open = price * Math.exp(0.01 * (random.nextDouble() - 0.5));
            price = open * Math.exp(0.04 * (random.nextDouble() - 0.49));
            times[bar] = bar * 86_400_000L;
            columns[0][bar] = open;
            columns[1][bar] = Math.max(open, price);
            columns[2][bar] = Math.min(open, price);
            columns[3][bar] = price;
            columns[4][bar] = 1_000_000;
        }
        return new Bars(Symbol.of("A"), times, columns[0], columns[1], columns[2], columns[3], columns[4], BARS);
    }

    private static void requireEqual(SweepResult sweep, double[][] loop) {
        for (int pair = 0; pair < PAIRS; pair++) {
            RunFigures figures = sweep.figures().get(pair);
            double[] seen = {figures.totalReturnPct() / 100, figures.sharpeRatio(), figures.maxDrawdownPct() / 100};
            for (int i = 0; i < seen.length; i++) {
                if (!(Math.abs(seen[i] - loop[pair][i]) < 1e-9)) {
                    throw new IllegalStateException(
                            "pair " + pair + " has " + seen[i] + ", the loop says " + loop[pair][i]);
                }
            }
        }
    }

    private SweepResult sweep(Workers workers) throws InterruptedException {
        return new Sweep(conditions, workers).run(candidates, Objective.SHARPE_RATIO, Progress.untold());
    }

    private double[][] plainLoop(Workers workers) throws InterruptedException {
        double[][] figures = new double[PAIRS][3];
        workers.each(
                PAIRS,
                givesUp -> plain,
                (pairs, pair) -> pairs.run(fast(pair), slow(pair), CASH, figures[pair]),
                Progress.untold());
        return figures;
    }

    @Benchmark
    public SweepResult sweepOnTwoCores() throws InterruptedException {
        return sweep(two);
    }

    @Benchmark
    public double[][] plainLoopOnTwoCores() throws InterruptedException {
        return plainLoop(two);
    }

    @Benchmark
    public SweepResult sweepOnOneCore() throws InterruptedException {
        return sweep(one);
    }

    @Benchmark
    public double[][] plainLoopOnOneCore() throws InterruptedException {
        return plainLoop(one);
    }

    /** The runs of a sweep and their figures, without the judgement of the choice. */
    @Benchmark
    public RunFigures[] runsOnTwoCores() throws InterruptedException {
        return runs(two);
    }

    @Benchmark
    public RunFigures[] runsOnOneCore() throws InterruptedException {
        return runs(one);
    }

    private RunFigures[] runs(Workers workers) throws InterruptedException {
        RunFigures[] figures = new RunFigures[PAIRS];
        workers.each(
                PAIRS,
                givesUp -> new Runner(conditions, givesUp),
                (runner, pair) -> figures[pair] = runner.run(candidates.strategy(pair), conditions.span(), CASH),
                Progress.untold());
        return figures;
    }

    /** The judgement of the choice among as many, on one core. */
    @Benchmark
    public double probabilityOfOverfittingAlone() {
        return BacktestOverfitting.of(blocked).probability();
    }
}
