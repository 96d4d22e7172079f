package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.marketdata.PriceTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * The days of a backtest's market, one row each, as a file of daily closes would have them, and which of them are over at
 * the close of each bar.
 *
 * <p>Where every bar stands at midnight, a bar is a day and its own day is over at its close. Where any does not, bars are
 * parts of days, and only the days before a bar's own are over. Immutable.
 */
final class MarketDays {
    private static final long DAY_MILLIS = 86_400_000L;

    private final Market market;
    private final boolean daily;
    private final int[] rowOfBar;
    private final int[] epochDays;
    private final PriceTable closes;

    MarketDays(Market market) {
        this.market = market;
        this.daily =
                Arrays.stream(market.times(), 0, market.rows()).allMatch(time -> Math.floorMod(time, DAY_MILLIS) == 0);
        this.rowOfBar = new int[market.rows()];
        int[] days = new int[market.rows()];
        int count = 0;
        for (int bar = 0; bar < rowOfBar.length; bar++) {
            int day = epochDay(bar);
            if (count == 0 || days[count - 1] != day) {
                days[count++] = day;
            }
            rowOfBar[bar] = count - 1;
        }
        this.epochDays = Arrays.copyOf(days, count);
        double[][] columns = new double[market.instruments()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = byDay(market.close(i), (earlier, later) -> later);
        }
        this.closes = new PriceTable(market.symbols(), epochDays, columns);
    }

    /** Closes of each day, one column for each instrument; NaN where it has none. */
    PriceTable closes() {
        return closes;
    }

    /** The day a bar is dated, in days since 1970. */
    int epochDay(int bar) {
        return Math.toIntExact(Math.floorDiv(market.times()[bar], DAY_MILLIS));
    }

    /** The last day that is over at the close of a bar. */
    LocalDate lastOver(int bar) {
        return LocalDate.ofEpochDay(daily ? epochDay(bar) : epochDay(bar) - 1);
    }

    /** The row of the last day with bars that is over at the close of a bar; -1 where none is. */
    int rowOver(int bar) {
        return daily ? rowOfBar[bar] : rowOfBar[bar] - 1;
    }

    /** When a bar is dated, in milliseconds since 1970. */
    long time(int bar) {
        return market.times()[bar];
    }

    /** The number of bars. */
    int bars() {
        return rowOfBar.length;
    }

    /** The average true range of an instrument on each row. */
    double[] averageTrueRange(int instrument, int days) {
        return AverageTrueRange.of(
                byDay(market.high(instrument), Math::max),
                byDay(market.low(instrument), Math::min),
                closes.closes(instrument),
                days);
    }

    private double[] byDay(double[] column, DoubleBinaryOperator both) {
        double[] byDay = new double[epochDays.length];
        Arrays.fill(byDay, Double.NaN);
        for (int bar = 0; bar < rowOfBar.length; bar++) {
            double value = column[bar];
            if (!Double.isNaN(value)) {
                int row = rowOfBar[bar];
                byDay[row] = Double.isNaN(byDay[row]) ? value : both.applyAsDouble(byDay[row], value);
            }
        }
        return byDay;
    }
}
