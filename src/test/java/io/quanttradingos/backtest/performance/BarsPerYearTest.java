package io.quanttradingos.backtest.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarsPerYearTest {
    private static final long HOUR = 3_600_000L;
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

    private static double barsPerYear(long[] times) {
        return BarsPerYear.of(times, times.length);
    }

    /** Days a market is open, one in {@code 1 / holidays} of them missing. */
    private static List<LocalDate> days(Random random, int count, Set<DayOfWeek> open, double holidays) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(10_000));
        for (; days.size() < count; day = day.plusDays(1)) {
            if (open.contains(day.getDayOfWeek()) && random.nextDouble() >= holidays) {
                days.add(day);
            }
        }
        return days;
    }

    private static long[] midnights(List<LocalDate> days) {
        return days.stream().mapToLong(day -> day.toEpochDay() * Curves.DAY).toArray();
    }

    private static long[] within(List<LocalDate> days, long open, long step, int bars) {
        return days.stream()
                .flatMapToLong(
                        day -> LongStream.range(0, bars).map(bar -> day.toEpochDay() * Curves.DAY + open + bar * step))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void days_are_252_or_365_whatever_is_missing_and_wherever_they_begin(long seed) {
        Random random = new Random(seed);
        int count = 15 + random.nextInt(2000);
        assertThat(barsPerYear(midnights(days(random, count, WEEKDAYS, 0.04)))).isEqualTo(252);
        assertThat(barsPerYear(midnights(days(random, count, ALL_DAYS, 0.01)))).isEqualTo(365);
        // Midnight of a place west or east of Greenwich with summer time: other hours, the same days.
        long[] shifted = midnights(days(random, count, WEEKDAYS, 0.04));
        Arrays.setAll(shifted, i -> shifted[i] + (i % 200 < 100 ? 4 : 5) * HOUR);
        assertThat(barsPerYear(shifted)).isEqualTo(252);
    }

    @Test
    void a_market_that_is_open_on_weekends_but_not_all_week_has_weekdays() {
        Random random = new Random(4);
        Set<DayOfWeek> saturdayToWednesday = EnumSet.complementOf(EnumSet.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
        assertThat(barsPerYear(midnights(days(random, 700, saturdayToWednesday, 0.03))))
                .isEqualTo(252);
        // A few stray bars on weekends do not open a market.
        long[] stray = LongStream.concat(
                        Arrays.stream(Curves.weekdays(LocalDate.of(2020, 1, 1), 500)),
                        LongStream.of(
                                LocalDate.of(2020, 2, 1).toEpochDay() * Curves.DAY,
                                LocalDate.of(2020, 2, 2).toEpochDay() * Curves.DAY))
                .sorted()
                .toArray();
        assertThat(barsPerYear(stray)).isEqualTo(252);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void weeks_months_quarters_and_years_are_counted_as_such(long seed) {
        Random random = new Random(seed);
        LocalDate first = LocalDate.of(1980, 1, 1).plusDays(random.nextInt(5000));
        int count = 4 + random.nextInt(200);
        // The last trading day of a week is now and then a Thursday; a week is now and then missing.
        long[] weeks = new long[count];
        long[] months = new long[count];
        long[] quarters = new long[count];
        long[] years = new long[count];
        LocalDate friday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        for (int i = 0; i < count; i++) {
            friday = friday.plusWeeks(random.nextInt(20) == 0 ? 2 : 1);
            weeks[i] = friday.minusDays(random.nextInt(15) == 0 ? 1 : 0).toEpochDay() * Curves.DAY;
            LocalDate monthEnd = first.plusMonths(i).with(TemporalAdjusters.lastDayOfMonth());
            months[i] = monthEnd.minusDays(random.nextInt(4)).toEpochDay() * Curves.DAY;
            quarters[i] = first.withDayOfMonth(1).plusMonths(3L * i).toEpochDay() * Curves.DAY;
            years[i] = first.withDayOfMonth(1).plusYears(i).toEpochDay() * Curves.DAY;
        }
        assertThat(barsPerYear(weeks)).isEqualTo(52);
        assertThat(barsPerYear(months)).isEqualTo(12);
        assertThat(barsPerYear(quarters)).isEqualTo(4);
        assertThat(barsPerYear(years)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"390, 1", "78, 5", "26, 15", "7, 60", "2, 240"})
    void bars_within_a_weekday_are_bars_of_a_day_times_252(int bars, int minutes) {
        Random random = new Random(bars);
        List<LocalDate> days = days(random, 25, WEEKDAYS, 0.04);
        long[] full = within(days, 9 * HOUR + HOUR / 2, minutes * 60_000L, bars);
        assertThat(barsPerYear(full)).isEqualTo(252.0 * bars);
        // The first and the last day cut anywhere, and a half day between.
        int cutFirst = random.nextInt(bars);
        int cutLast = random.nextInt(bars);
        long half = days.get(10).toEpochDay();
        long[] cut = Arrays.stream(full, cutFirst, full.length - cutLast)
                .filter(t -> t / Curves.DAY != half || t % Curves.DAY < 12 * HOUR)
                .toArray();
        assertThat(barsPerYear(cut)).isEqualTo(252.0 * bars);
    }

    @ParameterizedTest
    @CsvSource({"24, 60", "96, 15", "6, 240", "2, 720"})
    void bars_round_the_clock_all_week_are_bars_of_a_day_times_365(int bars, int minutes) {
        Random random = new Random(bars);
        long[] times = within(days(random, 40, ALL_DAYS, 0.02), 0, minutes * 60_000L, bars);
        assertThat(barsPerYear(times)).isEqualTo(365.0 * bars);
    }

    @Test
    void other_spacings_are_counted() {
        long[] everySecondDay =
                LongStream.range(0, 300).map(i -> 2 * i * Curves.DAY).toArray();
        assertThat(barsPerYear(everySecondDay)).isCloseTo(182.6, Assertions.within(0.1));
        long[] everyFortnight =
                LongStream.range(0, 300).map(i -> 14 * i * Curves.DAY).toArray();
        assertThat(barsPerYear(everyFortnight)).isCloseTo(26.1, Assertions.within(0.05));
    }

    @Test
    void a_single_bar_tells_nothing_and_bars_beyond_the_length_are_not_looked_at() {
        assertThat(BarsPerYear.of(new long[] {5, 6}, 1)).isNaN();
        assertThat(BarsPerYear.of(new long[0], 0)).isNaN();
        long[] times = Curves.weekdays(LocalDate.of(2020, 1, 1), 40);
        Arrays.fill(times, 30, 40, Long.MAX_VALUE);
        assertThat(BarsPerYear.of(times, 30)).isEqualTo(252);
        // Before 1970 too.
        assertThat(barsPerYear(Curves.weekdays(LocalDate.of(1955, 3, 1), 100))).isEqualTo(252);
    }
}
