package io.quanttradingos.bench;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.portfolio.Holding;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.portfolio.PortfolioAgent;
import io.quanttradingos.portfolio.PortfolioPolicy;
import io.quanttradingos.portfolio.PortfolioReport;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
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
 * The whole portfolio report, beside the least any report must do: mean and deviation of every holding's returns by two
 * plain loops. The quotient of the two tells what the other thirty figures and the correlation matrix cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PortfolioStatisticsBenchmark {
    private static final int TICKERS = 500;

    /** Days and holdings, out of 500 tickers. */
    @Param({"2520x20", "5000x50"})
    public String size = "2520x20";

    private PriceTable prices = new PriceTable(List.of(), new int[0], new double[0][]);
    private Holdings holdings = new Holdings(List.of(), List.of());
    private double[][] returns = new double[0][];
    private final PortfolioAgent agent = new PortfolioAgent(PortfolioPolicy.defaults());

    /** Random walks with a common factor, so that correlations are those of a market. */
    @Setup
    public void walk() {
        int days = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int held = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        Random random = new Random(20261122);
        double[] market = random.doubles(days, -0.015, 0.0155).toArray();
        int[] dates = new int[days];
        for (int day = 0; day < days; day++) {
            dates[day] = 7000 + day;
        }
        double[][] closes = new double[TICKERS][days];
        List<Symbol> symbols = new ArrayList<>();
        List<Holding> positions = new ArrayList<>();
        returns = new double[held][days - 1];
        for (int ticker = 0; ticker < TICKERS; ticker++) {
            Symbol symbol = Symbol.of(ticker == 0 ? "SPY" : "T" + ticker);
            symbols.add(symbol);
            double close = 50;
            for (int day = 0; day < days; day++) {
                double step = market[day] + 0.01 * (random.nextDouble() - 0.5);
                close *= 1 + step;
                closes[ticker][day] = close;
                if (ticker < held && day > 0) {
                    returns[ticker][day - 1] = close / closes[ticker][day - 1] - 1;
                }
            }
            if (ticker < held) {
                positions.add(new Holding(symbol, 10 + ticker, 50.0, close * 0.9));
            }
        }
        prices = new PriceTable(symbols, dates, closes);
        holdings = new Holdings(positions, List.of());
    }

    @Benchmark
    public PortfolioReport report() {
        return agent.report(prices, holdings, null);
    }

    @Benchmark
    public double referenceTwoPassMeanAndDeviation() {
        double all = 0;
        for (double[] column : returns) {
            double sum = 0;
            for (double value : column) {
                sum += value;
            }
            double mean = sum / column.length;
            double squares = 0;
            for (double value : column) {
                squares += (value - mean) * (value - mean);
            }
            all += Math.sqrt(squares / (column.length - 1));
        }
        return all;
    }
}
