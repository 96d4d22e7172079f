package io.quanttradingos.allocation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a decision costs with all its words, and what the bare multiplier costs that a backtest asks for per bar. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class AllocationBenchmark {
    private final AllocationAgent agent = new AllocationAgent(AllocationPolicy.defaults());
    private final AllocationInput input = new AllocationInput(
            new MarketRegime(RegimeKey.DOWNTREND, 0.7),
            new PortfolioMetrics(1_000.0, 0.12, 0.08, 7, 100_000),
            0.88,
            0.2,
            HeatMethod.VOLATILITY_PROXY);
    private double drawdown = 0.08;

    @Benchmark
    public double multiplierOfBareNumbers() {
        return agent.multiplier(RegimeKey.DOWNTREND, 0.7, drawdown, 0.88, 0.2, 0.12, HeatMethod.VOLATILITY_PROXY, 7);
    }

    @Benchmark
    public AllocationDecision decisionWithAllItsWords() {
        return agent.decide(input);
    }
}
