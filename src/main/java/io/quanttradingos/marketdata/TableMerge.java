package io.quanttradingos.marketdata;

import io.quanttradingos.units.Symbol;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The union of two tables, the newer one's prices on top. */
final class TableMerge {
    private TableMerge() {}

    static PriceTable of(PriceTable older, PriceTable newer) {
        Set<Symbol> union = new LinkedHashSet<>(older.symbols());
        union.addAll(newer.symbols());
        List<Symbol> symbols = List.copyOf(union);
        int[] days = unionOfDays(older, newer);
        double[][] closes = new double[symbols.size()][days.length];
        for (int column = 0; column < closes.length; column++) {
            Arrays.fill(closes[column], Double.NaN);
            copy(older, symbols.get(column), days, closes[column]);
            copy(newer, symbols.get(column), days, closes[column]);
        }
        return PriceTable.ofChecked(symbols, days, closes);
    }

    private static int[] unionOfDays(PriceTable older, PriceTable newer) {
        int[] union = new int[older.rows() + newer.rows()];
        int size = 0;
        int o = 0;
        int n = 0;
        while (o < older.rows() || n < newer.rows()) {
            int oldDay = o < older.rows() ? older.epochDay(o) : Integer.MAX_VALUE;
            int newDay = n < newer.rows() ? newer.epochDay(n) : Integer.MAX_VALUE;
            union[size++] = Math.min(oldDay, newDay);
            o += oldDay <= newDay ? 1 : 0;
            n += newDay <= oldDay ? 1 : 0;
        }
        return Arrays.copyOf(union, size);
    }

    private static void copy(PriceTable from, Symbol symbol, int[] days, double[] into) {
        int column = from.column(symbol);
        if (column < 0) {
            return;
        }
        int target = 0;
        for (int row = 0; row < from.rows(); row++) {
            while (days[target] < from.epochDay(row)) {
                target++;
            }
            double close = from.close(row, column);
            if (!Double.isNaN(close)) {
                into[target] = close;
            }
        }
    }
}
