package io.quanttradingos.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first pass: sorts the rows of an export into those to take, those that state totals, and those to leave out, by their
 * words alone.
 */
final class Sorting {
    /** What stands for rows of prices without a day among the words that may be answered. */
    static final String NO_DAY = "no day";

    private final Candidate chosen;
    private final Answers answers;
    private final Notes notes;
    private final DateReading dates;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, SheetRow> unknownWords = new LinkedHashMap<>();
    private final Map<List<String>, Integer> numbered = new HashMap<>();
    private final List<SheetRow> dayless = new ArrayList<>();
    private String account = "";

    Sorting(Candidate chosen, Answers answers, Notes notes, DateReading dates) {
        this.chosen = chosen;
        this.answers = answers;
        this.notes = notes;
        this.dates = dates;
    }

    List<Draft> drafts() {
        return drafts;
    }

    void sort() {
        int header = Line.firstHeader(chosen.lines());
        for (Line line : chosen.lines()) {
            switch (line.role()) {
                case OUTSIDE -> outside(line.row(), line.where());
                case HEADER -> {
                    if (line.row().line() != header) {
                        notes.leaveOut(line.row(), "is a header");
                    }
                }
                case DATA ->
                    data(line.row(), Objects.requireNonNull(line.part()), Objects.requireNonNull(line.columns()));
            }
        }
    }

    private void outside(SheetRow row, String where) {
        if (Cells.filled(row) == 1) {
            noteAccount(chosen.format(), row);
        }
        notes.leaveOut(row, where);
    }

    private boolean noteAccount(Declared part, SheetRow row) {
        String first = Cells.first(row);
        String normal = TextPattern.normal(first);
        for (TextPattern pattern : part.above) {
            Map<Field, String> captured = pattern.captured(normal, spaced(first));
            if (captured != null) {
                account = captured.getOrDefault(Field.ACCOUNT, account).strip();
                return true;
            }
        }
        return false;
    }

    private static String spaced(String text) {
        return text.indexOf("  ") < 0 && text.chars().allMatch(c -> c == ' ' || (c > ' ' && c < 0x80))
                ? text.strip()
                : text.replaceAll("[\\s\\u00A0\\u202F\\u2007]+", " ").strip();
    }

    private void data(SheetRow row, Declared part, Columns columns) {
        boolean inSection = chosen.format().declaration.sectionsBy().equals("first_cell");
        String first =
                inSection && row.cells().size() > 1 ? Cells.bare(row.cells().get(1)) : Cells.first(row);
        if (isTotal(row, part, columns, first)) {
            return;
        }
        if (inSection && !first.equals("Data")) {
            notes.leaveOut(row, "is a row of '" + Cells.shown(first) + "', not of data");
        } else if (!inSection && Cells.filled(row) == 1 && noteAccount(part, row)) {
            notes.leaveOut(row, "is a title");
        } else if (!repeats(row, columns)) {
            switch (part.kind) {
                case TRANSACTIONS, CLOSED_TRADES -> event(row, part, columns);
                case POSITIONS -> position(row, part, columns, first);
                case PRICES, BARS -> price(row, part, columns);
            }
        }
    }

    private boolean isTotal(SheetRow row, Declared part, Columns columns, String first) {
        if (part.totals.isEmpty()) {
            return false;
        }
        String normal = TextPattern.normal(first);
        for (Map.Entry<TextPattern, Field> total : part.totals.entrySet()) {
            if (total.getKey().matches(normal)) {
                drafts.add(new Draft(row, part, columns, Map.of(), account, null, total.getValue(), false));
                notes.leaveOut(row, "states a total");
                return true;
            }
        }
        return false;
    }

    /** Whether a row with a number of its own stands in the export already, cell by cell. */
    private boolean repeats(SheetRow row, Columns columns) {
        String id = columns.isColumn(Field.ID) ? columns.text(Field.ID, row) : "";
        if (NumberText.isMissing(id)) {
            return false;
        }
        Integer before = numbered.putIfAbsent(row.cells(), row.line());
        if (before != null) {
            notes.leaveOutWithWarning(row, "repeats a row above, its number included");
        }
        return before != null;
    }

    private void event(SheetRow row, Declared part, Columns columns) {
        if (isEmpty(row, columns)) {
            notes.leaveOut(row, "has no day and no amount");
            return;
        }
        for (Map.Entry<Condition, String> rule : part.where) {
            if (rule.getKey().holds(field -> columns.text(field, row))) {
                byRule(row, part, columns, rule.getValue());
                return;
            }
        }
        String word = spaced(columns.text(Field.TYPE, row));
        Words.Meaning meaning = part.words.meaning(word);
        if (meaning == null) {
            meaning = answered(word);
        }
        if (meaning == null) {
            unknown(row, columns, word);
        } else if (meaning.leftOut() != null) {
            notes.leaveOut(row, meaning.leftOut());
        } else {
            take(row, part, columns, meaning.captured(), meaning.kind());
        }
    }

    private void byRule(SheetRow row, Declared part, Columns columns, String kindOrReason) {
        String reason = Condition.reason(kindOrReason);
        if (reason != null) {
            leaveOut(row, part, columns, kindOrReason, reason);
        } else {
            take(row, part, columns, Map.of(), RowKind.of("where", kindOrReason));
        }
    }

    private void leaveOut(SheetRow row, Declared part, Columns columns, String rule, String reason) {
        if (Condition.isWorthAWarning(rule)) {
            if (!part.totals.isEmpty()) {
                drafts.add(new Draft(row, part, columns, Map.of(), account, null, null, true));
            }
            notes.leaveOutWithWarning(row, reason);
        } else {
            notes.leaveOut(row, reason);
        }
    }

    private Words.@Nullable Meaning answered(String word) {
        String answer = answers.words().get(word);
        if (answer == null) {
            return null;
        }
        return answer.equals("leave_out")
                ? new Words.Meaning(null, "is of type '" + word + "', which was to be left out", Map.of())
                : new Words.Meaning(RowKind.of("words", answer), null, Map.of());
    }

    private void unknown(SheetRow row, Columns columns, String word) {
        if (word.isEmpty() && saysNothing(row, columns)) {
            notes.leaveOut(row, "has no type, no quantity and no amount");
        } else {
            unknownWords.putIfAbsent(word, row);
        }
    }

    /** Words of the type column that neither the format nor the sender explains, each with its first row. */
    Map<String, SheetRow> unknownWords() {
        return unknownWords;
    }

    private boolean isEmpty(SheetRow row, Columns columns) {
        String day = columns.text(Field.DAY, row);
        return columns.has(Field.DAY) && dates.parts(day) == null && saysNothing(row, columns);
    }

    private static boolean saysNothing(SheetRow row, Columns columns) {
        for (Field field : Field.NUMBERS) {
            for (int place : columns.places(field)) {
                String cell =
                        place < row.cells().size() ? Cells.bare(row.cells().get(place)) : "";
                if (!NumberText.isMissing(cell) && NumberText.of(cell).style() != NumberText.Style.NONE) {
                    return false;
                }
            }
        }
        return true;
    }

    private void price(SheetRow row, Declared part, Columns columns) {
        String day = columns.text(Field.DAY, row);
        for (Map.Entry<Condition, String> rule : part.where) {
            String reason = Condition.reason(rule.getValue());
            if (reason != null && rule.getKey().holds(field -> columns.text(field, row))) {
                notes.leaveOut(row, reason);
                return;
            }
        }
        if (!day.isEmpty()) {
            take(row, part, columns, Map.of(), null);
        } else if (answers.words().containsKey(NO_DAY)) {
            notes.leaveOutWithWarning(row, "has no day");
        } else {
            dayless.add(row);
        }
    }

    /** Rows of prices whose day is empty. */
    List<SheetRow> dayless() {
        return dayless;
    }

    private void position(SheetRow row, Declared part, Columns columns, String first) {
        for (Map.Entry<Condition, String> rule : part.where) {
            String reason = Condition.reason(rule.getValue());
            if (reason != null && rule.getKey().holds(field -> columns.text(field, row))) {
                leaveOut(row, part, columns, rule.getValue(), reason);
                return;
            }
        }
        Words.Meaning meaning = part.words.meaning(first);
        if (meaning != null && meaning.leftOut() != null) {
            notes.leaveOut(row, meaning.leftOut());
        } else if (saysNothing(row, columns)) {
            notes.leaveOut(row, "states no quantity and no value");
        } else {
            take(row, part, columns, Map.of(), null);
        }
    }

    private void take(
            SheetRow row, Declared part, Columns columns, Map<Field, String> captured, @Nullable RowKind kind) {
        Map<Field, String> all = captured;
        if (!part.texts.isEmpty()) {
            String text = spaced(columns.text(Field.TEXT, row));
            String normal = TextPattern.normal(text);
            for (TextPattern pattern : part.texts) {
                Map<Field, String> more = pattern.captured(normal, text);
                if (more != null) {
                    all = new EnumMap<>(Field.class);
                    all.putAll(more);
                    all.putAll(captured);
                    break;
                }
            }
        }
        drafts.add(new Draft(row, part, columns, all, account, kind, null, false));
    }
}
