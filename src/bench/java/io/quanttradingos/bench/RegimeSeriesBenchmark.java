package io.quanttradingos.bench;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.regime.RegimeAgent;
import io.quanttradingos.regime.RegimePolicy;
import io.quanttradingos.regime.RegimeSeries;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * The regime of every date of 5,000 days by 500 tickers (20 MB of closes), beside a plain pass that only adds up the
 * same cells: read the ratio of the two, not the milliseconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class RegimeSeriesBenchmark {
    private static final int DAYS = 5_000;
    private static final int TICKERS = 500;

    /** Share of closes that are missing. */
    @Param({"0", "0.02"})
    public double missing;

    private PriceTable prices;
    private RegimeAgent agent;

    @Setup
    public void makeMarket() {
        Random random = new Random(1);
        List<Symbol> symbols = new ArrayList<>(List.of(Symbol.of("SPY"), Symbol.of("TLT")));
        IntStream.range(2, TICKERS).forEach(ticker -> symbols.add(Symbol.of("T" + ticker)));
        double[][] closes = new double[TICKERS][DAYS];
        for (double[] column : closes) {
            double price = 100;
            for (int day = 0; day < DAYS; day++) {
                price *= Math.exp(0.01 * random.nextGaussian());
                column[day] = random.nextDouble() < missing ? Double.NaN : price;
            }
        }
        prices = new PriceTable(symbols, IntStream.range(0, DAYS).toArray(), closes);
        agent = new RegimeAgent(RegimePolicy.defaults());
    }

    @Benchmark
    public RegimeSeries regimeSeries() {
        return agent.series(prices);
    }

    /** The reference: every cell is read once, and nothing is made of it but a sum. */
    @Benchmark
    public double sumOfAllCells() {
        double sum = 0;
        for (int column = 0; column < prices.columns(); column++) {
            double[] closes = prices.closes(column);
            for (int row = 0; row < prices.rows(); row++) {
                sum += closes[row];
            }
        }
        return sum;
    }
}
