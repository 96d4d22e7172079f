package io.quanttradingos.bench;

import io.quanttradingos.backtest.performance.CoreMetrics;
import io.quanttradingos.backtest.performance.EquityCurve;
import io.quanttradingos.backtest.performance.Performance;
import io.quanttradingos.statistics.BacktestOverfitting;
import java.util.Arrays;
import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What measuring a run of 2,520 bars costs. Reference: a plain loop that adds up the returns and their squares and knows
 * neither drawdown nor higher moments.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(5)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CoreMetricsBenchmark {
    private static final int BARS = 2520;

    private final CoreMetrics core = new CoreMetrics();
    private final double[] equity = new double[BARS];
    private final long[] times = new long[BARS];
    private final double[][] returns = new double[1000][BARS];

    @Setup
    public void walk() {
        Random random = new Random(20261122);
        equity[0] = 100;
        for (int bar = 1; bar < BARS; bar++) {
            equity[bar] = equity[bar - 1] * (1.0003 + 0.01 * random.nextGaussian());
            times[bar] = bar * 86_400_000L;
        }
        for (double[] series : returns) {
            Arrays.setAll(series, bar -> 0.01 * random.nextGaussian());
        }
    }

    @Benchmark
    public double core() {
        core.measure(equity, BARS, 100);
        return core.sharpePerBar(0);
    }

    @Benchmark
    public double referenceMeanAndDeviation() {
        double sum = 0;
        double squares = 0;
        for (int bar = 1; bar < BARS; bar++) {
            double made = equity[bar] / equity[bar - 1] - 1;
            sum += made;
            squares += made * made;
        }
        double mean = sum / (BARS - 1);
        return mean / Math.sqrt(squares / (BARS - 1) - mean * mean);
    }

    @Benchmark
    public Performance performance() {
        return Performance.of(new EquityCurve(times, equity, BARS, 100), 0);
    }

    @Benchmark
    public double overfittingOfAThousandStrategies() {
        return BacktestOverfitting.of(returns).probability();
    }
}
