package io.quanttradingos.backtest.performance;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The return of every calendar month and year, as fractions.
 *
 * <p>A month's return leads from the last equity before it, in the first month the initial cash, to its own last. A month
 * without a bar has none. The months multiply up to the year, the years to the total return.
 *
 * @param years ascending, without gaps
 */
public record MonthlyReturns(List<YearOfReturns> years) {
    public MonthlyReturns {
        years = List.copyOf(years);
    }

    /** The table of a run. */
    public static MonthlyReturns of(EquityCurve curve) {
        Table table = new Table(curve);
        int last = curve.bars() - 1;
        long monthEnds = Long.MIN_VALUE;
        for (int bar = 0; bar <= last; bar++) {
            if (curve.millis(bar) >= monthEnds) {
                table.close(bar - 1);
                monthEnds = table.open(bar);
            }
        }
        table.close(last);
        return new MonthlyReturns(table.years());
    }

    private static final class Table {
        private final EquityCurve curve;
        private final int firstYear;
        private final @Nullable Double[][] months;
        private double before;
        private int month;
        private int row;

        Table(EquityCurve curve) {
            this.curve = curve;
            this.before = curve.initialCash();
            this.firstYear = date(0).getYear();
            this.months = new Double[date(curve.bars() - 1).getYear() - firstYear + 1][12];
        }

        private LocalDate date(int bar) {
            return LocalDate.ofInstant(curve.time(bar), ZoneOffset.UTC);
        }

        /** Begins the month of a bar and gives the first millisecond after it. */
        long open(int bar) {
            LocalDate first = date(bar).withDayOfMonth(1);
            month = first.getMonthValue() - 1;
            row = first.getYear() - firstYear;
            return first.plusMonths(1).toEpochDay() * BarsPerYear.MILLIS_PER_DAY;
        }

        /** Ends the month that is open with its last bar. */
        void close(int bar) {
            if (bar >= 0) {
                months[row][month] = curve.equity(bar) / before - 1;
                before = curve.equity(bar);
            }
        }

        List<YearOfReturns> years() {
            List<YearOfReturns> years = new ArrayList<>();
            for (int year = 0; year < months.length; year++) {
                years.add(new YearOfReturns(firstYear + year, Arrays.asList(months[year]), total(months[year])));
            }
            return years;
        }

        private static @Nullable Double total(@Nullable Double[] months) {
            double growth = 1;
            boolean any = false;
            for (Double month : months) {
                if (month != null) {
                    growth *= 1 + month;
                    any = true;
                }
            }
            return any ? growth - 1 : null;
        }
    }
}
