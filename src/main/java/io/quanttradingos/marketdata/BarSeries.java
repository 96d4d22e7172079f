package io.quanttradingos.marketdata;

import io.quanttradingos.units.Symbol;
import java.util.Arrays;

/** The bars of one instrument while they are put in order. */
final class BarSeries {
    private final Symbol symbol;
    private final long[] times;
    private final int[] lines;
    private final double[][] columns;
    private int count;

    /**
     * Takes the arrays over; they may be longer than the bars.
     *
     * @param lines of the file, one per bar
     * @param columns by the constants of {@link BarHeader}; empty where the file has no such column
     */
    BarSeries(Symbol symbol, long[] times, int[] lines, double[][] columns, int count) {
        this.symbol = symbol;
        this.times = times;
        this.lines = lines;
        this.columns = columns;
        this.count = count;
    }

    /** A series of so many bars that are still to be put. */
    static BarSeries withRoom(Symbol symbol, int count, double[][] like) {
        double[][] columns = new double[like.length][];
        for (int role = 0; role < like.length; role++) {
            columns[role] = new double[like[role].length == 0 ? 0 : count];
        }
        return new BarSeries(symbol, new long[count], new int[count], columns, count);
    }

    /** Puts the bar of a row of the file into its place. */
    void put(int place, long time, int line, double[][] from, int row) {
        times[place] = time;
        lines[place] = line;
        for (int role = 0; role < columns.length; role++) {
            if (columns[role].length > 0) {
                columns[role][place] = from[role][row];
            }
        }
    }

    Symbol symbol() {
        return symbol;
    }

    long time(int row) {
        return times[row];
    }

    int line(int row) {
        return lines[row];
    }

    int count() {
        return count;
    }

    /** As {@link DateOrder#direction}. */
    int direction() {
        return DateOrder.direction(times, count);
    }

    /** Whether more steps lead back in time than forth. */
    boolean mostlyDescends() {
        int balance = 0;
        for (int row = 1; row < count; row++) {
            balance += Long.compare(times[row], times[row - 1]);
        }
        return balance < 0;
    }

    void reverse() {
        DateOrder.reverse(times, count);
        DateOrder.reverse(lines, count);
        for (double[] column : columns) {
            if (column.length > 0) {
                DateOrder.reverse(column, count);
            }
        }
    }

    /** Leaves all rows out but these, which ascend. */
    void retain(int[] kept) {
        for (int place = 0; place < kept.length; place++) {
            put(place, times[kept[place]], lines[kept[place]], columns, kept[place]);
        }
        count = kept.length;
    }

    /** The bars, ascending by now. */
    Bars bars() {
        double[] close = column(BarHeader.CLOSE);
        boolean closeAlone = columns[BarHeader.OPEN].length == 0;
        double[] volume = column(BarHeader.VOLUME);
        if (volume.length == 0) {
            volume = new double[count];
            Arrays.fill(volume, Double.NaN);
        }
        return new Bars(
                symbol,
                times,
                closeAlone ? close : column(BarHeader.OPEN),
                closeAlone ? close : column(BarHeader.HIGH),
                closeAlone ? close : column(BarHeader.LOW),
                close,
                volume,
                count);
    }

    private double[] column(int role) {
        double[] column = columns[role];
        return TableAssembly.isWasteful(column.length, count) ? Arrays.copyOf(column, count) : column;
    }
}
