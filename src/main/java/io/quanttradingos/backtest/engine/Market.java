package io.quanttradingos.backtest.engine;

import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.units.Symbol;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * The bars of one or more instruments on one time axis. Immutable.
 *
 * <p>A time at which an instrument has no bar holds NaN in all of its columns. The axis is the union of the instruments'
 * times.
 */
public final class Market {
    private final List<Symbol> symbols;
    final long[] times;
    final double[][] open;
    final double[][] high;
    final double[][] low;
    final double[][] close;
    final double[][] volume;
    private final int rows;

    private Market(List<Symbol> symbols, long[] times, int rows, int instruments) {
        this(
                symbols,
                times,
                new double[instruments][],
                new double[instruments][],
                new double[instruments][],
                new double[instruments][],
                new double[instruments][],
                rows);
    }

    private Market(
            List<Symbol> symbols,
            long[] times,
            double[][] open,
            double[][] high,
            double[][] low,
            double[][] close,
            double[][] volume,
            int rows) {
        this.symbols = List.copyOf(symbols);
        this.times = times;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.rows = rows;
    }

    /** One instrument; its arrays are shared. */
    public static Market of(Bars bars) {
        Market market = new Market(List.of(bars.symbol()), bars.times(), bars.rows(), 1);
        market.open[0] = bars.open();
        market.high[0] = bars.high();
        market.low[0] = bars.low();
        market.close[0] = bars.close();
        market.volume[0] = bars.volume();
        return market;
    }

    /**
     * Several instruments, at least one, of distinct symbols.
     *
     * @throws IllegalArgumentException for none, and for a symbol that is there twice
     */
    public static Market of(List<Bars> instruments) {
        List<Symbol> symbols = instruments.stream().map(Bars::symbol).toList();
        if (instruments.isEmpty() || new HashSet<>(symbols).size() != symbols.size()) {
            throw new IllegalArgumentException("a market needs instruments of distinct symbols, were " + symbols);
        }
        if (instruments.size() == 1) {
            return of(instruments.get(0));
        }
        long[] times = instruments.stream()
                .flatMapToLong(bars -> Arrays.stream(bars.times(), 0, bars.rows()))
                .sorted()
                .distinct()
                .toArray();
        Market market = new Market(symbols, times, times.length, symbols.size());
        for (int i = 0; i < symbols.size(); i++) {
            Bars bars = instruments.get(i);
            int[] rowOf = rowsOf(bars, times);
            market.open[i] = spread(bars.open(), rowOf, times.length);
            market.high[i] = spread(bars.high(), rowOf, times.length);
            market.low[i] = spread(bars.low(), rowOf, times.length);
            market.close[i] = spread(bars.close(), rowOf, times.length);
            market.volume[i] = spread(bars.volume(), rowOf, times.length);
        }
        return market;
    }

    private static int[] rowsOf(Bars bars, long[] times) {
        int[] rowOf = new int[bars.rows()];
        int at = 0;
        for (int row = 0; row < rowOf.length; row++) {
            while (times[at] != bars.times()[row]) {
                at++;
            }
            rowOf[row] = at;
        }
        return rowOf;
    }

    private static double[] spread(double[] column, int[] rowOf, int length) {
        double[] spread = new double[length];
        Arrays.fill(spread, Double.NaN);
        for (int row = 0; row < rowOf.length; row++) {
            spread[rowOf[row]] = column[row];
        }
        return spread;
    }

    /** The same market without the bars from a row on; shares the arrays. */
    public Market until(int length) {
        if (length < 0 || length > rows) {
            throw new IllegalArgumentException("a market of " + rows + " bars has none up to " + length);
        }
        return new Market(symbols, times, open, high, low, close, volume, length);
    }

    /**
     * The same market without the bars before one row and from another on.
     *
     * @param first the row that becomes the first
     * @param length the row after the last
     */
    public Market between(int first, int length) {
        if (first == 0) {
            return until(length);
        }
        if (first < 0 || first > length || length > rows) {
            throw new IllegalArgumentException(
                    "a market of " + rows + " bars has none from " + first + " to " + length);
        }
        Market part = new Market(symbols, Arrays.copyOfRange(times, first, length), length - first, instruments());
        copy(open, part.open, first, length);
        copy(high, part.high, first, length);
        copy(low, part.low, first, length);
        copy(close, part.close, first, length);
        copy(volume, part.volume, first, length);
        return part;
    }

    private static void copy(double[][] from, double[][] to, int first, int length) {
        for (int i = 0; i < from.length; i++) {
            to[i] = Arrays.copyOfRange(from[i], first, length);
        }
    }

    /** The instruments, by their numbers. */
    public List<Symbol> symbols() {
        return symbols;
    }

    public int instruments() {
        return symbols.size();
    }

    /** The number of times on the axis. */
    public int rows() {
        return rows;
    }

    boolean has(int instrument, int row) {
        double price = close[instrument][row];
        return !Double.isNaN(price);
    }

    public Instant time(int row) {
        return Instant.ofEpochMilli(times[row]);
    }

    /** Milliseconds since 1970; only the first {@link #rows} count, and none may be written. */
    public long[] times() {
        return times;
    }

    /** The opening prices of an instrument; see {@link #times}. */
    public double[] open(int instrument) {
        return open[instrument];
    }

    /** The highest prices of an instrument; see {@link #times}. */
    public double[] high(int instrument) {
        return high[instrument];
    }

    /** The lowest prices of an instrument; see {@link #times}. */
    public double[] low(int instrument) {
        return low[instrument];
    }

    /** The closing prices of an instrument; see {@link #times}. */
    public double[] close(int instrument) {
        return close[instrument];
    }

    /** The traded quantities of an instrument; see {@link #times}. */
    public double[] volume(int instrument) {
        return volume[instrument];
    }
}
