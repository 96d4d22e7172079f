package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Made-up markets whose volatility and drift come in spells, so that every regime is visited; the same for the same seed. */
final class Bazaar {
    static final long DAY = 86_400_000L;

    private Bazaar() {}

    /**
     * Daily bars.
     *
     * @param missing the share of days without a bar
     */
    static List<Bars> bars(long seed, int days, double missing, String... symbols) {
        Random random = new Random(seed);
        double[] sigma = new double[days];
        double[] drift = new double[days];
        double[] common = new double[days];
        spells(random, sigma, drift, common);
        List<Bars> bars = new ArrayList<>();
        for (int i = 0; i < symbols.length; i++) {
            bars.add(bars(symbols[i], random, i % 3 - 0.5, sigma, common, missing));
        }
        return bars;
    }

    static Market market(long seed, int days, String... symbols) {
        return Market.of(bars(seed, days, 0, symbols));
    }

    private static void spells(Random random, double[] sigma, double[] drift, double[] common) {
        double spell = 0.01;
        double trend = 0;
        for (int day = 0; day < sigma.length; day++) {
            if (random.nextInt(40) == 0) {
                spell = 0.003 + 0.03 * random.nextDouble() * random.nextDouble();
                trend = 0.006 * (random.nextDouble() - 0.5);
            }
            sigma[day] = spell;
            drift[day] = trend;
            common[day] = trend + spell * random.nextGaussian();
        }
    }

    private static Bars bars(
            String symbol, Random random, double beta, double[] sigma, double[] common, double missing) {
        List<double[]> rows = new ArrayList<>();
        double price = 20 + 100 * random.nextDouble();
        for (int day = 0; day < sigma.length; day++) {
            double open = price * Math.exp(0.3 * sigma[day] * random.nextGaussian());
            price *= Math.exp(beta * common[day] + 0.7 * sigma[day] * random.nextGaussian());
            double high = Math.max(open, price) * (1 + 0.5 * sigma[day] * random.nextDouble());
            double low = Math.min(open, price) * (1 - 0.5 * sigma[day] * random.nextDouble());
            if (random.nextDouble() >= missing) {
                rows.add(new double[] {(11_000 + day) * (double) DAY, open, high, low, price, 1e6});
            }
        }
        return bars(symbol, rows);
    }

    /** Bars of rows of time, open, high, low, close and volume. */
    static Bars bars(String symbol, List<double[]> rows) {
        double[][] columns = new double[5][rows.size()];
        long[] times = new long[rows.size()];
        for (int row = 0; row < times.length; row++) {
            times[row] = (long) rows.get(row)[0];
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows.get(row)[column + 1];
            }
        }
        return new Bars(
                Symbol.of(symbol), times, columns[0], columns[1], columns[2], columns[3], columns[4], times.length);
    }

    /** Daily bars of which all four prices are these closes. */
    static Market flatBars(double... closes) {
        List<double[]> rows = new ArrayList<>();
        for (int day = 0; day < closes.length; day++) {
            double close = closes[day];
            rows.add(new double[] {day * (double) DAY, close, close, close, close, 1});
        }
        return Market.of(bars("SPY", rows));
    }

    /** The closes of daily bars that have no gaps, as a file of them would have them. */
    static PriceTable closes(Market market) {
        int[] days = Arrays.stream(market.times(), 0, market.rows())
                .mapToInt(time -> (int) (time / DAY))
                .toArray();
        double[][] columns = new double[market.instruments()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(market.close(i), market.rows());
        }
        return new PriceTable(market.symbols(), days, columns);
    }
}
