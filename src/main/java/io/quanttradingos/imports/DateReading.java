package io.quanttradingos.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which order the dates of an export are written, then reads them.
 *
 * <p>One order holds for all of it: the one that some date allows alone, else the one its format declares, else a question.
 */
final class DateReading {
    private final Map<String, Optional<DateText>> met = new HashMap<>();
    private final String declared;
    private final @Nullable String answered;
    private @Nullable DateText sample;
    private boolean padded = true;
    private int dayFirstLine;
    private int monthFirstLine;
    private @Nullable String open;
    private int openLine;

    DateReading(String declared, @Nullable String answered) {
        this.declared = declared;
        this.answered = answered;
    }

    /** The parts of a date; null where the text is none. */
    @Nullable DateText parts(String text) {
        if (met.size() > 50_000) {
            met.clear();
        }
        return met.computeIfAbsent(text, any -> Optional.ofNullable(DateText.of(any)))
                .orElse(null);
    }

    /** Takes a date into the survey. */
    void survey(DateText date, String text, int line) {
        sample = sample == null ? date : sample;
        padded &= date.padded();
        if (date.form() != DateText.Form.YEAR_LAST || (date.first() > 12 && date.second() > 12)) {
            return;
        }
        dayFirstLine = dayFirstLine == 0 && date.first() > 12 ? line : dayFirstLine;
        monthFirstLine = monthFirstLine == 0 && date.second() > 12 ? line : monthFirstLine;
        if (open == null && date.isOpen()) {
            open = text;
            openLine = line;
        }
    }

    /** What dates with two readings leave open, or null. */
    @Nullable Question question(String source) {
        String text = open;
        if (text == null || order() != null) {
            return null;
        }
        DateText date = parts(text);
        if (date == null) {
            return null;
        }
        return new Question(
                "date_order",
                source + ":" + openLine + " has the day '" + text + "', which is " + date.day(true)
                        + " with the day first and " + date.day(false)
                        + " with the month first, and no other row settles which",
                List.of("dmy", "mdy"));
    }

    /** Two dates that cannot be of one order, as the end of a sentence about the second; null where there are none. */
    @Nullable String contradiction() {
        return dayFirstLine > 0 && monthFirstLine > 0
                ? "has the " + (dayFirstLine > monthFirstLine ? "day" : "month") + " first, where line "
                        + Math.min(dayFirstLine, monthFirstLine) + " has the "
                        + (dayFirstLine > monthFirstLine ? "month" : "day") + " first"
                : null;
    }

    int contradictionLine() {
        return Math.max(dayFirstLine, monthFirstLine);
    }

    private @Nullable String order() {
        if (dayFirstLine > 0 || monthFirstLine > 0) {
            return dayFirstLine > 0 ? "dmy" : "mdy";
        }
        if (answered != null) {
            return answered;
        }
        return declared.isEmpty() ? null : declared;
    }

    /** The day of a date; null where the calendar has none such. */
    @Nullable LocalDate day(DateText date) {
        return date.day(!"mdy".equals(order()));
    }

    /** What {@link Layout#dateFormat} says. */
    String found() {
        if (sample == null) {
            return "";
        }
        String mark = sample.separator();
        String day = padded ? "dd" : "d";
        String month = padded ? "MM" : "M";
        String date = switch (sample.form()) {
            case YEAR_FIRST -> "yyyy" + mark + month + mark + day;
            case EIGHT_DIGITS -> "yyyyMMdd";
            case YEAR_LAST ->
                "mdy".equals(order()) ? month + mark + day + mark + "yyyy" : day + mark + month + mark + "yyyy";
            case COUNTED -> "seconds";
            case LETTERS -> "d MMM yyyy";
        };
        return sample.rest().isEmpty() || sample.form() == DateText.Form.COUNTED
                ? date
                : date + (sample.rest().startsWith("T") ? "'T'" : " ") + "HH:mm:ss";
    }
}
