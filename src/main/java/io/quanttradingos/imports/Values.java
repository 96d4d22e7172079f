package io.quanttradingos.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The second pass: numbers and days of rows to be taken, once it is known how an export writes them. */
final class Values {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final NumberReading numbers;
    private final DateReading dates;
    private final Notes notes;

    Values(NumberReading numbers, DateReading dates, Notes notes) {
        this.numbers = numbers;
        this.dates = dates;
        this.notes = notes;
    }

    /** Shows the survey a number that stands in no column of its own. */
    void surveyAt(Draft draft, Field field, int place) {
        numbers.survey(field, cell(draft, place), draft.line());
    }

    /** Shows the surveys all that will be read of a row. */
    void survey(Draft draft) {
        for (Field field : Field.NUMBERS) {
            String captured = draft.captured().get(field);
            if (captured != null) {
                numbers.survey(field, captured, draft.line());
                continue;
            }
            for (int place : draft.columns().places(field)) {
                numbers.survey(field, cell(draft, place), draft.line());
            }
        }
        if (draft.total() == null) {
            surveyDay(draft, Field.DAY);
            surveyDay(draft, Field.EXIT_DAY);
        }
    }

    private void surveyDay(Draft draft, Field field) {
        String text = draft.text(field);
        DateText date = text.isEmpty() ? null : dates.parts(text);
        if (date != null) {
            dates.survey(date, text, draft.line());
        }
    }

    private static String cell(Draft draft, int place) {
        return place < draft.row().cells().size()
                ? Cells.bare(draft.row().cells().get(place))
                : "";
    }

    /** The number of a field; null where there is none, or after noting that it is none. */
    @Nullable BigDecimal number(Draft draft, Field field) {
        return field.isSummed() ? sum(draft, field) : number(draft, field, draft.text(field));
    }

    private @Nullable BigDecimal number(Draft draft, Field field, String cell) {
        if (NumberText.isMissing(cell)) {
            return null;
        }
        BigDecimal number = numbers.read(field, cell);
        if (number == null) {
            notes.problem(
                    draft.line(), draft.columns().name(field), "must be a number, was '" + Cells.shown(cell) + "'");
        }
        return number;
    }

    /** The number at a place of a row; null where there is none, or after noting that it is none. */
    @Nullable BigDecimal numberAt(Draft draft, Field field, int place) {
        return number(draft, field, cell(draft, place));
    }

    private @Nullable BigDecimal sum(Draft draft, Field field) {
        BigDecimal sum = null;
        for (int place : draft.columns().places(field)) {
            BigDecimal number = number(draft, field, cell(draft, place));
            sum = number == null ? sum : sum == null ? number : sum.add(number);
        }
        return sum;
    }

    /** The day of a field that every row must have; null after noting what stands there instead. */
    @Nullable LocalDate day(Draft draft, Field field) {
        String text = draft.text(field);
        DateText date = dates.parts(text);
        LocalDate day = date == null ? null : dates.day(date);
        if (day == null) {
            notes.problem(draft.line(), draft.columns().name(field), "must be a date, was '" + Cells.shown(text) + "'");
        }
        return day;
    }

    /** The time of day, from its own column or behind the date; null where there is none. */
    @Nullable LocalTime time(Draft draft, Field day) {
        LocalTime own = DateText.time(draft.text(Field.TIME));
        if (own != null) {
            return own;
        }
        DateText inOwnColumn = dates.parts(draft.text(Field.TIME));
        DateText date = inOwnColumn != null ? inOwnColumn : dates.parts(draft.text(day));
        return date == null ? null : date.time();
    }

    /** The first of some fields that names a currency, in its cell or its header; empty where none does. */
    static String currency(Draft draft, Field column, Field... headers) {
        String own = draft.text(column).toUpperCase(Locale.ROOT);
        if (CURRENCY.matcher(own).matches()) {
            return own;
        }
        for (Field header : headers) {
            String named = draft.columns().currency(header);
            if (!named.isEmpty()) {
                return named;
            }
        }
        return "";
    }
}
