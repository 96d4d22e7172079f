package io.quanttradingos.marketdata;

/**
 * Reads what stands behind a date: nothing, or a time of day as ISO 8601 or a spreadsheet writes it.
 *
 * <p>{@code T09:30}, {@code  09:30:00.250}, {@code  093000}, {@code  4:00 PM}, each perhaps with {@code Z}, {@code UTC} or
 * an offset, which says where the clock hung and changes nothing about what it showed.
 */
final class ClockReading {
    private static final int DAY_SECONDS = 86_400;
    /** Less than any sum of valid parts can make up for. */
    private static final int INVALID = -1_000_000;

    /** Milliseconds since midnight, digits beyond cut off. */
    int millis;
    /** Whether there was a time at all. */
    boolean present;
    /** Whether it had an offset. */
    boolean zoned;

    private byte[] bytes = {};
    private int position;
    private int end;

    /** Reads {@code bytes[from, to)}; false where it is neither empty nor a time led by {@code T} or a blank. */
    boolean readBehindDate(byte[] text, int from, int to) {
        if (from == to) {
            clear();
            return true;
        }
        boolean led = text[from] == 'T' || text[from] == 't' || text[from] == ' ';
        return led && read(text, from + 1, to);
    }

    /** Reads {@code bytes[from, to)}; false where it is no time. */
    boolean read(byte[] text, int from, int to) {
        clear();
        bytes = text;
        position = from;
        end = to;
        skipBlanks();
        int seconds = seconds();
        if (seconds < 0) {
            return false;
        }
        int fraction = fraction();
        seconds = halved(seconds);
        if (seconds < 0 || fraction < 0 || !offset()) {
            return false;
        }
        millis = seconds * 1000 + fraction;
        present = true;
        return position == end;
    }

    private void clear() {
        millis = 0;
        present = false;
        zoned = false;
    }

    /** {@code H:mm}, {@code HH:mm:ss}, {@code HHmm} or {@code HHmmss}; below 0 where it is none of them. */
    private int seconds() {
        int digits = digitsAhead();
        if (digits == 4 || digits == 6) {
            int clock = number(2) * 3600 + minute() * 60 + (digits == 6 ? minute() : 0);
            return inDay(clock);
        }
        if (digits < 1 || digits > 2) {
            return -1;
        }
        int clock = number(digits) * 3600;
        if (!skip(':') || digitsAhead() != 2) {
            return -1;
        }
        clock += minute() * 60;
        if (skip(':')) {
            clock += digitsAhead() == 2 ? minute() : INVALID;
        }
        return inDay(clock);
    }

    private static int inDay(int seconds) {
        return seconds < DAY_SECONDS ? seconds : -1;
    }

    /** Two digits below 60, or {@link #INVALID}. */
    private int minute() {
        int minute = number(2);
        return minute < 60 ? minute : INVALID;
    }

    /** The digits behind a point or comma as milliseconds; below 0 where there are none. */
    private int fraction() {
        if (!skip('.') && !skip(',')) {
            return 0;
        }
        int digits = digitsAhead();
        int kept = Math.min(digits, 3);
        int fraction = number(kept);
        position += digits - kept;
        for (int i = kept; i < 3; i++) {
            fraction *= 10;
        }
        return digits == 0 || digits > 9 ? -1 : fraction;
    }

    /** The same seconds, or those of the half of the day that {@code AM} or {@code PM} names. */
    private int halved(int seconds) {
        int before = position;
        skipBlanks();
        int half = position + 1 < end && upper(position + 1) == 'M' ? upper(position) : 0;
        if (half != 'A' && half != 'P') {
            position = before;
            return seconds;
        }
        position += 2;
        int hour = seconds / 3600;
        if (hour < 1 || hour > 12) {
            return -1;
        }
        return seconds - hour * 3600 + (hour % 12 + (half == 'P' ? 12 : 0)) * 3600;
    }

    private boolean offset() {
        skipBlanks();
        if (position == end) {
            return true;
        }
        zoned = true;
        if (upper(position) == 'Z') {
            position++;
            return true;
        }
        if (end - position == 3) {
            boolean utc = upper(position) == 'U' && upper(position + 1) == 'T' && upper(position + 2) == 'C';
            position += utc ? 3 : 0;
            return utc || signedOffset();
        }
        return signedOffset();
    }

    private boolean signedOffset() {
        if (!skip('+') && !skip('-')) {
            return false;
        }
        int digits = digitsAhead();
        if (digits != 2 && digits != 4) {
            return false;
        }
        int hours = number(2);
        int minutes = digits == 4 || skip(':') ? (digitsAhead() == 2 ? number(2) : 60) : 0;
        return hours < 24 && minutes < 60;
    }

    private int upper(int at) {
        return bytes[at] & ~0x20;
    }

    private void skipBlanks() {
        while (position < end && bytes[position] == ' ') {
            position++;
        }
    }

    private boolean skip(char wanted) {
        boolean found = position < end && bytes[position] == wanted;
        position += found ? 1 : 0;
        return found;
    }

    private int digitsAhead() {
        int p = position;
        while (p < end && bytes[p] >= '0' && bytes[p] <= '9') {
            p++;
        }
        return p - position;
    }

    private int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10 + bytes[position++] - '0';
        }
        return value;
    }
}
