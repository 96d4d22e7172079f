package io.quanttradingos.backtest.seed;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/** A date and time of day as it was written, held as nanoseconds since 1970-01-01T00:00 UTC; reused from cell to cell. */
final class ReadTime {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND - 1;

    /** The moment; a time without an offset counts as UTC. */
    long nanos;
    /** Whether an offset from UTC was written. */
    boolean hasOffset;

    /**
     * Sets the day.
     *
     * @return false where there is no such day, or it lies outside of 1677 to 2262
     */
    boolean setDay(int year, int month, int day) {
        hasOffset = false;
        nanos = 0;
        if (month < 1 || month > 12 || day < 1 || year < 1677 || year > 2262) {
            return false;
        }
        if (day > 28 && day > Month.of(month).length(Year.isLeap(year))) {
            return false;
        }
        return add(LocalDate.of(year, month, day).toEpochDay() * SECONDS_PER_DAY, 0);
    }

    /** Adds a time of day; false where there is no such time. */
    boolean addTime(int hour, int minute, int second, int nano) {
        return hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60
                && add(hour * 3600L + minute * 60L + second, nano);
    }

    /** Takes an offset from UTC off; false where there is no such offset. */
    boolean takeOffset(boolean east, int hours, int minutes) {
        hasOffset = true;
        long seconds = hours * 3600L + minutes * 60L;
        return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && add(east ? -seconds : seconds, 0);
    }

    private boolean add(long seconds, int nano) {
        long whole = Math.floorDiv(nanos, NANOS_PER_SECOND) + seconds;
        nanos = whole * NANOS_PER_SECOND + Math.floorMod(nanos, NANOS_PER_SECOND) + nano;
        return Math.abs(whole) <= MOST_SECONDS;
    }
}
