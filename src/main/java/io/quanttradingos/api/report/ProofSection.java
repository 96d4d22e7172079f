package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;

/** What the figures mean, and what proves the run. */
final class ProofSection {
    private ProofSection() {}

    static void conventions(Markup page, JsonNode conventions) {
        page.open("dl", "class", "facts lines");
        conventions.properties().forEach(entry -> {
            page.open("div").element("dt", Words.name(entry.getKey())).open("dd");
            page.value(Words.text(entry.getValue())).close().close();
        });
        page.close();
    }

    static void receipt(Markup page, JsonNode answer, DecisionReport.Origin origin) {
        JsonNode receipt = answer.path("receipt");
        Facts.lines(
                page,
                "Run",
                Words.text(answer.path("run_id")),
                "Recorded",
                origin.recordedAt().toString(),
                "Door",
                origin.door(),
                "Program version",
                Words.text(receipt.path("version")));
        ReportTable table =
                new ReportTable("Digests, SHA-256").words("Of").number("Rows").prose("Digest");
        receipt.path("inputs")
                .forEach(input -> table.row(
                        ReportTable.of(Words.text(input.path("name"))),
                        ReportTable.of(Words.text(input.path("rows"))),
                        digest(input.path("sha256"))));
        table.row(ReportTable.of("policies"), ReportTable.of(""), digest(receipt.path("config_sha256")));
        table.row(ReportTable.of("the run before"), ReportTable.of(""), digest(receipt.path("previous")));
        table.row(ReportTable.of("this run"), ReportTable.of(""), digest(receipt.path("digest")));
        page.element("h3", "Digests");
        table.write(page);
        page.open("p", "class", "note").text("To check this page later: ");
        page.element("code", "./qtos replay " + Words.textOr(answer.path("run_id"), "RUN_ID"));
        page.text(" computes the run again from its recorded inputs, and ");
        page.element("code", "./qtos doctor");
        page.text(" checks that no record was changed since.").close();
    }

    private static ReportTable.Cell digest(JsonNode sha256) {
        return page -> {
            page.open("code");
            page.value(Words.text(sha256)).close();
        };
    }
}
