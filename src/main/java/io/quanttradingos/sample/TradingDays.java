package io.quanttradingos.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Weekdays without the holidays a US exchange keeps; close to the real calendar, without its one-off closures. */
final class TradingDays {
    private TradingDays() {}

    static List<LocalDate> between(LocalDate first, LocalDate last) {
        Set<LocalDate> closed = new HashSet<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            closed.addAll(holidays(year));
        }
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && !closed.contains(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private static List<LocalDate> holidays(int year) {
        LocalDate newYear = LocalDate.of(year, Month.JANUARY, 1);
        return List.of(
                newYear.getDayOfWeek() == DayOfWeek.SUNDAY ? newYear.plusDays(1) : newYear,
                monday(3, year, Month.JANUARY),
                monday(3, year, Month.FEBRUARY),
                easter(year).minusDays(2),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                observed(LocalDate.of(year, Month.JULY, 4)),
                monday(1, year, Month.SEPTEMBER),
                LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)),
                observed(LocalDate.of(year, Month.DECEMBER, 25)));
    }

    private static LocalDate monday(int ordinal, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }

    /** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int dayOfYear = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, dayOfYear / 31, dayOfYear % 31 + 1);
    }
}
