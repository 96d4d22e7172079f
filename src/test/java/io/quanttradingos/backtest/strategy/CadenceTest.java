package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.units.Symbol;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CadenceTest {
    @Test
    void the_first_bar_of_each_month_is_due() {
        assertThat(due(1, "months", "2020-01-15", "2020-01-31", "2020-02-03", "2020-02-28", "2020-03-02", "2020-05-29"))
                .containsExactly("2020-01-15", "2020-02-03", "2020-03-02", "2020-05-29");
    }

    @Test
    void months_are_counted_from_the_last_that_was_due() {
        assertThat(due(3, "months", "2019-11-05", "2020-01-31", "2020-02-03", "2020-03-02", "2020-04-30", "2020-05-29"))
                .containsExactly("2019-11-05", "2020-02-03", "2020-05-29");
    }

    @Test
    void a_week_begins_on_monday() {
        // The second of January 2020 was a Thursday.
        assertThat(due(1, "weeks", "2020-01-02", "2020-01-05", "2020-01-06", "2020-01-12", "2020-01-14", "2020-01-20"))
                .containsExactly("2020-01-02", "2020-01-06", "2020-01-14", "2020-01-20");
    }

    @Test
    void bars_are_counted_whenever_they_are() {
        assertThat(due(2, "bars", "2020-01-02", "2020-01-03", "2020-03-01", "2020-03-02", "2020-03-03"))
                .containsExactly("2020-01-02", "2020-03-01", "2020-03-03");
    }

    @Test
    void times_before_1970_are_read_as_the_calendar_does() {
        assertThat(due(1, "weeks", "1969-12-28", "1969-12-29", "1970-01-04", "1970-01-05"))
                .containsExactly("1969-12-28", "1969-12-29", "1970-01-05");
        assertThat(due(1, "months", "1969-11-30", "1969-12-01", "1969-12-31", "1970-01-01"))
                .containsExactly("1969-11-30", "1969-12-01", "1970-01-01");
    }

    @Test
    void it_stays_due_until_it_is_done() {
        Cadence cadence = new Cadence(1, "months");
        List<Boolean> due = new ArrayList<>();
        run(days("2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"), (history, desk) -> {
            due.add(cadence.isDue(history));
            if (history.bar() == 2) {
                cadence.done(history);
            }
        });

        assertThat(due).containsExactly(true, true, true, false);
    }

    /** The twin asks the calendar's own fields whether this bar and the one before are in the same week or month. */
    @Test
    void on_random_days_a_period_begins_where_the_calendar_says() {
        for (int seed = 0; seed < 200; seed++) {
            String[] days = randomDays(seed);

            assertThat(due(1, "weeks", days)).as("weeks of seed %d", seed).isEqualTo(firsts(days, true));
            assertThat(due(1, "months", days)).as("months of seed %d", seed).isEqualTo(firsts(days, false));
        }
    }

    private static String[] randomDays(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeSet<Long> days = new TreeSet<>();
        long day = random.nextLong(-10_000, 20_000);
        for (int i = 0; i < 200; i++) {
            day += 1 + (random.nextInt(10) == 0 ? random.nextInt(60) : random.nextInt(4));
            days.add(day);
        }
        return days.stream().map(LocalDate::ofEpochDay).map(LocalDate::toString).toArray(String[]::new);
    }

    private static List<String> firsts(String[] days, boolean weeks) {
        List<String> firsts = new ArrayList<>();
        String last = "";
        for (String text : days) {
            LocalDate day = LocalDate.parse(text);
            String period = weeks
                    ? day.get(IsoFields.WEEK_BASED_YEAR) + "/" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                    : text.substring(0, text.length() - 3);
            if (!period.equals(last)) {
                firsts.add(text);
                last = period;
            }
        }
        return firsts;
    }

    @Test
    void the_time_of_day_does_not_matter() {
        long monday = LocalDate.parse("2020-01-06").toEpochDay() * TestRun.DAY;
        assertThat(LocalDate.parse("2020-01-06").getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        long[] times = {monday - 1, monday, monday + TestRun.DAY - 1};

        assertThat(dueAt(new Cadence(1, "weeks"), bars(times))).containsExactly(true, true, false);
    }

    private static List<String> due(int every, String unit, String... days) {
        List<Boolean> due = dueAt(new Cadence(every, unit), days(days));
        List<String> named = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            if (due.get(i)) {
                named.add(days[i]);
            }
        }
        return named;
    }

    private static List<Boolean> dueAt(Cadence cadence, Bars bars) {
        List<Boolean> due = new ArrayList<>();
        run(bars, (history, desk) -> {
            due.add(cadence.isDue(history));
            if (cadence.isDue(history)) {
                cadence.done(history);
            }
        });
        return due;
    }

    private static void run(Bars bars, Strategy strategy) {
        TestRun.run(strategy, TestRun.PLAIN, Market.of(bars));
    }

    private static Bars days(String... days) {
        return bars(Arrays.stream(days)
                .mapToLong(day -> LocalDate.parse(day).toEpochDay() * TestRun.DAY)
                .toArray());
    }

    private static Bars bars(long... times) {
        double[] price = TestRun.constant(times.length, 10);
        return new Bars(Symbol.of("A"), times, price, price, price, price, price, times.length);
    }
}
