package io.quanttradingos.backtest.engine;

import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.units.Symbol;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Made-up daily bars: a random walk with gaps between the bars, the same for the same seed. */
public final class RandomBars {
    static final long DAY = 86_400_000L;

    private RandomBars() {}

    /** Bars of every day. */
    public static Bars daily(String symbol, int rows, long seed) {
        return of(symbol, rows, seed, 0, 0, 1);
    }

    /** Bars that move as usual. */
    public static Bars of(String symbol, int rows, long seed, double missing, double tick) {
        return of(symbol, rows, seed, missing, tick, 1);
    }

    /**
     * Bars of which some are missing.
     *
     * @param missing the share of days without a bar
     * @param tick prices are multiples of it, so that they meet; 0 for any price
     * @param moves how much larger than usual the moves are
     */
    public static Bars of(String symbol, int rows, long seed, double missing, double tick, double moves) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] times = new long[rows];
        double[][] columns = new double[5][rows];
        double price = 20 + 180 * random.nextDouble();
        int row = 0;
        for (int day = 0; day < rows; day++) {
            double open = rounded(price * step(random, 0.01 * moves), tick);
            double close = rounded(open * step(random, 0.03 * moves), tick);
            price = close;
            if (random.nextDouble() < missing) {
                continue;
            }
            times[row] = day * DAY;
            columns[0][row] = open;
            columns[1][row] = rounded(Math.max(open, close) * (1 + 0.015 * moves * random.nextDouble()), tick);
            columns[2][row] = rounded(Math.min(open, close) * Math.exp(-0.015 * moves * random.nextDouble()), tick);
            columns[3][row] = close;
            columns[4][row] = 1_000 + random.nextInt(1_000_000);
            row++;
        }
        return bars(symbol, Arrays.copyOf(times, row), columns, row);
    }

    private static Bars bars(String symbol, long[] times, double[][] columns, int rows) {
        return new Bars(
                Symbol.of(symbol),
                times,
                Arrays.copyOf(columns[0], rows),
                Arrays.copyOf(columns[1], rows),
                Arrays.copyOf(columns[2], rows),
                Arrays.copyOf(columns[3], rows),
                Arrays.copyOf(columns[4], rows),
                rows);
    }

    private static double step(SplittableRandom random, double size) {
        return Math.exp(2 * size * (random.nextDouble() - 0.5));
    }

    private static double rounded(double price, double tick) {
        return tick == 0 ? price : Math.max(1, Math.rint(price / tick)) * tick;
    }
}
