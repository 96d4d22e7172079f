package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;

/** How the size came about, what stands against it, and what would change it. */
final class SizeSection {
    private SizeSection() {}

    /** From 1 through each factor to the multiplier: what is left and what each factor took, as bars and figures. */
    static void waterfall(Markup page, JsonNode decision) {
        page.element(
                "p",
                "From full size, 1, each factor leaves a part; the light part of a bar is what it takes.",
                "class",
                "note");
        ReportTable table = new ReportTable("From full size to the multiplier")
                .words("Factor")
                .number("Input")
                .bars("What is left")
                .number("Multiplier")
                .number("Left")
                .prose("Why")
                .stacked();
        double left = 1;
        table.row(name("Full size"), ReportTable.of(""), step(1, 1), ReportTable.of(""), left(1), ReportTable.of(""));
        for (JsonNode factor : decision.path("waterfall")) {
            double before = left;
            double after = before * factor.path("multiplier").asDouble();
            boolean hasInput = !factor.path("factor").asText().equals("blocked");
            table.row(
                    name(Words.name(Words.textOr(factor.path("factor"), "–"))),
                    ReportTable.of(hasInput ? Words.input(factor.path("input")) : ""),
                    step(before, after),
                    ReportTable.of(times(factor.path("multiplier"))),
                    left(after),
                    ReportTable.of(Words.text(factor.path("why"))));
            left = after;
        }
        JsonNode size = decision.path("position_size_multiplier");
        table.row(
                name("Position size"),
                ReportTable.of(""),
                step(size.asDouble(), size.asDouble()),
                ReportTable.of(""),
                ReportTable.of(Words.decimals(size, 4)),
                ReportTable.of(""));
        page.open("div", "class", "waterfall");
        table.write(page);
        page.close();
    }

    private static String times(JsonNode multiplier) {
        String text = Words.decimals(multiplier, 4);
        return text == null ? "–" : "× " + text;
    }

    private static ReportTable.Cell name(String name) {
        return ReportTable.of(name);
    }

    private static ReportTable.Cell step(double before, double after) {
        return page -> Bar.step(page, before, after);
    }

    private static ReportTable.Cell left(double value) {
        return ReportTable.of(Words.decimals(value, 4));
    }

    static void blocks(Markup page, JsonNode decision) {
        JsonNode blocks = decision.path("blocked_by");
        if (blocks.isEmpty()) {
            page.element("p", "Nothing blocks new trades.");
            return;
        }
        ReportTable table = new ReportTable("What blocks new trades")
                .words("Factor")
                .number("Limit")
                .number("Actual")
                .prose("Why")
                .stacked();
        blocks.forEach(block -> table.row(
                ReportTable.of(Words.name(Words.textOr(block.path("factor"), "–"))),
                ReportTable.of(Words.input(block.path("limit"))),
                ReportTable.of(Words.input(block.path("actual"))),
                ReportTable.of(Words.text(block.path("sentence")))));
        table.write(page);
    }

    static void changes(Markup page, JsonNode decision) {
        JsonNode changes = decision.path("what_would_change_it");
        if (changes.isEmpty()) {
            page.element("p", "No single input would change the size.");
            return;
        }
        ReportTable table = new ReportTable("What would change the size")
                .words("Factor")
                .number("Now")
                .number("Needed")
                .number("Size then")
                .prose("In words")
                .stacked();
        changes.forEach(change -> table.row(
                ReportTable.of(Words.name(Words.textOr(change.path("factor"), "–"))),
                ReportTable.of(Words.input(change.path("input"))),
                ReportTable.of(Words.input(change.path("needed"))),
                ReportTable.of(Words.percent(change.path("multiplier"))),
                ReportTable.of(Words.text(change.path("sentence")))));
        table.write(page);
    }
}
