package io.quanttradingos.regime;

import io.quanttradingos.marketdata.PriceTable;
import java.util.Arrays;

/** The dates on which the equity benchmark has a close; every component is counted on these rows. */
final class TimeAxis {
    private final int[] tableRows;
    private final int[] epochDays;
    private final boolean complete;

    TimeAxis(PriceTable prices, int benchmark) {
        int[] kept = new int[prices.rows()];
        double[] closes = prices.closes(benchmark);
        int count = 0;
        for (int row = 0; row < kept.length; row++) {
            kept[count] = row;
            count += Double.isNaN(closes[row]) ? 0 : 1;
        }
        this.tableRows = Arrays.copyOf(kept, count);
        this.epochDays = new int[count];
        this.complete = count == kept.length;
        for (int row = 0; row < count; row++) {
            epochDays[row] = prices.epochDay(tableRows[row]);
        }
    }

    int rows() {
        return tableRows.length;
    }

    /** Whether these are all the rows of the table. */
    boolean complete() {
        return complete;
    }

    int tableRow(int row) {
        return tableRows[row];
    }

    int epochDay(int row) {
        return epochDays[row];
    }

    /** The last row on or before a day; -1 where all are later. */
    int rowAsOf(long epochDay) {
        int bounded = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, epochDay));
        int found = Arrays.binarySearch(epochDays, bounded);
        return found >= 0 ? found : -found - 2;
    }

    /** A column's closes on these rows, NaN where it has none. */
    double[] closes(double[] column) {
        double[] closes = new double[tableRows.length];
        for (int row = 0; row < closes.length; row++) {
            closes[row] = column[tableRows[row]];
        }
        return closes;
    }
}
