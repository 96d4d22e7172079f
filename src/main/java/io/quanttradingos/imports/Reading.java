package io.quanttradingos.imports;

import io.quanttradingos.imports.ImportReading.Read;
import io.quanttradingos.imports.ImportReading.Unsure;
import io.quanttradingos.imports.Line.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an export whose format is known: sorts its rows, finds out how it writes numbers and dates, then takes them. */
final class Reading {
    private final Candidate chosen;
    private final Answers answers;
    private final Notes notes;
    private final NumberReading numbers;
    private final DateReading dates;
    private final Values values;
    private final Totals totals;
    private final TransactionRows transactions;
    private final PositionRows positions;
    private final TradeRows trades;
    private @Nullable PriceTable prices;

    private Reading(Candidate chosen, Answers answers) {
        this.chosen = chosen;
        this.answers = answers;
        Declaration declaration = chosen.format().declaration;
        notes = new Notes(chosen.sheet().name());
        numbers = new NumberReading(declaration.decimal(), answers.decimal());
        dates = new DateReading(declaration.dates(), answers.dateOrder());
        values = new Values(numbers, dates, notes);
        totals = new Totals(values, notes);
        transactions = new TransactionRows(values, notes, answers.symbol());
        positions = new PositionRows(values, notes);
        trades = new TradeRows(values, notes, answers.symbol());
    }

    static ImportReading of(Candidate chosen, Answers answers) {
        return new Reading(chosen, answers).read();
    }

    private ImportReading read() {
        refuseRepeatedColumns();
        Sorting sorting = new Sorting(chosen, answers, notes, dates);
        sorting.sort();
        WideHeader wide = wide();
        sorting.drafts().forEach(draft -> survey(draft, wide));
        List<Question> questions = questions(sorting);
        refuseContradiction();
        if (!questions.isEmpty()) {
            return new Unsure(source(), questions);
        }
        sorting.drafts().forEach(draft -> take(draft, wide));
        notes.refuseProblems();
        return settled(sorting);
    }

    private String source() {
        return chosen.sheet().name();
    }

    private void refuseRepeatedColumns() {
        for (Line line : chosen.lines()) {
            String repeated = line.columns() == null ? null : line.columns().repeated();
            if (line.role() == Role.HEADER && repeated != null) {
                notes.problem(
                        line.row().line(),
                        repeated,
                        "stands twice in the header, so that it is not known which is meant");
            }
        }
        notes.refuseProblems();
    }

    private @Nullable WideHeader wide() {
        int header = Line.firstHeader(chosen.lines());
        Declared format = chosen.format();
        if (format.wide == null && format.declaration.headerRows() == 1) {
            return null;
        }
        List<SheetRow> rows = chosen.sheet().rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).line() == header) {
                return WideHeader.of(format, rows, i);
            }
        }
        return null;
    }

    private void survey(Draft draft, @Nullable WideHeader wide) {
        values.survey(draft);
        if (wide != null) {
            wide.places()
                    .values()
                    .forEach(places -> places.forEach((field, place) -> values.surveyAt(draft, field, place)));
        }
    }

    private void refuseContradiction() {
        String contradiction = dates.contradiction();
        if (contradiction != null) {
            notes.problem(dates.contradictionLine(), "day", contradiction);
        }
        notes.refuseProblems();
    }

    private List<Question> questions(Sorting sorting) {
        List<Question> questions = new ArrayList<>();
        addUnlessNull(questions, numbers.question(source()));
        addUnlessNull(questions, dates.question(source()));
        sorting.unknownWords().forEach((word, row) -> questions.add(unknownWord(word, row)));
        if (!sorting.dayless().isEmpty()) {
            questions.add(new Question(
                    "words",
                    source() + ":" + sorting.dayless().get(0).line() + " has no day, as have "
                            + (sorting.dayless().size() - 1) + " more rows; such rows can only be left out: words='"
                            + Sorting.NO_DAY + "=leave_out'",
                    List.of("leave_out")));
        }
        boolean events = sorting.drafts().stream()
                .anyMatch(draft ->
                        draft.part().kind == ImportKind.TRANSACTIONS || draft.part().kind == ImportKind.CLOSED_TRADES);
        boolean named = sorting.drafts().stream()
                .anyMatch(draft -> draft.columns().has(Field.INSTRUMENT)
                        || draft.columns().has(Field.ISIN)
                        || draft.columns().has(Field.NAME)
                        || draft.captured().containsKey(Field.INSTRUMENT));
        if (events && !named && answers.symbol() == null) {
            questions.add(
                    new Question("symbol", source() + " does not name what was traded; say its ticker", List.of()));
        }
        return questions;
    }

    private static void addUnlessNull(List<Question> questions, @Nullable Question question) {
        if (question != null) {
            questions.add(question);
        }
    }

    private Question unknownWord(String word, SheetRow row) {
        List<String> choices = new ArrayList<>(Arrays.stream(RowKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList());
        choices.add("leave_out");
        return new Question(
                "words",
                source() + ":" + row.line() + " has the type '" + Cells.shown(word) + "', which "
                        + chosen.format().title()
                        + " is not known to have (" + Cells.shown(row) + "); say what it means, such as words='"
                        + Cells.shown(word) + "=leave_out'",
                choices);
    }

    private void take(Draft draft, @Nullable WideHeader wide) {
        if (draft.total() != null) {
            totals.compare(draft);
            return;
        }
        totals.add(draft);
        if (draft.isOnlyCounted()) {
            return;
        }
        switch (draft.part().kind) {
            case TRANSACTIONS -> transactions.add(draft);
            case POSITIONS -> positions.add(draft);
            case CLOSED_TRADES -> trades.add(draft);
            case PRICES, BARS -> {
                PriceTable table = prices;
                if (table == null) {
                    table = new PriceTable(values, notes, answers.symbol(), draft.columns(), wide);
                    prices = table;
                }
                table.add(draft);
            }
        }
    }

    private ImportReading settled(Sorting sorting) {
        List<StatedPosition> held = positions.positions();
        List<Transaction> events = transactions.transactions();
        List<Question> questions = new ArrayList<>();
        held = chosen(held, answers.account(), "account", StatedPosition::account, questions);
        events = chosen(events, answers.account(), "account", Transaction::account, questions);
        held = chosen(held, answers.currency(), "currency", StatedPosition::currency, questions);
        if (!questions.isEmpty()) {
            return new Unsure(source(), questions.subList(0, 1));
        }
        return result(held, events, sorting);
    }

    /** Those rows that belong to the one account or currency that is asked for, or a question where there are several. */
    private <T> List<T> chosen(
            List<T> rows, @Nullable String answer, String field, Function<T, String> of, List<Question> questions) {
        Set<String> distinct = rows.stream().map(of).collect(Collectors.toCollection(TreeSet::new));
        boolean all = field.equals("account") && "all".equals(answer);
        if (answer == null && distinct.size() > 1) {
            List<String> choices = new ArrayList<>(distinct);
            choices.removeIf(String::isEmpty);
            String more = "";
            if (field.equals("account")) {
                choices.add("all");
                more = ", or all to take them together";
            }
            String what = field.equals("account") ? "accounts" : "currencies";
            questions.add(new Question(
                    field,
                    source() + " holds rows of several " + what + " (" + String.join(", ", distinct) + "); say which"
                            + more,
                    choices));
            return rows;
        }
        if (answer == null || all || distinct.size() <= 1) {
            return rows;
        }
        if (!distinct.contains(answer)) {
            throw Decoded.refused(
                    source(), null, "has no " + field + " '" + answer + "'; it has " + String.join(", ", distinct));
        }
        return kept(rows, field, of, answer);
    }

    private <T> List<T> kept(List<T> rows, String field, Function<T, String> of, String answer) {
        Map<Integer, SheetRow> byLine = chosen.lines().stream()
                .collect(Collectors.toMap(line -> line.row().line(), Line::row, (first, second) -> first));
        List<T> kept = new ArrayList<>();
        for (T row : rows) {
            if (of.apply(row).equals(answer)) {
                kept.add(row);
            } else {
                int line = row instanceof StatedPosition position ? position.line() : ((Transaction) row).line();
                notes.leaveOut(Objects.requireNonNull(byLine.get(line)), "is of " + field + " '" + of.apply(row) + "'");
            }
        }
        return kept;
    }

    private Read result(List<StatedPosition> held, List<Transaction> events, Sorting sorting) {
        Declared format = chosen.format();
        List<String> warnings = new ArrayList<>();
        if (chosen.sheet().encoding().equals("windows-1252")) {
            warnings.add(source() + " is no UTF-8 and was read as windows-1252; look over its letters with accents");
        }
        if (!format.declaration.note().isEmpty()) {
            warnings.add(format.declaration.note());
        }
        warnings.addAll(notes.warnings());
        List<SheetRow> rows = new ArrayList<>();
        if (format.kind == ImportKind.CLOSED_TRADES) {
            rows.add(new SheetRow(1, TradeRows.HEADER));
            rows.addAll(trades.rows());
        }
        PriceTable table = prices;
        if (table != null) {
            rows.add(new SheetRow(1, table.header()));
            rows.addAll(table.rows());
        }
        ImportKind kind = held.isEmpty() || sorting.drafts().isEmpty() ? format.kind : ImportKind.POSITIONS;
        if (kind == ImportKind.BARS && table != null && table.isOfSeveral()) {
            kind = ImportKind.PRICES;
        }
        return new Read(
                format.name,
                format.title(),
                kind,
                layout(),
                held,
                events,
                new Sheet(source(), "utf-8", ',', rows),
                notes.leftOut(),
                totals.stated(),
                warnings);
    }

    private Layout layout() {
        Sheet sheet = chosen.sheet();
        return new Layout(
                sheet.encoding(),
                String.valueOf(sheet.delimiter()),
                Line.firstHeader(chosen.lines()),
                dates.found(),
                numbers.found());
    }
}
