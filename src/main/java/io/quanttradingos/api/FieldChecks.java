package io.quanttradingos.api;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the fields of one request and refuses them together, so that a sender sees every mistake at once. */
final class FieldChecks {
    private static final int LAST_YEAR = 9999;
    private final List<InputProblem> problems = new ArrayList<>();

    @Nullable Double positive(String field, @Nullable Double value) {
        if (value != null && !(value > 0 && Double.isFinite(value))) {
            wrong(field, "must be positive, was " + value);
        }
        return value;
    }

    @Nullable Double within(String field, @Nullable Double value, double least, double most) {
        if (value != null && !(value >= least && value <= most)) {
            wrong(field, "must be from " + plain(least) + " to " + plain(most) + ", was " + value);
        }
        return value;
    }

    int atLeast(String field, @Nullable Integer value, int least, int fallback) {
        if (value != null && value < least) {
            wrong(field, "must be " + least + " or more, was " + value);
        }
        return value == null ? fallback : value;
    }

    @Nullable String oneOf(String field, @Nullable String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            wrong(field, "must be one of " + String.join(", ", allowed) + ", was '" + shown(value) + "'");
        }
        return value;
    }

    String oneOf(String field, @Nullable String value, List<String> allowed, String fallback) {
        String given = oneOf(field, value, allowed);
        return given == null ? fallback : given;
    }

    @Nullable String matching(String field, @Nullable String value, Pattern pattern) {
        if (value != null && !pattern.matcher(value).matches()) {
            wrong(field, "must match " + pattern + ", was '" + shown(value) + "'");
        }
        return value;
    }

    @Nullable LocalDate date(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // said below, together with a year nobody trades in
        }
        wrong(field, "must be a date such as 2019-06-28, was '" + shown(value) + "'");
        return null;
    }

    /** A ticker; the stand-in where the text is none, so that what else is wrong can be told too. */
    Symbol symbol(String field, String text, Symbol standIn) {
        return Symbol.parse(text).orElseGet(() -> {
            wrong(field, "must be a ticker (1 to 15 of A-Z 0-9 . ^ = _ -), was '" + shown(text) + "'");
            return standIn;
        });
    }

    <T> T required(String field, @Nullable T value, T standIn) {
        if (value == null) {
            wrong(field, "is required");
        }
        return value == null ? standIn : value;
    }

    void wrong(String field, String message) {
        problems.add(new InputProblem("request", null, field, message));
    }

    /** Refuses the request where any check failed. */
    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    static String shown(String text) {
        return Shortened.to(60, text);
    }
}
