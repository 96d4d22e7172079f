package io.quanttradingos.marketdata;

import io.quanttradingos.units.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The bars of one instrument, oldest first: open, high, low, close and volume of each, held column by column. Immutable.
 *
 * <p>Prices are finite and positive with {@code low <= open, close <= high}; a volume is not negative, or {@link
 * Double#NaN} where the source gives none. A time is the one written in the source, without a zone, as milliseconds since
 * 1970-01-01T00:00; a bar of a day stands at midnight.
 */
public final class Bars {
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private final Symbol symbol;
    private final long[] times;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final int rows;

    /**
     * Takes the arrays over without a copy: the caller must not write to them afterwards. They may be longer than the bars.
     *
     * @param rows how many leading entries of each array are bars; their times strictly ascend
     */
    public Bars(
            Symbol symbol,
            long[] times,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume,
            int rows) {
        this.symbol = symbol;
        this.times = times;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.rows = rows;
        requireUsable();
    }

    private void requireUsable() {
        for (int row = 0; row < rows; row++) {
            if (row > 0 && times[row] <= times[row - 1]) {
                throw new IllegalArgumentException(
                        symbol + ": times must ascend, " + time(row) + " follows " + time(row - 1));
            }
            double lowest = low[row];
            double highest = high[row];
            boolean inside =
                    lowest <= open[row] && open[row] <= highest && lowest <= close[row] && close[row] <= highest;
            if (!(lowest > 0) || !(highest < Double.POSITIVE_INFINITY) || !inside || volume[row] < 0) {
                throw new IllegalArgumentException(symbol + " at " + time(row)
                        + ": needs 0 < low <= open, close <= high and no negative volume, was open " + open[row]
                        + ", high " + highest + ", low " + lowest + ", close " + close[row] + ", volume "
                        + volume[row]);
            }
        }
    }

    public Symbol symbol() {
        return symbol;
    }

    /** The number of bars. */
    public int rows() {
        return rows;
    }

    /** When a bar begins or is dated, as its source says, read as UTC. */
    public Instant time(int row) {
        return Instant.ofEpochMilli(times[row]);
    }

    /** The column of times in milliseconds since 1970; only the first {@link #rows} count, and none may be written. */
    public long[] times() {
        return times;
    }

    /** The column of opening prices; see {@link #times}. */
    public double[] open() {
        return open;
    }

    /** The column of highest prices; see {@link #times}. */
    public double[] high() {
        return high;
    }

    /** The column of lowest prices; see {@link #times}. */
    public double[] low() {
        return low;
    }

    /** The column of closing prices; see {@link #times}. */
    public double[] close() {
        return close;
    }

    /** The column of traded quantities, NaN where unknown; see {@link #times}. */
    public double[] volume() {
        return volume;
    }

    /** The bars dated between two days, both included. */
    public Bars between(LocalDate from, LocalDate to) {
        int begin = firstAt(from.toEpochDay() * MILLIS_PER_DAY);
        int end = Math.max(begin, firstAt((to.toEpochDay() + 1) * MILLIS_PER_DAY));
        if (begin == 0 && end == rows) {
            return this;
        }
        double[] closes = Arrays.copyOfRange(close, begin, end);
        boolean closesAlone = open == close;
        return new Bars(
                symbol,
                Arrays.copyOfRange(times, begin, end),
                closesAlone ? closes : Arrays.copyOfRange(open, begin, end),
                closesAlone ? closes : Arrays.copyOfRange(high, begin, end),
                closesAlone ? closes : Arrays.copyOfRange(low, begin, end),
                closes,
                Arrays.copyOfRange(volume, begin, end),
                end - begin);
    }

    /** The bars up to a day, that day included. */
    public Bars until(LocalDate to) {
        return rows == 0 ? this : between(LocalDate.ofEpochDay(Math.floorDiv(times[0], MILLIS_PER_DAY)), to);
    }

    /** The first row at or after a time. */
    private int firstAt(long time) {
        int found = Arrays.binarySearch(times, 0, rows, time);
        return found >= 0 ? found : -found - 1;
    }
}
