package io.quanttradingos.marketdata;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The times of bars as they are read: days, perhaps with a time of day, or seconds or milliseconds since 1970.
 *
 * <p>The first row that counts settles which of them all others must be. Whether numbers are seconds or milliseconds is
 * told by their size once all are known.
 */
final class TimeColumn extends DayColumn {
    private static final long DAY_MILLIS = 86_400_000L;
    /** The last second of the years that dates may have, and so the largest number that can be one. */
    private static final long LAST_SECOND = LocalDate.of(2300, 1, 1).toEpochDay() * 86_400 - 1;

    private static final long FIRST_SECOND = LocalDate.of(1700, 1, 1).toEpochDay() * 86_400;
    /** March 1973: a column of smaller numbers numbers its rows or counts days, but no seconds. */
    private static final long LEAST_LAST_SECOND = 100_000_000;
    /** Three years in milliseconds: a longer step out of early 1970 is one from seconds to milliseconds. */
    private static final long LONGEST_GAP = 100_000_000_000L;

    private static final int FEWEST_DIGITS = 5;
    private static final int MOST_DIGITS = 15;
    private static final int THOUSANDTHS = 3;
    private static final long NO_NUMBER = Long.MIN_VALUE;

    private final boolean clockApart;
    private final ClockReading clock = new ClockReading();
    private boolean numbered;
    private boolean clocked;
    private boolean zoned;
    /** Of the row at hand, in thousandths; {@link #NO_NUMBER} where it has a date. */
    private long number = NO_NUMBER;

    /** Per row the thousandths of a number, or the milliseconds of the day; null where rows are just days. */
    private long @Nullable [] parts;

    /**
     * Begins a column.
     *
     * @param clockApart whether a second column holds the time of day, which {@link #readClock} is given
     */
    TimeColumn(boolean clockApart) {
        this.clockApart = clockApart;
    }

    @Override
    String expected() {
        return "a date such as 2024-01-31 or 2024-01-31T09:30";
    }

    @Override
    boolean takesIso() {
        return super.takesIso() && size() > 0 && (!clocked || clockApart);
    }

    @Override
    int read(byte[] bytes, int from, int to, int line) {
        number = NO_NUMBER;
        int day = size() > 0 && numbered ? UNREADABLE : super.read(bytes, from, to, line);
        if (day == UNREADABLE && (size() == 0 || numbered)) {
            number = thousandths(bytes, from, to);
            return number == NO_NUMBER ? UNREADABLE : 0;
        }
        return day;
    }

    @Override
    boolean isTime(byte[] bytes, int from, int to) {
        return clockApart ? from == to : clock.readBehindDate(bytes, from, to) && isAlike();
    }

    /** Reads the time of day in a column of its own; false where it is none. */
    boolean readClock(byte[] bytes, int from, int to) {
        return clock.read(bytes, from, to) && isAlike();
    }

    private boolean isAlike() {
        return size() == 0 || (clock.present == clocked && clock.zoned == zoned);
    }

    /** A whole number, or one with a fraction, in thousandths. */
    private long thousandths(byte[] bytes, int from, int to) {
        int start = from < to && bytes[from] == '-' ? from + 1 : from;
        int digits = digits(bytes, start, to);
        if (digits > MOST_DIGITS || digits < (size() == 0 ? FEWEST_DIGITS : 1)) {
            return NO_NUMBER;
        }
        int p = start + digits;
        int decimals = p < to && bytes[p] == '.' ? digits(bytes, p + 1, to) : -1;
        if (p + decimals + 1 != to || decimals == 0) {
            return NO_NUMBER;
        }
        long value = 0;
        for (int i = start; i < p; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        for (int i = 1; i <= THOUSANDTHS; i++) {
            value = value * 10 + (i <= decimals ? bytes[p + i] - '0' : 0);
        }
        return start > from ? -value : value;
    }

    @Override
    void add(int day, int line) {
        int row = size();
        super.add(day, line);
        if (row == 0) {
            numbered = number != NO_NUMBER;
            clocked = !numbered && clock.present;
            zoned = clock.zoned;
            parts = numbered || clocked ? new long[capacity()] : null;
        }
        if (parts != null) {
            if (row == parts.length) {
                parts = Arrays.copyOf(parts, capacity());
            }
            parts[row] = numbered ? number : clock.millis;
        }
    }

    /**
     * Milliseconds since 1970-01-01T00:00, one per row, as written; null where the file leaves them open, with the reason
     * among the problems.
     *
     * @param wanted the reading its sender asked for
     * @param sequence rows that belong to one instrument, whose order may tell the reading
     */
    long @Nullable [] times(@Nullable DateReading wanted, Supplier<int[]> sequence, Problems problems) {
        if (numbered && parts != null) {
            return counted(parts, problems);
        }
        int[] days = resolve(wanted, dependsOnReading() ? distinctDays(sequence.get()) : new int[0], problems);
        if (days == null) {
            return null;
        }
        long[] times = new long[size()];
        for (int row = 0; row < times.length; row++) {
            times[row] = days[row] * DAY_MILLIS + (parts == null ? 0 : parts[row]);
        }
        return times;
    }

    /** Those rows of a sequence that are dated otherwise than the one before. */
    private int[] distinctDays(int[] sequence) {
        int[] distinct = new int[sequence.length];
        int count = 0;
        for (int row : sequence) {
            if (count == 0 || written(distinct[count - 1]) != written(row)) {
                distinct[count++] = row;
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    private long @Nullable [] counted(long[] thousandths, Problems problems) {
        int last = furthestFrom1970(thousandths);
        long furthest = Math.abs(thousandths[last]) / 1000;
        if (furthest < LEAST_LAST_SECOND) {
            problems.add(
                    line(last),
                    "date",
                    "must be a date, or seconds or milliseconds since 1970, was " + thousandths[last] / 1000);
            return null;
        }
        boolean seconds = furthest <= LAST_SECOND;
        if (!seconds && !areAllMilliseconds(thousandths, problems)) {
            return null;
        }
        long[] times = new long[size()];
        for (int row = 0; row < times.length; row++) {
            times[row] = seconds ? thousandths[row] : Math.floorDiv(thousandths[row], 1000);
            if (times[row] < FIRST_SECOND * 1000 || times[row] > LAST_SECOND * 1000 + 999) {
                problems.add(line(row), "date", "must lie in the years 1700 to 2299, was " + thousandths[row] / 1000);
                return null;
            }
        }
        return times;
    }

    private int furthestFrom1970(long[] thousandths) {
        int furthest = 0;
        for (int row = 1; row < size(); row++) {
            furthest = Math.abs(thousandths[row]) > Math.abs(thousandths[furthest]) ? row : furthest;
        }
        return furthest;
    }

    /** Milliseconds may be as small as seconds in early 1970, but do not get there from elsewhere in one step. */
    private boolean areAllMilliseconds(long[] thousandths, Problems problems) {
        for (int row = 1; row < size(); row++) {
            long before = thousandths[row - 1] / 1000;
            long after = thousandths[row] / 1000;
            boolean mixed = Math.abs(before) <= LAST_SECOND != Math.abs(after) <= LAST_SECOND;
            if (mixed && Math.abs(after - before) > LONGEST_GAP) {
                problems.add(
                        line(row),
                        "date",
                        "must count seconds or milliseconds since 1970 on every line alike, was " + after + " after "
                                + before);
                return false;
            }
        }
        return true;
    }

    /** A time for a message: a day where rows are days, else with the time of day. */
    String shown(long time) {
        return parts == null
                ? shown((int) Math.floorDiv(time, DAY_MILLIS))
                : LocalDateTime.ofEpochSecond(
                                Math.floorDiv(time, 1000L),
                                (int) Math.floorMod(time, 1000L) * 1_000_000,
                                ZoneOffset.UTC)
                        .toString();
    }
}
