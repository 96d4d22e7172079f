package io.quanttradingos.imports;

import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.imports.ImportReading.Unsure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads exports in every format that is declared. */
public final class Imports {
    private static final int CELLS_SHOWN = 12;

    private Imports() {}

    /**
     * Reads an export in one of the formats that come with the product.
     *
     * @param sheets the tables of one file; a text file has one
     * @throws Refusal where it is no known format, or a cell of it cannot be read: file, line, column, what was seen
     */
    public static ImportReading read(List<Sheet> sheets, Answers answers) {
        return read(sheets, answers, Formats.builtIn());
    }

    /** Reads an export in one of the formats given. */
    public static ImportReading read(List<Sheet> sheets, Answers answers, Formats formats) {
        check(answers);
        return readIfKnown(sheets, answers, formats).orElseThrow(() -> unknown(sheets, answers.format()));
    }

    /** The same, but empty where the export is of no format, or not of the one that is answered. */
    public static Optional<ImportReading> readIfKnown(List<Sheet> sheets, Answers answers, Formats formats) {
        List<Candidate> candidates = candidates(sheets, answers.format(), formats);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        check(answers);
        Candidate best = candidates.get(0);
        List<Candidate> rivals = candidates.stream()
                .filter(other -> other.score() == best.score())
                .toList();
        boolean severalSheets =
                candidates.stream().anyMatch(other -> other.sheet() != best.sheet() && other.format() != best.format());
        if (rivals.size() > 1 || severalSheets) {
            return Optional.of(ask(sheets, severalSheets ? candidates : rivals));
        }
        return Optional.of(Reading.of(best, answers));
    }

    /** The formats that an export may be of, the likeliest first; empty where it is of none. */
    public static List<Formats.Listed> recognised(List<Sheet> sheets, Formats formats) {
        return candidates(sheets, null, formats).stream()
                .map(candidate -> new Formats.Listed(
                        candidate.format().name, candidate.format().title(), candidate.format().kind))
                .toList();
    }

    private static void check(Answers answers) {
        oneOf("date_order", answers.dateOrder(), Set.of("dmy", "mdy", "ymd"));
        oneOf("decimal", answers.decimal(), Set.of("point", "comma"));
        answers.words().forEach((word, meaning) -> {
            if (!meaning.equals("leave_out") && RowKind.parse(meaning).isEmpty()) {
                throw Refusal.invalid("words: '" + word + "' cannot mean '" + meaning + "'");
            }
        });
    }

    private static void oneOf(String field, @Nullable String answer, Set<String> choices) {
        if (answer != null && !choices.contains(answer)) {
            throw Refusal.invalid(
                    field + " must be one of " + choices.stream().sorted().toList() + ", was '" + answer + "'");
        }
    }

    private static List<Candidate> candidates(List<Sheet> sheets, @Nullable String wanted, Formats formats) {
        if (wanted != null && formats.named(wanted).isEmpty()) {
            String hint = NearestName.of(wanted, formats.names())
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
            throw Refusal.invalid("format '" + wanted + "' is not known" + hint);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Sheet sheet : sheets) {
            List<HeaderCells> first = HeaderCells.firstOf(sheet, Recogniser.ROWS_ABOVE_HEADER);
            for (Declared format : formats.all()) {
                Candidate candidate =
                        wanted == null || format.name.equals(wanted) ? Recogniser.match(format, sheet, first) : null;
                if (candidate != null) {
                    candidates.add(candidate);
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        return candidates;
    }

    private static Refusal unknown(List<Sheet> sheets, @Nullable String wanted) {
        if (sheets.isEmpty()) {
            return Refusal.invalid("there is no table to read");
        }
        Sheet sheet = sheets.get(0);
        SheetRow widest = sheet.rows().stream()
                .limit(200)
                .max(Comparator.comparingInt(Cells::filled))
                .orElse(new SheetRow(1, List.of()));
        List<String> cells = widest.cells().stream()
                .map(Cells::bare)
                .filter(cell -> !cell.isEmpty())
                .limit(CELLS_SHOWN)
                .toList();
        String what = wanted == null ? "is an export of no known format" : "is no export of the format " + wanted;
        return Decoded.refused(
                sheet.name(), widest.line(), what + "; its fullest row is: " + Cells.shown(String.join(", ", cells)));
    }

    private static Unsure ask(List<Sheet> sheets, List<Candidate> rivals) {
        List<String> names =
                rivals.stream().map(rival -> rival.format().name).distinct().toList();
        List<String> titles = rivals.stream()
                .map(rival -> rival.format().name + " (" + rival.format().title() + ", "
                        + rival.sheet().name() + ")")
                .distinct()
                .toList();
        return new Unsure(
                sheets.get(0).name(),
                List.of(new Question(
                        "format",
                        sheets.get(0).name() + " may be read as " + String.join(" or as ", titles) + "; say which",
                        names)));
    }
}
