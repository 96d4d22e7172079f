package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.app.Page.Align;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The preview of a file as a report to read. */
final class ImportTable {
    private static final int FIRST = 10;
    private static final int DECIMALS = 6;

    private ImportTable() {}

    /** The answer of {@code POST /imports/preview}. */
    static String of(JsonNode answer) {
        Page page = new Page();
        JsonNode format = answer.path("format");
        if (Figures.missing(format)) {
            page.line("Not sure how to read this.");
        } else {
            JsonNode counts = answer.path("counts");
            page.line(Figures.text(format.path("title")) + " (" + Figures.text(format.path("name")) + ")");
            page.line(Figures.text(counts.path("taken")) + " of " + Figures.text(counts.path("rows")) + " rows taken"
                    + layout(answer.path("layout")));
        }
        questions(page, answer.path("questions"));
        rows(
                page,
                "POSITIONS",
                answer.path("positions"),
                List.of("line", "instrument", "quantity", "average_price", "currency"));
        rows(
                page,
                "TRANSACTIONS",
                answer.path("transactions"),
                List.of(
                        "line",
                        "date",
                        "kind",
                        "instrument",
                        "quantity",
                        "price",
                        "fees",
                        "amount",
                        "amount_currency"));
        rows(
                page,
                "ROUND TRIPS",
                answer.path("trades"),
                List.of(
                        "exit_date",
                        "instrument",
                        "side",
                        "quantity",
                        "entry_price",
                        "exit_price",
                        "result",
                        "currency"));
        table(page, answer.path("table"));
        rows(page, "HOLDINGS A DECISION WOULD GET", answer.path("holdings"), List.of("symbol", "shares", "avg_price"));
        leftOut(page, answer.path("left_out"));
        totals(page, answer.path("totals"));
        RegimeTable.warnings(page, answer.path("warnings"));
        page.section("NEXT").sentence(Figures.text(answer.path("next")));
        return page.toString();
    }

    private static String layout(JsonNode layout) {
        return Figures.missing(layout)
                ? ""
                : "; header in line " + Figures.text(layout.path("header_line")) + ", "
                        + Figures.text(layout.path("encoding")) + ", dates " + Figures.text(layout.path("date_format"))
                        + ", decimal " + Figures.text(layout.path("decimal"));
    }

    private static void questions(Page page, JsonNode questions) {
        List<String> sentences = new ArrayList<>();
        questions.forEach(question -> {
            List<String> choices = new ArrayList<>();
            question.path("choices").forEach(choice -> choices.add(choice.asText()));
            String option = "--"
                    + question.path("field")
                            .asText()
                            .replaceFirst("^import_", "")
                            .replace('_', '-');
            sentences.add(Figures.text(question.path("sentence")) + " Say which with " + option
                    + (choices.isEmpty() ? "" : " " + String.join(" or ", choices)) + ".");
        });
        if (!sentences.isEmpty()) {
            page.section("QUESTIONS").items(sentences);
        }
    }

    private static void rows(Page page, String title, JsonNode rows, List<String> columns) {
        if (rows.isEmpty()) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(column -> column.replace('_', ' ')).toList());
        for (int i = 0; i < Math.min(FIRST, rows.size()); i++) {
            JsonNode row = rows.get(i);
            lines.add(columns.stream().map(column -> cell(row.path(column))).toList());
        }
        page.section(title).table(columns.stream().map(column -> Align.RIGHT).toList(), lines);
        more(page, rows.size());
    }

    private static void table(Page page, JsonNode table) {
        if (Figures.missing(table)) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(texts(table.path("columns")));
        for (int i = 0; i < Math.min(FIRST, table.path("rows").size()); i++) {
            lines.add(texts(table.path("rows").get(i)));
        }
        int columns = Math.min(8, lines.get(0).size());
        page.section("FIRST ROWS")
                .table(
                        lines.get(0).stream()
                                .limit(columns)
                                .map(cell -> Align.RIGHT)
                                .toList(),
                        lines.stream()
                                .map(line -> line.subList(0, Math.min(columns, line.size())))
                                .toList());
        more(page, table.path("rows").size());
    }

    private static List<String> texts(JsonNode cells) {
        List<String> texts = new ArrayList<>();
        cells.forEach(cell -> texts.add(cell.asText()));
        return texts;
    }

    private static void more(Page page, int size) {
        if (size > FIRST) {
            page.sentence("and " + (size - FIRST) + " more; --json shows them");
        }
    }

    private static void leftOut(Page page, JsonNode rows) {
        List<String> sentences = new ArrayList<>();
        rows.forEach(row -> sentences.add("line " + Figures.text(row.path("line")) + " " + Figures.text(row.path("why"))
                + ": " + Figures.text(row.path("text"))));
        if (!sentences.isEmpty()) {
            page.section("LEFT OUT").items(sentences.subList(0, Math.min(FIRST, sentences.size())));
            more(page, sentences.size());
        }
    }

    private static void totals(Page page, JsonNode totals) {
        List<String> sentences = new ArrayList<>();
        totals.forEach(total -> sentences.add(Figures.text(total.path("what")) + ": stated "
                + total.path("stated").asText() + ", the rows come to "
                + total.path("summed").asText()
                + (total.path("agrees").asBoolean() ? "" : ", which differs")));
        if (!sentences.isEmpty()) {
            page.section("TOTALS").items(sentences);
        }
    }

    private static String cell(JsonNode value) {
        if (Figures.missing(value)) {
            return "";
        }
        return value.isNumber() ? number(value.decimalValue()) : value.asText();
    }

    private static String number(BigDecimal number) {
        BigDecimal shown = number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
        return shown.signum() == 0 && number.signum() != 0
                ? number.toPlainString()
                : shown.stripTrailingZeros().toPlainString();
    }
}
