package io.quanttradingos.imports;

import io.quanttradingos.imports.NumberText.Style;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the numbers of an export are written, then reads them.
 *
 * <p>Most cells tell by themselves. Of those that do not ({@code 1,234}) the rest of their column tells, else the rest of the
 * export where all of it is alike, else the declaration of the format; where these differ or are silent, a question is left.
 */
final class NumberReading {
    private static final class Seen {
        int points;
        int commas;

        @Nullable String open;

        int openLine;
    }

    private final Map<Field, Seen> columns = new EnumMap<>(Field.class);
    private final Seen all = new Seen();
    private final String declared;
    private final @Nullable String answered;

    NumberReading(String declared, @Nullable String answered) {
        this.declared = declared;
        this.answered = answered;
    }

    /** Takes a cell into the survey. */
    void survey(Field field, String cell, int line) {
        if (NumberText.isMissing(cell)) {
            return;
        }
        NumberText number = NumberText.of(cell);
        Seen seen = columns.computeIfAbsent(field, any -> new Seen());
        look(number, cell, line, seen);
        look(number, cell, line, all);
    }

    private static void look(NumberText number, String cell, int line, Seen seen) {
        seen.points += number.style() == Style.POINT ? 1 : 0;
        seen.commas += number.style() == Style.COMMA ? 1 : 0;
        if (number.isOpen() && seen.open == null) {
            seen.open = cell;
            seen.openLine = line;
        }
    }

    /** What the cells with two readings leave open, or null. */
    @Nullable Question question(String source) {
        for (Map.Entry<Field, Seen> column : columns.entrySet()) {
            Seen seen = column.getValue();
            if (seen.open != null && decimal(column.getKey()) == '\0') {
                NumberText number = NumberText.of(seen.open);
                return new Question(
                        "decimal",
                        source + ":" + seen.openLine + " has the "
                                + column.getKey().text().replace('_', ' ') + " '"
                                + seen.open + "', which is " + number.value('.') + " with a decimal point and "
                                + number.value(',') + " with a decimal comma, and no other number settles which",
                        List.of("point", "comma"));
            }
        }
        return null;
    }

    /** The decimal mark of a column's open cells; zero where it is unknown. */
    private char decimal(Field field) {
        if (answered != null) {
            return mark(answered);
        }
        Seen seen = columns.getOrDefault(field, all);
        char evidence = mark(seen);
        if (evidence == '\0') {
            evidence = seen.points > 0 || seen.commas > 0 ? '\0' : mark(all);
        }
        char known = mark(declared);
        if (evidence != '\0' && known != '\0' && evidence != known) {
            return '\0';
        }
        return evidence != '\0' ? evidence : all.points > 0 && all.commas > 0 ? '\0' : known;
    }

    private static char mark(Seen seen) {
        if (seen.points > 0 == seen.commas > 0) {
            return '\0';
        }
        return seen.points > 0 ? '.' : ',';
    }

    private static char mark(String decimal) {
        return decimal.equals("point") ? '.' : decimal.equals("comma") ? ',' : '\0';
    }

    /** The number of a cell; null where it is missing or none. */
    @Nullable BigDecimal read(Field field, String cell) {
        return NumberText.isMissing(cell) ? null : NumberText.of(cell).value(decimal(field));
    }

    /** What {@link Layout#decimal} says. */
    String found() {
        if (all.points > 0 && all.commas > 0) {
            return "mixed";
        }
        if (all.points > 0 || all.commas > 0) {
            return all.points > 0 ? "point" : "comma";
        }
        return answered != null ? answered : declared.isEmpty() ? "point" : declared;
    }
}
