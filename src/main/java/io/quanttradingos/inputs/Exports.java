package io.quanttradingos.inputs;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.imports.Answers;
import io.quanttradingos.imports.Formats;
import io.quanttradingos.imports.ImportKind;
import io.quanttradingos.imports.ImportReading;
import io.quanttradingos.imports.ImportReading.Read;
import io.quanttradingos.imports.Imports;
import io.quanttradingos.imports.Question;
import io.quanttradingos.imports.Sheet;
import io.quanttradingos.imports.Sheets;
import io.quanttradingos.imports.fold.Folded;
import io.quanttradingos.imports.workbook.Workbook;
import io.quanttradingos.marketdata.ContentKind;
import io.quanttradingos.marketdata.ContentRecogniser;
import io.quanttradingos.marketdata.Expansion;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells an export from a file in our own form, and makes our own form of it.
 *
 * <p>A file in our own form passes through as it is. One that is neither passes too: its reader says what is wrong with it.
 */
final class Exports {
    static final int MOST_BYTES = 16 << 20;

    private final Formats formats;

    /**
     * Tells them.
     *
     * @param formats the exports that are known
     */
    Exports(Formats formats) {
        this.formats = formats;
    }

    /** What a file is. */
    Recognised recognised(String name, byte[] content, Answers answers) {
        if (Workbook.is(content)) {
            return workbook(Workbook.read(name, content), content, answers);
        }
        Recognised.Own own = own(content);
        boolean asked = !answers.equals(Answers.none());
        if (content.length > MOST_BYTES || (!asked && OwnHeaders.are(own.kind(), content)) || isJson(own.kind())) {
            return own;
        }
        List<Sheet> sheets;
        try {
            sheets = List.of(Sheets.ofText(name, Expansion.expanded(name, content, MOST_BYTES)));
        } catch (Refusal refusal) {
            return own; // no table at all, which its own reader says too
        }
        try {
            return foreign(sheets, own, answers);
        } catch (Refusal refusal) {
            if (own.kind() == ContentKind.UNKNOWN || answers.format() != null) {
                throw refusal;
            }
            return own; // its own reader will say what is wrong, if anything is
        }
    }

    private static boolean isJson(ContentKind kind) {
        return kind == ContentKind.PLAN_JSON || kind == ContentKind.JOB_JSON;
    }

    private Recognised workbook(List<Sheet> sheets, byte[] content, Answers answers) {
        Recognised.Own own = sheets.size() == 1
                ? own(Sheets.text(sheets.get(0)))
                : new Recognised.Own(
                        ContentKind.UNKNOWN, "is a workbook of several sheets of no known format", content);
        return OwnHeaders.are(own.kind(), own.content()) ? own : foreign(sheets, own, answers);
    }

    private static Recognised.Own own(byte[] content) {
        ContentRecogniser.Recognised own = ContentRecogniser.recognise(content, MOST_BYTES);
        return new Recognised.Own(own.kind(), own.reason(), content);
    }

    /** What a known format makes of the sheets; what they are to us where they are of none. */
    private Recognised foreign(List<Sheet> sheets, Recognised.Own own, Answers answers) {
        if (answers.format() == null) {
            return Imports.readIfKnown(sheets, answers, formats)
                    .map(Exports::understood)
                    .orElse(own);
        }
        boolean ours = OwnHeaders.are(own.kind(), own.content())
                && Imports.recognised(sheets, formats).isEmpty();
        return ours ? own : understood(Imports.read(sheets, answers, formats));
    }

    private static Recognised understood(ImportReading reading) {
        return reading instanceof Read read
                ? new Recognised.Export(read)
                : new Recognised.Unsure((ImportReading.Unsure) reading);
    }

    OwnTable holdings(String name, byte[] content, Answers answers) {
        Recognised found = recognised(name, content, answers);
        if (found instanceof Recognised.Own own) {
            return new OwnTable(own.content(), List.of());
        }
        Read read = sure(found);
        require(name, read, "holdings", ImportKind.POSITIONS, ImportKind.TRANSACTIONS);
        Folded folded = OwnRows.folded(read);
        List<OwnRows.HeldRow> held = OwnRows.held(name, read, folded);
        if (held.isEmpty()) {
            throw Refusal.notUsable(name + " was read as " + read.title() + ", and no position is open in it");
        }
        boolean history = read.kind() == ImportKind.TRANSACTIONS;
        return new OwnTable(
                OwnRows.text(OwnRows.holdings(name, held)),
                ImportNotices.all(
                        ImportNotices.of("The holdings", read),
                        history ? ImportNotices.gaps(folded) : List.of(),
                        ImportNotices.held(read, folded)));
    }

    OwnTable trades(String name, byte[] content, Answers answers) {
        Recognised found = recognised(name, content, answers);
        if (found instanceof Recognised.Own own) {
            return new OwnTable(own.content(), List.of());
        }
        Read read = sure(found);
        if (read.kind() == ImportKind.CLOSED_TRADES) {
            return new OwnTable(OwnRows.text(read.table()), ImportNotices.of("The trades", read));
        }
        Folded folded = OwnRows.folded(read);
        if (folded.trades().stream().noneMatch(OwnRows::isWhole)) {
            throw Refusal.notUsable(name + " was read as " + read.title() + ", and no trade is closed in it");
        }
        return new OwnTable(
                OwnRows.text(OwnRows.trades(name, folded)),
                ImportNotices.all(
                        ImportNotices.of("The trades", read),
                        ImportNotices.gaps(folded),
                        ImportNotices.unusable(folded)));
    }

    OwnTable prices(String name, byte[] content, Answers answers) {
        Recognised found = recognised(name, content, answers);
        if (found instanceof Recognised.Own own) {
            return new OwnTable(own.content(), List.of());
        }
        Read read = sure(found);
        require(name, read, "prices", ImportKind.PRICES, ImportKind.BARS);
        return new OwnTable(OwnRows.text(read.table()), ImportNotices.of("The prices", read));
    }

    private static Read sure(Recognised found) {
        if (found instanceof Recognised.Export export) {
            return export.read();
        }
        throw unsure(((Recognised.Unsure) found).unsure());
    }

    /** The refusal that asks what would settle it. */
    static Refusal unsure(ImportReading.Unsure unsure) {
        List<InputProblem> problems = new ArrayList<>();
        for (Question question : unsure.questions()) {
            String choices =
                    question.choices().isEmpty() ? "" : " (one of " + String.join(", ", question.choices()) + ")";
            String field = ImportFields.of(question.field());
            problems.add(new InputProblem(
                    unsure.source(), null, field, question.sentence() + " Say which with " + field + choices + "."));
        }
        return Refusal.notUsable(problems);
    }

    private static void require(String name, Read read, String wanted, ImportKind... kinds) {
        if (!List.of(kinds).contains(read.kind())) {
            throw Refusal.notUsable(name + " was read as " + read.title() + ", which gives no " + wanted);
        }
    }
}
