package io.quanttradingos.bench;

import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.performance.CoreMetrics;
import io.quanttradingos.backtest.strategy.Parameters;
import io.quanttradingos.backtest.strategy.StrategyCatalogue;
import io.quanttradingos.backtest.strategy.StrategyContext;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.CashFlow;

/**
 * A run through the whole engine with costs, equity, return, Sharpe ratio and drawdown, against the same strategy as a
 * loop over arrays, which is the limit, and against ta4j: its trades alone, and with the equity but no metrics.
 *
 * <p>The aims are 40 million bars a second for {@code buy_and_hold} and 20 million for {@code sma_cross}, and nothing
 * allocated per bar. {@link #main} prints both of processor time, and the ratios.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 5,
        jvmArgs = {"-Xmx1g"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up before anything else
public class EngineBenchmark {
    private static final double CASH = 100_000;
    private static final double BASIS_POINTS = 2;
    private static final double BASIS_POINT = 1e-4;
    private static final double DAYS_OF_A_YEAR = 252;
    private static final int FAST = 10;
    private static final int SLOW = 20;
    private static final double MILLION = 1e6;

    @Param({"buy_and_hold", "sma_cross"})
    public String strategy;

    @Param({"100000", "2520"})
    public int bars;

    private final Ledger ledger = new Ledger();
    private final CoreMetrics metrics = new CoreMetrics();
    private Engine engine;
    private Parameters parameters;
    private StrategyContext context;
    private PlainRun plain;
    private Ta4jRun ta4j;

    /** Counts the bars, and the processor time they took: that of a busy machine's clock says nothing. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Work {
        public double bars;
        private long began;

        @Setup(Level.Iteration)
        public void begin() {
            began = processorNanos();
        }

        public double processorSeconds() {
            return (processorNanos() - began) / 1e9;
        }

        private static long processorNanos() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    @Setup
    public void prepare() {
        Market market = Market.of(RandomWalk.bars(bars, 1));
        engine = new Engine(
                market, EngineSettings.standard(CASH).withFractions().with(new Costs(0, 0, 0, 0, 0, BASIS_POINTS, 0)));
        parameters = Parameters.of(
                StrategyCatalogue.named(strategy), isCross() ? Map.of("fast", FAST, "slow", SLOW) : Map.of());
        context = StrategyContext.daily(market.symbols());
        plain = new PlainRun(market, CASH, BASIS_POINTS * BASIS_POINT);
        ta4j = new Ta4jRun(market, BASIS_POINTS * BASIS_POINT);
        requireSame();
    }

    private boolean isCross() {
        return strategy.equals("sma_cross");
    }

    private void requireSame() {
        double ours = run();
        require("final equity", ledger.finalEquity(), runPlain());
        require("Sharpe ratio", ours, plain.sharpe() * Math.sqrt(DAYS_OF_A_YEAR));
        require("drawdown", metrics.maxDrawdownPct(), plain.maxDrawdownPct());
        int trades = ledger.trades().size();
        int theirs = runTa4j().getPositionCount();
        // Ours has equal averages not above each other, theirs keeps the order they had.
        if (Math.abs(trades - theirs) > 1 + trades / 50) {
            throw new IllegalStateException("ta4j has " + theirs + " trades, the engine " + trades);
        }
    }

    private static void require(String figure, double ours, double other) {
        if (!(Math.abs(ours - other) <= 1e-8 * Math.abs(other))) {
            throw new IllegalStateException("the loop's " + figure + " is " + other + ", the engine's " + ours);
        }
    }

    @Benchmark
    public double engine(Work work) {
        work.bars += bars;
        return run();
    }

    private double run() {
        engine.run(parameters.kind().create(parameters, context), Hooks.none(), ledger);
        metrics.measure(ledger.equity(), ledger.bars(), CASH);
        return metrics.sharpeRatio(DAYS_OF_A_YEAR);
    }

    @Benchmark
    public double plainLoop(Work work) {
        work.bars += bars;
        return runPlain() + plain.sharpe();
    }

    private double runPlain() {
        return isCross() ? plain.cross(FAST, SLOW) : plain.buyAndHold();
    }

    @Benchmark
    public TradingRecord ta4jTradesAlone(Work work) {
        work.bars += bars;
        return runTa4j();
    }

    @Benchmark
    public CashFlow ta4jWithEquity(Work work) {
        work.bars += bars;
        return ta4j.equity(runTa4j());
    }

    private TradingRecord runTa4j() {
        return isCross() ? ta4j.cross(FAST, SLOW) : ta4j.buyAndHold();
    }

    /** Runs all, with the options of JMH's command line, and prints bars a second, bytes a bar and the ratios. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .include(EngineBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        for (RunResult ours : results) {
            if (isOf("engine", ours)) {
                RunResult loop = like(ours, "plainLoop", results);
                RunResult library = like(ours, "ta4jWithEquity", results);
                double trades = millionBars(like(ours, "ta4jTradesAlone", results));
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s bars: %.1f M bars/s of processor time, %.4f B/bar; plain loop %.1f M, ratio %.2f; ta4j with equity %.2f M and %.0f B/bar, ratio %.1f; its trades alone %.2f M, ratio %.1f%n",
                        ours.getParams().getParam("strategy"),
                        ours.getParams().getParam("bars"),
                        millionBars(ours),
                        bytesPerBar(ours),
                        millionBars(loop),
                        millionBars(ours) / millionBars(loop),
                        millionBars(library),
                        bytesPerBar(library),
                        millionBars(ours) / millionBars(library),
                        trades,
                        millionBars(ours) / trades);
            }
        }
    }

    private static boolean isOf(String method, RunResult result) {
        return result.getParams().getBenchmark().endsWith("." + method);
    }

    private static RunResult like(RunResult result, String method, Collection<RunResult> results) {
        return results.stream()
                .filter(other -> isOf(method, other)
                        && other.getParams()
                                .getParam("strategy")
                                .equals(result.getParams().getParam("strategy"))
                        && other.getParams()
                                .getParam("bars")
                                .equals(result.getParams().getParam("bars")))
                .findFirst()
                .orElseThrow();
    }

    private static double millionBars(RunResult result) {
        return secondary(result, "bars") / secondary(result, "processorSeconds") / MILLION;
    }

    private static double bytesPerBar(RunResult result) {
        return secondary(result, "gc.alloc.rate.norm")
                / Double.parseDouble(result.getParams().getParam("bars"));
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElseThrow();
    }
}
