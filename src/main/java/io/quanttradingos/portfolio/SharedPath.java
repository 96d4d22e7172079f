package io.quanttradingos.portfolio;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.statistics.SimpleReturns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What today's holdings would have been worth, V_t = cash + Σ shares·P_t, on every date that has a price of each.
 *
 * <p>Holdings are taken as constant: there is no record of when each was bought.
 */
final class SharedPath {
    private final PriceTable prices;
    private final Book book;
    private final int[] columns;
    private final int[] rows;
    private final double[] values;

    private SharedPath(PriceTable prices, Book book, int[] columns, int[] rows) {
        this.prices = prices;
        this.book = book;
        this.columns = columns;
        this.rows = rows;
        this.values = values();
    }

    /** The path over a table that ends on the day of valuation. */
    static SharedPath of(PriceTable prices, Book book) {
        int[] columns = book.securities().stream()
                .mapToInt(holding -> prices.column(holding.symbol()))
                .toArray();
        int[] rows = sharedRows(prices, columns);
        if (rows.length == 0) {
            throw Refusal.notUsable("no date has a price of every holding: "
                    + book.securitySymbols().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return new SharedPath(prices, book, columns, rows);
    }

    private static int[] sharedRows(PriceTable prices, int[] columns) {
        int[] shared = new int[prices.rows()];
        Arrays.setAll(shared, row -> row);
        int count = shared.length;
        for (int column : columns) {
            double[] closes = prices.closes(column);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (!Double.isNaN(closes[shared[i]])) {
                    shared[kept++] = shared[i];
                }
            }
            count = kept;
        }
        return Arrays.copyOf(shared, count);
    }

    private double[] values() {
        double[] sums = new double[rows.length];
        Arrays.fill(sums, book.cashAmount());
        for (int member = 0; member < columns.length; member++) {
            double[] closes = prices.closes(columns[member]);
            double shares = book.securities().get(member).shares();
            for (int i = 0; i < rows.length; i++) {
                sums[i] += shares * closes[rows[i]];
            }
        }
        return sums;
    }

    /** The number of dates, at least 1. */
    int dates() {
        return rows.length;
    }

    LocalDate date(int place) {
        return prices.date(rows[place]);
    }

    LocalDate firstDate() {
        return date(0);
    }

    LocalDate lastDate() {
        return date(rows.length - 1);
    }

    /** The row of the price table the path ends on. */
    int lastRow() {
        return rows[rows.length - 1];
    }

    long calendarDays() {
        return lastDate().toEpochDay() - firstDate().toEpochDay();
    }

    /** V_t by date; not to be written. */
    double[] netValues() {
        return values;
    }

    double totalValue() {
        return values[values.length - 1];
    }

    /** The last close of a security, by its place in the book. */
    double lastPrice(int member) {
        return prices.close(lastRow(), columns[member]);
    }

    /** A security's price return over the whole path. */
    double periodReturn(int member) {
        return SimpleReturns.between(prices.close(rows[0], columns[member]), lastPrice(member));
    }

    /** Each security's returns between the path's dates, in new arrays. */
    double[][] securityReturns() {
        double[][] returns = new double[columns.length][];
        for (int member = 0; member < columns.length; member++) {
            returns[member] = returns(columns[member]);
        }
        return returns;
    }

    /** A column's returns between the path's dates; NaN where it lacks one of the two prices. */
    double[] returns(int column) {
        double[] closes = prices.closes(column);
        double[] returns = new double[rows.length - 1];
        double before = closes[rows[0]];
        for (int i = 0; i < returns.length; i++) {
            double after = closes[rows[i + 1]];
            returns[i] = SimpleReturns.between(before, after);
            before = after;
        }
        return returns;
    }

    /** Says where the path covers much less than the prices given. */
    void warn(Warnings warnings) {
        LocalDate tableEnd = prices.date(prices.rows() - 1);
        if (lastRow() < prices.rows() - 1) {
            warnings.add("The portfolio is valued on " + lastDate()
                    + ", the last date with a price of every holding; the prices go on to " + tableEnd + ".");
        }
        if (rows.length * 2 < prices.rows()) {
            List<Holding> securities = book.securities();
            int fewest = 0;
            for (int member = 1; member < columns.length; member++) {
                fewest = count(columns[member]) < count(columns[fewest]) ? member : fewest;
            }
            warnings.add("Only " + rows.length + " of " + prices.rows() + " dates have a price of every holding; "
                    + securities.get(fewest).symbol() + " has the fewest prices, " + count(columns[fewest]) + ".");
        }
    }

    private int count(int column) {
        double[] closes = prices.closes(column);
        int count = 0;
        for (int row = 0; row < prices.rows(); row++) {
            count += Double.isNaN(closes[row]) ? 0 : 1;
        }
        return count;
    }
}
