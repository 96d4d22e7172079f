package io.quanttradingos.backtest.seed;

/**
 * Reads dates with the year first straight from the bytes: {@code 2024-01-31}, {@code 20240131}, {@code 2024/01/31
 * 09:30}, {@code 2024-01-31T09:30:15.250+01:00}, {@code 2024-01-31 093015Z}.
 */
final class IsoTime {
    private static final int MOST_FRACTION_DIGITS = 9;
    private static final int NOT_A_NUMBER = -10_000;

    private final byte[] bytes;
    private final int end;
    private int p;

    private IsoTime(byte[] bytes, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && bytes[first] == ' ') {
            first++;
        }
        while (last > first && bytes[last - 1] == ' ') {
            last--;
        }
        this.bytes = bytes;
        this.p = first;
        this.end = last;
    }

    /** Whether the cell is such a date; then {@code time} holds it. */
    static boolean read(byte[] bytes, int from, int to, ReadTime time) {
        IsoTime iso = new IsoTime(bytes, from, to);
        return iso.day(time) && iso.rest(time);
    }

    private boolean day(ReadTime time) {
        if (end - p < 8) {
            return false;
        }
        int year = two(p) * 100 + two(p + 2);
        byte separator = bytes[p + 4];
        boolean separated = separator < '0' || separator > '9';
        int month = separated ? p + 5 : p + 4;
        int day = separated ? p + 8 : p + 6;
        if (separated && (end - p < 10 || bytes[p + 7] != separator || "-/. \\".indexOf(separator) < 0)) {
            return false;
        }
        p = day + 2;
        return time.setDay(year, two(month), two(day));
    }

    private boolean rest(ReadTime time) {
        if (p == end) {
            return true;
        }
        if (bytes[p] != 'T' && bytes[p] != ' ') {
            return false;
        }
        p++;
        return p == end || (clock(time) && offset(time));
    }

    private boolean clock(ReadTime time) {
        int hour = take();
        if (p >= end) {
            return time.addTime(hour, 0, 0, 0);
        }
        boolean colons = bytes[p] == ':';
        p += colons ? 1 : 0;
        int minute = take();
        int second = 0;
        if (p < end && (colons ? bytes[p] == ':' : isDigit(bytes[p]))) {
            p += colons ? 1 : 0;
            second = take();
        }
        return time.addTime(hour, minute, second, fraction());
    }

    private int fraction() {
        if (p >= end || bytes[p] != '.') {
            return 0;
        }
        p++;
        int nanos = 0;
        int digits = 0;
        for (; p < end && isDigit(bytes[p]); p++) {
            if (digits < MOST_FRACTION_DIGITS) {
                nanos = nanos * 10 + (bytes[p] - '0');
                digits++;
            }
        }
        for (; digits < MOST_FRACTION_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private boolean offset(ReadTime time) {
        if (p < end && bytes[p] == ' ') {
            p++;
        }
        if (p == end) {
            return true;
        }
        byte sign = bytes[p++];
        if (sign == 'Z' || sign == 'z') {
            return p == end && time.takeOffset(true, 0, 0);
        }
        int hours = take();
        p += p < end && bytes[p] == ':' ? 1 : 0;
        int minutes = p < end ? take() : 0;
        return (sign == '+' || sign == '-') && p == end && time.takeOffset(sign == '+', hours, minutes);
    }

    private int take() {
        p += 2;
        return two(p - 2);
    }

    /** Two digits; far below 0 where they are none. */
    private int two(int at) {
        return at + 2 <= end && isDigit(bytes[at]) && isDigit(bytes[at + 1])
                ? (bytes[at] - '0') * 10 + bytes[at + 1] - '0'
                : NOT_A_NUMBER;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
