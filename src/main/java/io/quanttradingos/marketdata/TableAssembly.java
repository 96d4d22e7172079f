package io.quanttradingos.marketdata;

import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the table out of what was read: settles the dates, their order, and which tickers have prices at all. */
final class TableAssembly {
    private static final int MOST_NAMED = 10;

    private final PriceRows rows;
    private final ReadLimits limits;
    private final Problems problems;
    private final List<String> warnings;

    TableAssembly(PriceRows rows, ReadLimits limits, Problems problems, List<String> warnings) {
        this.rows = rows;
        this.limits = limits;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** The table of a file with one row per date. */
    PriceTable wide(List<Symbol> symbols, @Nullable DateReading reading) {
        int count = rows.rows();
        int[] days = rows.days.resolve(reading, IntStream.range(0, count).toArray(), problems);
        if (days == null) {
            return PriceTable.empty();
        }
        int direction = DateOrder.direction(days);
        if (direction == 0) {
            tellDisorder(days);
            return PriceTable.empty();
        }
        double[][] closes = rows.columns;
        for (int column = 0; column < closes.length; column++) {
            if (isWasteful(closes[column].length, count)) {
                closes[column] = Arrays.copyOf(closes[column], count);
            }
            if (direction < 0) {
                DateOrder.reverse(closes[column], count);
            }
        }
        if (direction < 0) {
            DateOrder.reverse(days, count);
        }
        return withoutEmptyColumns(symbols, days, closes);
    }

    /** A table may hold arrays longer than it has rows; copying them all for a few spare places is not worth it. */
    static boolean isWasteful(int capacity, int count) {
        return capacity > count + count / 8 + 64;
    }

    private void tellDisorder(int[] days) {
        boolean ascending = days[days.length - 1] >= days[0];
        Map<Integer, Integer> lines = new HashMap<>();
        for (int row = 0; row < days.length && !problems.full(); row++) {
            int line = rows.days.line(row);
            Integer before = lines.putIfAbsent(days[row], line);
            if (before != null) {
                problems.add(
                        line,
                        "date",
                        DayColumn.shown(days[row]) + " is on line " + before + " already; give one row per day");
            } else if (row > 0 && days[row] != days[row - 1] && days[row] > days[row - 1] != ascending) {
                problems.add(
                        line,
                        "date",
                        DayColumn.shown(days[row]) + " is out of order: it follows " + DayColumn.shown(days[row - 1]));
            }
        }
    }

    /** The table of a file with one row per date and ticker, whatever their order. */
    PriceTable pivoted(@Nullable DateReading reading) {
        int count = rows.rows();
        int[] tickers = rows.tickerNumbers;
        int[] firstTicker = IntStream.range(0, count)
                .filter(row -> tickers[row] == tickers[0])
                .toArray();
        int[] dayOfRow = rows.days.resolve(reading, firstTicker, problems);
        if (dayOfRow == null) {
            return PriceTable.empty();
        }
        int[] days = Arrays.stream(dayOfRow).sorted().distinct().toArray();
        List<Symbol> symbols = rows.tickers().symbols();
        if ((long) days.length * symbols.size() > limits.maxCells()) {
            problems.addForFile("spans " + days.length + " dates and " + symbols.size() + " tickers, past the limit of "
                    + limits.maxCells() + " prices in one table");
            return PriceTable.empty();
        }
        double[][] closes = new double[symbols.size()][days.length];
        for (double[] column : closes) {
            Arrays.fill(column, Double.NaN);
        }
        fill(closes, days, dayOfRow, tickers);
        return withoutEmptyColumns(symbols, days, closes);
    }

    private void fill(double[][] closes, int[] days, int[] dayOfRow, int[] tickers) {
        double[] prices = rows.columns[0];
        int at = 0;
        for (int row = 0; row < dayOfRow.length; row++) {
            if (days[at] != dayOfRow[row]) {
                boolean isNext = at + 1 < days.length && days[at + 1] == dayOfRow[row];
                at = isNext ? at + 1 : Arrays.binarySearch(days, dayOfRow[row]);
            }
            double[] column = closes[tickers[row]];
            if (!Double.isNaN(column[at])) {
                tellRepeated(row, dayOfRow, tickers);
            } else {
                column[at] = prices[row];
            }
        }
    }

    private void tellRepeated(int row, int[] dayOfRow, int[] tickers) {
        if (problems.full()) {
            return;
        }
        int first = 0;
        while (dayOfRow[first] != dayOfRow[row] || tickers[first] != tickers[row]) {
            first++;
        }
        problems.add(
                rows.days.line(row),
                "date",
                DayColumn.shown(dayOfRow[row]) + " has a price of "
                        + rows.tickers().symbols().get(tickers[row])
                        + " on line " + rows.days.line(first) + " already");
    }

    private PriceTable withoutEmptyColumns(List<Symbol> symbols, int[] days, double[][] closes) {
        List<Symbol> kept = new ArrayList<>();
        List<Symbol> dropped = new ArrayList<>();
        double[][] used = new double[closes.length][];
        for (int column = 0; column < closes.length; column++) {
            if (hasPrice(closes[column], days.length)) {
                used[kept.size()] = closes[column];
                kept.add(symbols.get(column));
            } else {
                dropped.add(symbols.get(column));
            }
        }
        if (kept.isEmpty()) {
            if (problems.none()) {
                problems.addForFile("has no price in any row");
            }
            return PriceTable.empty();
        }
        if (!dropped.isEmpty()) {
            warnings.add("no price in the whole file, left out: " + named(dropped));
        }
        return PriceTable.ofChecked(kept, days, Arrays.copyOf(used, kept.size()));
    }

    private static boolean hasPrice(double[] closes, int count) {
        for (int row = 0; row < count; row++) {
            if (!Double.isNaN(closes[row])) {
                return true;
            }
        }
        return false;
    }

    private static String named(List<Symbol> symbols) {
        String named = String.join(
                ", ", symbols.stream().limit(MOST_NAMED).map(Symbol::text).toList());
        return symbols.size() > MOST_NAMED ? named + " and " + (symbols.size() - MOST_NAMED) + " more" : named;
    }
}
