package io.quanttradingos.backtest.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Equity curves and times for tests. */
final class Curves {
    static final long DAY = 86_400_000L;

    private Curves() {}

    /** Weekdays from a date on. */
    static long[] weekdays(LocalDate first, int count) {
        long[] times = new long[count];
        LocalDate day = first;
        for (int i = 0; i < count; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                times[i++] = day.toEpochDay() * DAY;
            }
        }
        return times;
    }

    /** On weekdays of 2020, beginning with the first value as cash. */
    static EquityCurve daily(double... equity) {
        return daily(equity[0], equity);
    }

    static EquityCurve daily(double cash, double[] equity) {
        return new EquityCurve(weekdays(LocalDate.of(2020, 1, 1), equity.length), equity, equity.length, cash);
    }

    /** A random walk above 0. */
    static double[] walk(Random random, int length, double mean, double deviation) {
        double[] path = new double[length];
        path[0] = 100;
        for (int i = 1; i < length; i++) {
            path[i] = path[i - 1] * Math.max(0.05, 1 + mean + deviation * random.nextGaussian());
        }
        return path;
    }

    static double[] grown(double[] returns) {
        double[] path = new double[returns.length + 1];
        path[0] = 1;
        for (int i = 0; i < returns.length; i++) {
            path[i + 1] = path[i] * (1 + returns[i]);
        }
        return path;
    }

    /** A figure that must be there. */
    static double known(@Nullable Double figure) {
        return Objects.requireNonNull(figure);
    }

    /** The same values in an array with something behind them. */
    static double[] withRubbishBehind(double[] values) {
        double[] longer = Arrays.copyOf(values, values.length + 7);
        Arrays.fill(longer, values.length, longer.length, -1e9);
        return longer;
    }
}
