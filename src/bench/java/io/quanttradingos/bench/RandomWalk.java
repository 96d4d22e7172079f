package io.quanttradingos.bench;

import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/** Bars of a price that goes up and down by chance, one every day, from the same seed always the same. */
final class RandomWalk {
    private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 2);
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private RandomWalk() {}

    /** The bars of some days, in prices of whole cents. */
    static Bars bars(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] times = new long[rows];
        double[] open = new double[rows];
        double[] high = new double[rows];
        double[] low = new double[rows];
        double[] close = new double[rows];
        double[] volume = new double[rows];
        double price = 100;
        for (int bar = 0; bar < rows; bar++) {
            times[bar] = (FIRST_DAY.toEpochDay() + bar) * MILLIS_PER_DAY;
            open[bar] = cents(price * (0.995 + 0.01 * random.nextDouble()));
            // Drawn towards 100, so that it neither vanishes nor grows out of all bounds.
            double drift = 0.001 * (100 - price) / 100;
            price = open[bar] * (1 + drift + 0.03 * (random.nextDouble() - 0.5));
            close[bar] = cents(price);
            high[bar] = cents(Math.max(open[bar], close[bar]) * (1 + 0.01 * random.nextDouble()));
            low[bar] = cents(Math.min(open[bar], close[bar]) * (1 - 0.01 * random.nextDouble()));
            volume[bar] = random.nextInt(1_000_000, 100_000_000);
        }
        return new Bars(Symbol.of("SPY"), times, open, high, low, close, volume, rows);
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }

    /** The same bars as a file. */
    static String csv(Bars bars) {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int bar = 0; bar < bars.rows(); bar++) {
            text.append(FIRST_DAY.plusDays(bar));
            for (double price : new double[] {bars.open()[bar], bars.high()[bar], bars.low()[bar], bars.close()[bar]}) {
                text.append(',').append(String.format(Locale.ROOT, "%.2f", price));
            }
            text.append(',').append((long) bars.volume()[bar]).append('\n');
        }
        return text.toString();
    }
}
