package io.quanttradingos.marketdata;

import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Daily closes, one column per ticker, one row per date, dates strictly ascending. Immutable.
 *
 * <p>A price is finite and positive, or {@link Double#NaN} where the ticker has none on that date; NaN stays inside the
 * table and the arithmetic on it and never reaches an answer. The closes are held column by column, because every
 * statistic runs down a column.
 */
public final class PriceTable {
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private final List<Symbol> symbols;
    private final Map<Symbol, Integer> columns;
    private final int[] epochDays;
    private final double[][] closes;
    private final int rows;

    /**
     * Takes the arrays over without a copy: the caller must not write to them afterwards.
     *
     * @param symbols one per column, distinct
     * @param epochDays days since 1970-01-01, strictly ascending
     * @param closes {@code closes[column][row]}, each as long as {@code epochDays}
     */
    public PriceTable(List<Symbol> symbols, int[] epochDays, double[][] closes) {
        this(List.copyOf(symbols), index(symbols), epochDays, closes, epochDays.length);
        if (closes.length != symbols.size()) {
            throw new IllegalArgumentException(
                    symbols.size() + " symbols need as many columns, there were " + closes.length);
        }
        for (int row = 1; row < epochDays.length; row++) {
            if (epochDays[row] <= epochDays[row - 1]) {
                throw new IllegalArgumentException("dates must ascend, " + LocalDate.ofEpochDay(epochDays[row])
                        + " follows " + LocalDate.ofEpochDay(epochDays[row - 1]));
            }
        }
        for (int column = 0; column < closes.length; column++) {
            requireUsable(symbols.get(column), closes[column], epochDays);
        }
    }

    private PriceTable(
            List<Symbol> symbols, Map<Symbol, Integer> columns, int[] epochDays, double[][] closes, int rows) {
        this.symbols = symbols;
        this.columns = columns;
        this.epochDays = epochDays;
        this.closes = closes;
        this.rows = rows;
    }

    /** A table from arrays whose maker vouches for them, so that they are not gone over again; columns may be longer. */
    static PriceTable ofChecked(List<Symbol> symbols, int[] epochDays, double[][] closes) {
        return new PriceTable(List.copyOf(symbols), index(symbols), epochDays, closes, epochDays.length);
    }

    /** A table without tickers and dates. */
    public static PriceTable empty() {
        return ofChecked(List.of(), new int[0], new double[0][]);
    }

    private static Map<Symbol, Integer> index(List<Symbol> symbols) {
        if (new HashSet<>(symbols).size() != symbols.size()) {
            throw new IllegalArgumentException("each ticker may have one column, were " + symbols);
        }
        Map<Symbol, Integer> index = new HashMap<>();
        for (int column = 0; column < symbols.size(); column++) {
            index.put(symbols.get(column), column);
        }
        return Map.copyOf(index);
    }

    private static void requireUsable(Symbol symbol, double[] closes, int[] epochDays) {
        if (closes.length != epochDays.length) {
            throw new IllegalArgumentException(
                    symbol + " needs " + epochDays.length + " closes, there were " + closes.length);
        }
        for (int row = 0; row < closes.length; row++) {
            double close = closes[row];
            if (close <= 0 || close == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(symbol + " on " + LocalDate.ofEpochDay(epochDays[row])
                        + " must be finite and positive, was " + close);
            }
        }
    }

    /** The tickers in column order. */
    public List<Symbol> symbols() {
        return symbols;
    }

    /** The number of dates. */
    public int rows() {
        return rows;
    }

    /** The number of tickers. */
    public int columns() {
        return closes.length;
    }

    /** The column of a ticker, or -1. */
    public int column(Symbol symbol) {
        return columns.getOrDefault(symbol, -1);
    }

    public boolean has(Symbol symbol) {
        return columns.containsKey(symbol);
    }

    /** Days since 1970-01-01 of a row. */
    public int epochDay(int row) {
        return epochDays[checked(row)];
    }

    public LocalDate date(int row) {
        return LocalDate.ofEpochDay(epochDay(row));
    }

    /** The close, or NaN where the ticker has none on that date. */
    public double close(int row, int column) {
        return closes[column][checked(row)];
    }

    /**
     * The column itself, without a copy, for arithmetic that runs over it: only the first {@link #rows} entries belong
     * to this table, and none may be written.
     */
    public double[] closes(int column) {
        return closes[column];
    }

    /** The last row dated on or before a day; -1 where all are later. */
    public int rowAsOf(LocalDate day) {
        long epochDay = Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day.toEpochDay()));
        int found = Arrays.binarySearch(epochDays, 0, rows, (int) epochDay);
        return found >= 0 ? found : -found - 2;
    }

    /** The closes of one instrument's bars; of a day with several bars the last one's. */
    public static PriceTable closesOf(Bars bars) {
        int[] days = new int[bars.rows()];
        double[] closes = new double[bars.rows()];
        int rows = 0;
        for (int bar = 0; bar < bars.rows(); bar++) {
            int day = Math.toIntExact(Math.floorDiv(bars.times()[bar], MILLIS_PER_DAY));
            rows += rows == 0 || days[rows - 1] != day ? 1 : 0;
            days[rows - 1] = day;
            closes[rows - 1] = bars.close()[bar];
        }
        return new PriceTable(
                List.of(bars.symbol()), Arrays.copyOf(days, rows), new double[][] {Arrays.copyOf(closes, rows)});
    }

    /** The same table without the rows dated after a day; shares the arrays. */
    public PriceTable until(LocalDate day) {
        return new PriceTable(symbols, columns, epochDays, closes, rowAsOf(day) + 1);
    }

    /**
     * The dates and tickers of both tables; where both have a price, the newer table's stands.
     *
     * <p>A gap in the newer table leaves the older price. The older tickers come first, in their order.
     */
    public PriceTable mergedWith(PriceTable newer) {
        return TableMerge.of(this, newer);
    }

    private int checked(int row) {
        if (row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException("row " + row + " of " + rows);
        }
        return row;
    }
}
