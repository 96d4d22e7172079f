package io.quanttradingos.journal;

import io.quanttradingos.statistics.CompensatedSum;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The days that stand out.
 *
 * @param best of the days trades closed on, the one with the highest net result; the first of equals
 * @param worst the one with the lowest
 * @param busiest of the days trades are dated, the one with most; the first of equals
 * @param traded how many days trades are dated
 */
record Days(DayOfTrades best, DayOfTrades worst, DayOfTrades busiest, int traded) {
    static Days of(TradeResults results) {
        DayOfTrades best = null;
        DayOfTrades worst = null;
        for (int from = 0; from < results.size(); ) {
            int to = from + 1;
            while (to < results.size() && results.closingDay(to) == results.closingDay(from)) {
                to++;
            }
            double sum = CompensatedSum.of(results.net, from, to);
            if (best == null || sum > best.netPnl()) {
                best = day(results.closingDay(from), to - from, sum);
            }
            if (worst == null || sum < worst.netPnl()) {
                worst = day(results.closingDay(from), to - from, sum);
            }
            from = to;
        }
        if (best == null || worst == null) {
            throw new IllegalArgumentException("there must be a trade");
        }
        return busiest(results, best, worst);
    }

    private static Days busiest(TradeResults results, DayOfTrades best, DayOfTrades worst) {
        int[] days = new int[results.size()];
        Arrays.setAll(days, results::day);
        Arrays.sort(days);
        int traded = 0;
        int most = 0;
        int busiest = days[0];
        for (int from = 0; from < days.length; ) {
            int to = from + 1;
            while (to < days.length && days[to] == days[from]) {
                to++;
            }
            traded++;
            if (to - from > most) {
                most = to - from;
                busiest = days[from];
            }
            from = to;
        }
        return new Days(best, worst, day(busiest, most, netOn(results, busiest, most)), traded);
    }

    private static double netOn(TradeResults results, int day, int count) {
        double[] net = new double[count];
        int found = 0;
        for (int i = 0; i < results.size(); i++) {
            if (results.day(i) == day) {
                net[found++] = results.net[i];
            }
        }
        return CompensatedSum.of(net);
    }

    private static DayOfTrades day(int day, int count, double net) {
        return new DayOfTrades(LocalDate.ofEpochDay(day), count, net);
    }
}
