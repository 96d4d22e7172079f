package io.quanttradingos.marketdata;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a file as they are read, and their days once all are known.
 *
 * <p>{@code 2024-01-31}, {@code 2024/01/31} and {@code 20240131} are days at once. {@code 31.01.2024} has the day first;
 * {@code 01/31/2024} and {@code 31-01-2024} are kept as written until every row has said which reading it allows. A time
 * of day is dropped: two rows on one day are found later, as a duplicate date.
 */
class DayColumn {
    static final int UNREADABLE = Integer.MIN_VALUE;

    private static final int EARLIEST_YEAR = 1700;
    private static final int LATEST_YEAR = 2299;

    private enum Form {
        YEAR_FIRST,
        DOTTED,
        SLASHED
    }

    private @Nullable Form form;
    private int[] days = new int[1];
    private int[] lines = new int[1];
    private int size;
    private int lineWithoutMonthFirst;
    private int lineWithoutDayFirst;

    /** Makes room for so many rows at once. */
    void ensureCapacity(int capacity) {
        if (capacity > days.length) {
            days = Arrays.copyOf(days, capacity);
            lines = Arrays.copyOf(lines, capacity);
        }
    }

    final int size() {
        return size;
    }

    /** The line of each row. */
    final int[] lines() {
        return Arrays.copyOf(lines, size);
    }

    final int capacity() {
        return days.length;
    }

    final int line(int row) {
        return lines[row];
    }

    void add(int day, int line) {
        if (size == days.length) {
            ensureCapacity(size + (size >> 1) + 16);
        }
        days[size] = day;
        lines[size++] = line;
    }

    /** Whether dates so far are days already, so that a plain ISO date needs no further look. */
    boolean takesIso() {
        return form == Form.YEAR_FIRST;
    }

    /** What a cell should have been, for a message. */
    String expected() {
        return "a date such as 2024-01-31";
    }

    /** The day of the ten bytes {@code yyyy-MM-dd} at a position, or {@link #UNREADABLE}. */
    static int iso(byte[] bytes, int p) {
        if (bytes[p + 4] != '-' || bytes[p + 7] != '-') {
            return UNREADABLE;
        }
        int year = two(bytes, p) * 100 + two(bytes, p + 2);
        return day(year, two(bytes, p + 5), two(bytes, p + 8));
    }

    /** Whether days can only be told once their reading is settled, for which the order of the rows may be needed. */
    final boolean dependsOnReading() {
        return form == Form.SLASHED;
    }

    /** What was written on a row, for comparison with the row before: days once there is a reading. */
    final int written(int row) {
        return days[row];
    }

    /** A value for {@link #add}, or {@link #UNREADABLE}. */
    int read(byte[] bytes, int from, int to, int line) {
        int length = to - from;
        if (length >= 10 && iso(bytes, from) != UNREADABLE) {
            return isTime(bytes, from + 10, to) ? as(Form.YEAR_FIRST, iso(bytes, from)) : UNREADABLE;
        }
        if (length >= 8 && digits(bytes, from, from + 8) == 8) {
            int year = two(bytes, from) * 100 + two(bytes, from + 2);
            int day = day(year, two(bytes, from + 4), two(bytes, from + 6));
            return isTime(bytes, from + 8, to) ? as(Form.YEAR_FIRST, day) : UNREADABLE;
        }
        return parts(bytes, from, to, line);
    }

    private int parts(byte[] bytes, int from, int to, int line) {
        int first = digits(bytes, from, to);
        int p = from + first;
        byte separator = p < to ? bytes[p] : 0;
        int second = digits(bytes, p + 1, to);
        int q = p + 1 + second;
        if (q >= to || bytes[q] != separator || second < 1 || second > 2) {
            return UNREADABLE;
        }
        int third = digits(bytes, q + 1, to);
        int rest = q + 1 + third;
        if (!isTime(bytes, rest, to) || (separator != '/' && separator != '-' && separator != '.')) {
            return UNREADABLE;
        }
        int a = number(bytes, from, first);
        int b = number(bytes, p + 1, second);
        int c = number(bytes, q + 1, third);
        if (first == 4 && third >= 1 && third <= 2) {
            return as(Form.YEAR_FIRST, day(a, b, c));
        }
        if (third != 4 || first < 1 || first > 2) {
            return UNREADABLE;
        }
        return separator == '.' ? as(Form.DOTTED, day(c, b, a)) : slashed(c, a, b, line);
    }

    private int slashed(int year, int a, int b, int line) {
        boolean monthFirst = day(year, a, b) != UNREADABLE;
        boolean dayFirst = day(year, b, a) != UNREADABLE;
        int packed = monthFirst || dayFirst ? as(Form.SLASHED, (year << 10) | (a << 5) | b) : UNREADABLE;
        if (packed != UNREADABLE && !monthFirst && lineWithoutMonthFirst == 0) {
            lineWithoutMonthFirst = line;
        }
        if (packed != UNREADABLE && !dayFirst && lineWithoutDayFirst == 0) {
            lineWithoutDayFirst = line;
        }
        return packed;
    }

    private int as(Form seen, int day) {
        if (day == UNREADABLE) {
            return UNREADABLE;
        }
        if (form == null) {
            form = seen;
        }
        return form == seen ? day : UNREADABLE;
    }

    /**
     * The days, one per row; null where the file leaves their reading open, with the reason among the problems.
     *
     * @param wanted the reading its sender asked for
     * @param sequence rows that belong to one instrument, whose order may tell the reading
     */
    final int @Nullable [] resolve(@Nullable DateReading wanted, int[] sequence, Problems problems) {
        if (form != Form.SLASHED) {
            return Arrays.copyOf(days, size);
        }
        DateReading reading = wanted != null ? wanted : reading(sequence, problems);
        if (reading == null) {
            return null;
        }
        int contradiction = reading == DateReading.MONTH_FIRST ? lineWithoutMonthFirst : lineWithoutDayFirst;
        if (contradiction != 0) {
            problems.add(contradiction, "date", "does not fit date_format " + reading.code());
            return null;
        }
        return read(reading);
    }

    private @Nullable DateReading reading(int[] sequence, Problems problems) {
        if (lineWithoutMonthFirst != 0 && lineWithoutDayFirst != 0) {
            problems.add(
                    Math.max(lineWithoutMonthFirst, lineWithoutDayFirst),
                    "date",
                    "has day and month the other way round than line "
                            + Math.min(lineWithoutMonthFirst, lineWithoutDayFirst)
                            + "; write every date as yyyy-MM-dd");
            return null;
        }
        if (lineWithoutMonthFirst != 0) {
            return DateReading.DAY_FIRST;
        }
        if (lineWithoutDayFirst != 0) {
            return DateReading.MONTH_FIRST;
        }
        return byOrder(sequence, problems);
    }

    private @Nullable DateReading byOrder(int[] sequence, Problems problems) {
        int[] monthFirst = read(DateReading.MONTH_FIRST);
        int[] dayFirst = read(DateReading.DAY_FIRST);
        if (Arrays.equals(monthFirst, dayFirst)) {
            return DateReading.MONTH_FIRST;
        }
        boolean monthFirstRuns = runs(monthFirst, sequence);
        boolean dayFirstRuns = runs(dayFirst, sequence);
        if (monthFirstRuns != dayFirstRuns) {
            return monthFirstRuns ? DateReading.MONTH_FIRST : DateReading.DAY_FIRST;
        }
        problems.add(
                lines[0],
                "date",
                "can be read day first or month first, and so can every other row; give date_format mdy or dmy");
        return null;
    }

    private int[] read(DateReading reading) {
        int[] read = new int[size];
        for (int row = 0; row < size; row++) {
            int a = (days[row] >> 5) & 31;
            int b = days[row] & 31;
            int year = days[row] >> 10;
            read[row] = reading == DateReading.MONTH_FIRST ? day(year, a, b) : day(year, b, a);
        }
        return read;
    }

    private static boolean runs(int[] days, int[] sequence) {
        return DateOrder.direction(Arrays.stream(sequence).map(row -> days[row]).toArray()) != 0;
    }

    /** A time as ISO 8601 or a spreadsheet writes it, with or without an offset; nothing at all is one too. */
    boolean isTime(byte[] bytes, int from, int to) {
        if (from == to) {
            return true;
        }
        if ((bytes[from] != 'T' && bytes[from] != ' ') || to - from < 2) {
            return false;
        }
        int digits = 0;
        for (int i = from + 1; i < to; i++) {
            byte octet = bytes[i];
            if (octet >= '0' && octet <= '9') {
                digits++;
            } else if (":.,+-ZUTCAPM ".indexOf(octet) < 0) {
                return false;
            }
        }
        return digits >= 1;
    }

    static int digits(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && bytes[p] >= '0' && bytes[p] <= '9') {
            p++;
        }
        return Math.max(0, p - from);
    }

    private static int number(byte[] bytes, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + Math.min(digits, 4); i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /** Two digits; something below -1000 where they are none, which no valid date survives. */
    private static int two(byte[] bytes, int p) {
        int tens = bytes[p] - '0';
        int units = bytes[p + 1] - '0';
        return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : -1_000_000;
    }

    /** Days since 1970-01-01 in the Gregorian calendar, or {@link #UNREADABLE} where there is no such day. */
    private static int day(int year, int month, int dayOfMonth) {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || dayOfMonth < 1) {
            return UNREADABLE;
        }
        if (dayOfMonth > 28 && dayOfMonth > lengthOf(month, year)) {
            return UNREADABLE;
        }
        // Counting from March puts the leap day last in its year.
        int years = month > 2 ? year : year - 1;
        int monthFromMarch = month > 2 ? month - 3 : month + 9;
        int leapDays = years / 4 - years / 100 + years / 400;
        int dayOfYear = (153 * monthFromMarch + 2) / 5 + dayOfMonth - 1;
        return 365 * years + leapDays + dayOfYear - 719_468;
    }

    private static int lengthOf(int month, int year) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    static String shown(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
