package io.quanttradingos.marketdata;

import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes bars out of the rows that were read: settles their times, parts the instruments and puts each in order. */
final class BarAssembly {
    private final BarRows rows;
    private final BadRows badRows;
    private final Problems problems;

    BarAssembly(BarRows rows, BadRows badRows, Problems problems) {
        this.rows = rows;
        this.badRows = badRows;
        this.problems = problems;
    }

    /**
     * The bars of each instrument; none where the dates are in doubt or in no order.
     *
     * @param symbol whose bars they are where the file does not say
     */
    List<Bars> bars(@Nullable DateReading reading, @Nullable Symbol symbol) {
        long[] times = rows.times().times(reading, this::rowsOfFirstSymbol, problems);
        if (times == null) {
            return List.of();
        }
        List<Bars> instruments = new ArrayList<>();
        for (BarSeries series : parted(times, symbol)) {
            if (!isPutInOrder(series)) {
                return List.of();
            }
            instruments.add(series.bars());
        }
        return instruments;
    }

    private int[] rowsOfFirstSymbol() {
        int[] tickers = rows.tickerNumbers;
        return IntStream.range(0, rows.rows())
                .filter(row -> !rows.namesSymbols() || tickers[row] == tickers[0])
                .toArray();
    }

    private List<BarSeries> parted(long[] times, @Nullable Symbol symbol) {
        int[] lines = rows.times().lines();
        if (!rows.namesSymbols() && symbol != null) {
            return List.of(new BarSeries(symbol, times, lines, rows.columns, times.length));
        }
        List<Symbol> symbols = rows.tickers().symbols();
        int[] counts = new int[symbols.size()];
        int[] places = places(counts, times.length);
        if (counts[rows.tickerNumbers[0]] == times.length) {
            return List.of(new BarSeries(symbols.get(rows.tickerNumbers[0]), times, lines, rows.columns, times.length));
        }
        BarSeries[] parted = new BarSeries[counts.length];
        for (int ticker = 0; ticker < counts.length; ticker++) {
            parted[ticker] = BarSeries.withRoom(symbols.get(ticker), counts[ticker], rows.columns);
        }
        for (int row = 0; row < times.length; row++) {
            parted[rows.tickerNumbers[row]].put(places[row], times[row], lines[row], rows.columns, row);
        }
        return Arrays.stream(parted).filter(series -> series.count() > 0).toList();
    }

    /** The place of each row among those of its symbol; counts them by the way. */
    private int[] places(int[] counts, int count) {
        int[] places = new int[count];
        for (int row = 0; row < count; row++) {
            places[row] = counts[rows.tickerNumbers[row]]++;
        }
        return places;
    }

    /** Makes a series ascend, at the cost of rows where need be; false where it has no order to speak of. */
    private boolean isPutInOrder(BarSeries series) {
        int direction = series.direction();
        boolean turned = direction < 0 || (direction == 0 && series.mostlyDescends());
        if (turned) {
            series.reverse();
        }
        return direction != 0 || isSorted(series, turned);
    }

    private boolean isSorted(BarSeries series, boolean turned) {
        boolean[] isKept = LongestRun.kept(series);
        int[] kept = rowsThat(isKept, true);
        int[] left = rowsThat(isKept, false);
        if (left.length > kept.length) {
            problems.add(
                    series.line(left[0]),
                    "date",
                    "is out of order, as are most dates" + ofSymbol(series) + "; sort the rows by date");
            return false;
        }
        long[] keptTimes = Arrays.stream(kept).mapToLong(series::time).toArray();
        if (turned) {
            DateOrder.reverse(left, left.length);
        }
        for (int row : left) {
            int twin = Arrays.binarySearch(keptTimes, series.time(row));
            badRows.add(series.line(row), "date", misplaced(series, row, twin < 0 ? -1 : kept[twin]));
        }
        series.retain(kept);
        return true;
    }

    private static int[] rowsThat(boolean[] isKept, boolean wanted) {
        return IntStream.range(0, isKept.length)
                .filter(row -> isKept[row] == wanted)
                .toArray();
    }

    private String misplaced(BarSeries series, int row, int twin) {
        String time = rows.times().shown(series.time(row)) + ofSymbol(series);
        return twin >= 0
                ? time + " is on line " + series.line(twin) + " too; give one row per bar"
                : time + " is out of order; give the rows by date, oldest or newest first";
    }

    private String ofSymbol(BarSeries series) {
        return rows.namesSymbols() ? " of " + series.symbol() : "";
    }
}
