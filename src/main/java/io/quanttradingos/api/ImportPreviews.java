package io.quanttradingos.api;

import io.quanttradingos.api.ImportPreview.ImportCounts;
import io.quanttradingos.api.ImportPreview.ImportFormat;
import io.quanttradingos.api.ImportPreview.ImportLayout;
import io.quanttradingos.api.ImportPreview.ImportLeftOut;
import io.quanttradingos.api.ImportPreview.ImportQuestion;
import io.quanttradingos.api.ImportPreview.ImportTotal;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.imports.ImportKind;
import io.quanttradingos.imports.ImportReading;
import io.quanttradingos.imports.ImportReading.Read;
import io.quanttradingos.imports.Layout;
import io.quanttradingos.imports.fold.Folded;
import io.quanttradingos.inputs.ImportFields;
import io.quanttradingos.inputs.ImportNotices;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.OwnRows;
import io.quanttradingos.inputs.Recognised;
import io.quanttradingos.inputs.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How a file would be read, shown before anything is run on it. */
public final class ImportPreviews {
    private static final String OF_BODY = "body";

    private final Inputs inputs;

    public ImportPreviews(Inputs inputs) {
        this.inputs = inputs;
    }

    /**
     * A file to look at.
     *
     * @param notices what was noticed of the request
     */
    public record Question(Source file, List<String> notices) {}

    /** The file of a request: as the part {@code file}, as the whole body, or by its path. */
    public static Question question(RequestData request) {
        boolean form = request.mediaType() != null
                && (request.mediaType().startsWith("multipart/")
                        || request.mediaType().equals("application/x-www-form-urlencoded")
                        || request.mediaType().endsWith("json"));
        RequestData fields = form ? request : withoutBody(request);
        FieldReader.Fields<ImportBody> read = FieldReader.read(fields, ImportBody.class);
        Requests.refuseUnknownParts(request, Map.of("file", OF_BODY));
        FieldChecks check = new FieldChecks();
        Source given = Requests.one(
                check,
                "file",
                Requests.path(read.fields().path()),
                Requests.upload(request, "file"),
                form || request.body().length == 0 ? null : new Source.Given(OF_BODY, request.body()));
        Source file = Source.answered(given, read.fields().answers(check));
        if (file == null) {
            check.wrong("file", "is required: as the part file, as the whole body, or as path");
        }
        check.refuseIfWrong();
        return new Question(file == null ? new Source.Given("", new byte[0]) : file, read.warnings());
    }

    private static RequestData withoutBody(RequestData request) {
        return new RequestData(null, request.query(), request.fields(), request.files(), new byte[0]);
    }

    /** What was recognised, as JSON. */
    public byte[] preview(Question question) {
        Source file = question.file();
        Recognised found = inputs.recognised("path", file);
        if (found instanceof Recognised.Unsure unsure) {
            return Json.bytes(unsure(unsure.unsure(), question.notices()));
        }
        return Json.bytes(
                found instanceof Recognised.Export export
                        ? export(file.name(), export.read(), question.notices())
                        : OwnPreviews.of(inputs, file, (Recognised.Own) found, question.notices()));
    }

    private static ImportPreview unsure(ImportReading.Unsure unsure, List<String> notices) {
        List<ImportQuestion> questions = unsure.questions().stream()
                .map(asked -> new ImportQuestion(ImportFields.of(asked.field()), asked.sentence(), asked.choices()))
                .toList();
        return ImportPreview.withoutRows(
                null,
                0,
                List.of(),
                questions,
                notices,
                "Dropped as it is, it would be refused with "
                        + (questions.size() == 1 ? "this question" : "these questions")
                        + "; nothing is read until answered.");
    }

    private static ImportPreview export(String name, Read read, List<String> notices) {
        Folded folded = OwnRows.folded(read);
        List<String> warnings = new ArrayList<>(notices);
        warnings.addAll(read.warnings());
        warnings.addAll(read.kind() == ImportKind.TRANSACTIONS ? ImportNotices.gaps(folded) : List.of());
        List<ImportPreview.ImportedHolding> holdings = holdings(name, read, folded, warnings);
        if (read.kind() == ImportKind.TRANSACTIONS && !holdings.isEmpty()) {
            warnings.add(ImportNotices.beginning(read));
        }
        ImportRows rows = new ImportRows(read, folded);
        int taken = ImportNotices.taken(read);
        int leftOut = read.leftOut().size();
        return new ImportPreview(
                new ImportFormat(read.format(), read.title(), read.kind().name().toLowerCase(Locale.ROOT)),
                layout(read.layout()),
                new ImportCounts(taken + leftOut, taken, leftOut),
                rows.positions(),
                rows.transactions(),
                rows.trades(),
                first(holdings, Function.identity()),
                rows.table(),
                first(read.leftOut(), row -> new ImportLeftOut(row.line(), row.text(), row.why())),
                first(
                        read.totals(),
                        total -> new ImportTotal(
                                total.what(), total.line(), total.stated(), total.summed(), total.agrees(taken))),
                List.of(),
                warnings,
                ImportNext.of(read, folded, holdings.size()),
                Math.max(taken, Math.max(leftOut, folded.trades().size())) > ImportPreview.MOST_ROWS);
    }

    private static List<ImportPreview.ImportedHolding> holdings(
            String name, Read read, Folded folded, List<String> warnings) {
        if (read.kind() != ImportKind.POSITIONS && read.kind() != ImportKind.TRANSACTIONS) {
            return List.of();
        }
        try {
            return OwnRows.held(name, read, folded).stream()
                    .map(row -> new ImportPreview.ImportedHolding(
                            row.symbol(), ImportRows.plain(row.shares()), ImportRows.known(row.averagePrice())))
                    .toList();
        } catch (Refusal refusal) {
            warnings.add(refusal.detail() + ".");
            return List.of();
        }
    }

    static <T, R> List<R> first(List<T> all, Function<T, R> shown) {
        return all.stream().limit(ImportPreview.MOST_ROWS).map(shown).toList();
    }

    private static ImportLayout layout(Layout layout) {
        return new ImportLayout(
                layout.encoding(), layout.delimiter(), layout.headerLine(), layout.dateFormat(), layout.decimal());
    }
}
