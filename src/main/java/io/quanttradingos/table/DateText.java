package io.quanttradingos.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day from {@code 2024-01-31}, {@code 2024/01/31} or {@code 20240131}, a time after it left off. */
public final class DateText {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})|(\\d{4})(\\d{2})(\\d{2}))(?:[T ]\\d{1,2}:\\d{2}.*)?",
            Pattern.DOTALL);

    private DateText() {}

    /** Empty where the text is no such date, or no day of the calendar. */
    public static Optional<LocalDate> parse(String text) {
        if (isPlain(text)) {
            return day(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        }
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = matcher.group(2) == null ? 5 : 1;
        int second = matcher.group(2) == null ? 6 : 3;
        return day(
                Integer.parseInt(matcher.group(first)),
                Integer.parseInt(matcher.group(second)),
                Integer.parseInt(matcher.group(second + 1)));
    }

    /** Whether a text has the shape of nearly all dates, which needs no pattern. */
    private static boolean isPlain(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (i != 4 && i != 7 && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException notInCalendar) {
            return Optional.empty();
        }
    }
}
