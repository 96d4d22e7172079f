package io.quanttradingos.backtest.seed;

import io.quanttradingos.failure.Refusal;

/**
 * The original's CAGR: {@code ((final / initial) ^ (1 / years) - 1) * 100} with years = calendar days / 252.
 *
 * <p>Calendar days over trading days: a calendar year counts as 1.448 years, and +10 % in 365 days is reported as 6.80 %.
 * Short periods are extrapolated all the same, a single bar as 1e-10 years.
 */
final class CalendarGrowth {
    private static final double DAYS_PER_YEAR = 252;
    private static final double LEAST_YEARS = 1e-10;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final double SECONDS_PER_DAY = 86_400;

    private CalendarGrowth() {}

    /**
     * Growth in percent a year; 0 where nothing grew.
     *
     * @param initial positive
     * @throws Refusal not usable, where the original failed: the rate is too large for a number, a negative equity has
     *     no such root, or the last bar has no date
     */
    static double percent(double initial, double last, SeedBars bars) {
        double ratio = last / initial;
        if (ratio == 1) {
            return 0;
        }
        double years = years(bars);
        if (Double.isNaN(years)) {
            throw Refusal.notUsable("cagr cannot be given: a bar has no date, and stands last");
        }
        double exponent = 1 / years;
        if (ratio < 0 && exponent != Math.rint(exponent)) {
            throw Refusal.notUsable("cagr cannot be given: the equity ends at " + last
                    + ", and a negative equity has no yearly rate of growth");
        }
        double grown = StrictMath.pow(ratio, exponent);
        if (Double.isInfinite(grown)) {
            throw Refusal.notUsable("cagr cannot be given: the equity went from " + initial + " to " + last
                    + " within " + years * DAYS_PER_YEAR
                    + " days, too large a rate for a number when carried on for a year; give bars over more days");
        }
        return (grown - 1) * 100;
    }

    private static double years(SeedBars bars) {
        if (bars.rows() < 2) {
            return LEAST_YEARS;
        }
        long first = bars.times()[0];
        long last = bars.times()[bars.rows() - 1];
        if (first == SeedBars.NO_TIME || last == SeedBars.NO_TIME) {
            return Double.NaN;
        }
        return Math.max(seconds(first, last) / SECONDS_PER_DAY / DAYS_PER_YEAR, LEAST_YEARS);
    }

    /** Whole microseconds, as the original's table library counts a span. */
    private static double seconds(long first, long last) {
        long span = last - first;
        if (span < 0) {
            throw Refusal.notUsable("cagr cannot be given: the bars span more than 292 years");
        }
        long micros = span / NANOS_PER_MICRO;
        long wholeSeconds = micros / MICROS_PER_SECOND;
        return wholeSeconds + micros % MICROS_PER_SECOND / 1e6;
    }
}
