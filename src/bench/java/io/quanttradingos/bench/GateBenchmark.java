package io.quanttradingos.bench;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.gate.Gate;
import io.quanttradingos.backtest.gate.GateSettings;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.units.Symbol;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A run over ten years of daily bars with all agents having a say, beside the same run without any: read the ratio.
 *
 * <p>Once a strategy that enters and leaves now and then, and once one that wants another share of the equity at every bar,
 * so that the portfolio's volatility is measured at every bar over all the bars before it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(5)
public class GateBenchmark {
    private static final int BARS = 2_520;
    private static final EngineSettings SETTINGS = EngineSettings.standard(100_000);

    @Param({"now and then", "every bar"})
    public String orders;

    private Market market;
    private Gate gate;
    private final Ledger ledger = new Ledger();

    @Setup
    public void makeMarket() {
        Random random = new Random(3);
        long[] times = new long[BARS];
        double[] closes = new double[BARS];
        double[] highs = new double[BARS];
        double[] lows = new double[BARS];
        double close = 100;
        for (int bar = 0; bar < BARS; bar++) {
            close *= Math.exp(0.0004 + 0.01 * random.nextGaussian());
            times[bar] = (10_000 + bar) * 86_400_000L;
            closes[bar] = close;
            highs[bar] = close * 1.005;
            lows[bar] = close * 0.995;
        }
        market = Market.of(new Bars(Symbol.of("SPY"), times, closes, highs, lows, closes, new double[BARS], BARS));
        gate = newGate();
    }

    private Gate newGate() {
        return Gate.of(GateSettings.of(List.of("Risk-On"), true, true), Policies.defaults(), market, null);
    }

    private Strategy strategy() {
        return orders.equals("every bar") ? new Rebalancing() : new Crossing();
    }

    @Benchmark
    public double withoutAgents() {
        new Engine(market, SETTINGS).run(strategy(), Hooks.none(), ledger);
        return ledger.finalEquity();
    }

    @Benchmark
    public double withAllAgents() {
        new Engine(market, SETTINGS).run(strategy(), gate.over(ledger).hooks(), ledger);
        return ledger.finalEquity();
    }

    /** What is done once for a market. */
    @Benchmark
    public Gate makingTheGate() {
        return newGate();
    }

    /** Long while the average of 10 closes is above that of 30. */
    private static final class Crossing implements Strategy {
        private double fast;
        private double slow;

        @Override
        public void atClose(History history, Desk desk) {
            fast += history.close() - (history.bar() < 10 ? 0 : history.close(10));
            slow += history.close() - (history.bar() < 30 ? 0 : history.close(30));
            if (history.bar() < 30) {
                return;
            }
            if (fast / 10 > slow / 30) {
                desk.enterLong(0);
            } else {
                desk.exit(0);
            }
        }
    }

    /** Wants half the equity and a little more or less, another share at every bar. */
    private static final class Rebalancing implements Strategy {
        @Override
        public void atClose(History history, Desk desk) {
            desk.target(0, 0.5 + 0.3 * Math.sin(0.1 * history.bar()));
        }
    }
}
