package io.quanttradingos.discipline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the day of a trade from {@code 2024-01-31}, {@code 2024/01/31} or {@code 20240131}, a time after it left off. */
final class TradeDate {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})|(\\d{4})(\\d{2})(\\d{2}))(?:[T ]\\d{1,2}:\\d{2}.*)?",
            Pattern.DOTALL);

    private TradeDate() {}

    /** Empty where the text is no such date, or no day of the calendar. */
    static Optional<LocalDate> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = matcher.group(2) == null ? 5 : 1;
        int second = matcher.group(2) == null ? 6 : 3;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(first)),
                    Integer.parseInt(matcher.group(second)),
                    Integer.parseInt(matcher.group(second + 1))));
        } catch (DateTimeException notInCalendar) {
            return Optional.empty();
        }
    }
}
