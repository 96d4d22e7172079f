package io.quanttradingos.backtest.seed;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.Bars;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the original's backtest looks at: the close of each bar and its time, in order of time. Immutable.
 *
 * <p>Nothing is promised of a close: it may be 0, negative, infinite, or {@link Double#NaN} where the cell was empty. Two
 * bars may have one time. The other columns of a file are checked to be numbers and then of no further use.
 */
public final class SeedBars {
    /** The time of a bar whose date is missing; such bars stand last. */
    static final long NO_TIME = Long.MIN_VALUE;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final long[] times;
    private final double[] close;
    private final int rows;

    /**
     * Takes the arrays over without a copy.
     *
     * @param times nanoseconds since 1970-01-01T00:00, ascending, {@link #NO_TIME} last
     * @param rows how many leading entries of each array are bars
     */
    SeedBars(long[] times, double[] close, int rows) {
        this.times = times;
        this.close = close;
        this.rows = rows;
    }

    /**
     * The bars as a service delivered them, already in order.
     *
     * @throws Refusal where a time lies outside of 1677 to 2262, as the original's table library could not hold it
     */
    public static SeedBars of(Bars bars) {
        long[] times = new long[bars.rows()];
        for (int row = 0; row < times.length; row++) {
            long millis = bars.times()[row];
            if (Math.abs(millis) > Long.MAX_VALUE / NANOS_PER_MILLI) {
                throw Refusal.invalid(
                        bars.symbol() + ": times must lie within 1677-09-22 and 2262-04-11, one was " + bars.time(row));
            }
            times[row] = millis * NANOS_PER_MILLI;
        }
        return new SeedBars(times, bars.close(), times.length);
    }

    /** The number of bars. */
    public int rows() {
        return rows;
    }

    /** When a bar is dated, read as UTC where the source names no offset; null where its date is missing. */
    public @Nullable Instant time(int row) {
        long nanos = times[row];
        return nanos == NO_TIME
                ? null
                : Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    /** The close of a bar. */
    public double close(int row) {
        return close[row];
    }

    long[] times() {
        return times;
    }

    double[] closes() {
        return close;
    }
}
