package io.quanttradingos.journal;

import io.quanttradingos.units.Side;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A journal's results by what its trades have in common. Weekdays and months are those of a trade's date.
 *
 * @param bySymbol in alphabetical order
 * @param byMonth single months such as {@code 2024-01}
 * @param byMonthOfYear all Januaries together, and so on
 * @param byHoldingTime by calendar days from date to exit date; null where the file has no exit dates
 */
record Breakdowns(
        Map<String, TradeGroup> bySymbol,
        Map<String, TradeGroup> bySide,
        Map<String, TradeGroup> byWeekday,
        Map<String, TradeGroup> byMonth,
        Map<String, TradeGroup> byMonthOfYear,
        @Nullable Map<String, TradeGroup> byHoldingTime) {
    /** The first day of the epoch was a Thursday. */
    private static final int WEEKDAY_OF_EPOCH = DayOfWeek.THURSDAY.getValue() - 1;

    private static final List<String> HOLDING_TIMES =
            List.of("SAME_DAY", "1_DAY", "2_TO_5_DAYS", "6_TO_20_DAYS", "21_TO_60_DAYS", "OVER_60_DAYS");
    private static final int[] LONGEST_HOLDING = {0, 1, 5, 20, 60, Integer.MAX_VALUE};

    static Breakdowns of(Journal journal, TradeResults results) {
        int[] order = results.order;
        int[] weekdays = new int[order.length];
        int[] sides = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            weekdays[i] = Math.floorMod(journal.days[order[i]] + WEEKDAY_OF_EPOCH, 7);
            sides[i] = journal.signs[order[i]] > 0 ? 0 : 1;
        }
        int[] months = months(journal, order);
        int first = Arrays.stream(months).min().orElse(0);
        int last = Arrays.stream(months).max().orElse(0);
        int[] monthsFromFirst =
                Arrays.stream(months).map(month -> month - first).toArray();
        int[] monthsOfYear = Arrays.stream(months).map(month -> month % 12).toArray();
        return new Breakdowns(
                bySymbol(journal, results),
                Breakdown.of(results, sides, 2, side -> (side == 0 ? Side.LONG : Side.SHORT).name()),
                Breakdown.of(results, weekdays, 7, day -> DayOfWeek.of(day + 1).name()),
                Breakdown.of(results, monthsFromFirst, last - first + 1, month -> yearMonth(first + month)),
                Breakdown.of(
                        results, monthsOfYear, 12, month -> Month.of(month + 1).name()),
                journal.given.exitDays() ? byHoldingTime(journal, results) : null);
    }

    private static Map<String, TradeGroup> bySymbol(Journal journal, TradeResults results) {
        int count = journal.symbols().size();
        int[] alphabetical = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing(number -> journal.symbols().get(number)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] places = new int[count];
        for (int place = 0; place < count; place++) {
            places[alphabetical[place]] = place;
        }
        int[] groups = Arrays.stream(results.order)
                .map(trade -> places[journal.symbolNumbers[trade]])
                .toArray();
        return Breakdown.of(
                results,
                groups,
                count,
                place -> journal.symbols().get(alphabetical[place]).text());
    }

    /** Months since the year 0; neighbours mostly share a day, which is worked out once. */
    private static int[] months(Journal journal, int[] order) {
        int[] months = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int day = journal.days[order[i]];
            if (i > 0 && day == journal.days[order[i - 1]]) {
                months[i] = months[i - 1];
            } else {
                LocalDate date = LocalDate.ofEpochDay(day);
                months[i] = date.getYear() * 12 + date.getMonthValue() - 1;
            }
        }
        return months;
    }

    private static String yearMonth(int month) {
        return YearMonth.of(month / 12, month % 12 + 1).toString();
    }

    private static Map<String, TradeGroup> byHoldingTime(Journal journal, TradeResults results) {
        int[] groups = new int[results.size()];
        for (int i = 0; i < groups.length; i++) {
            int trade = results.order[i];
            int exit = journal.exitDays[trade];
            groups[i] = exit == Journal.NO_DAY ? Breakdown.NO_GROUP : holdingTime(exit - journal.days[trade]);
        }
        return Breakdown.of(results, groups, HOLDING_TIMES.size(), HOLDING_TIMES::get);
    }

    private static int holdingTime(int days) {
        int group = 0;
        while (days > LONGEST_HOLDING[group]) {
            group++;
        }
        return group;
    }
}
