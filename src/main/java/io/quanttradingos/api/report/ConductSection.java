package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How disciplined the execution was, and what the guardian says of one more trade. */
final class ConductSection {
    private static final int MOST_VIOLATIONS = 100;
    private static final Map<String, String> SOURCES = Map.of(
            "trades", "judged from the trades and the plan of this run",
            "request", "as the request gave it",
            "cached", "remembered from the last judgement",
            "default", "the default: no trades were ever judged");

    private ConductSection() {}

    static void discipline(Markup page, JsonNode discipline) {
        String source = Words.textOr(discipline.path("source"), "unknown");
        Facts.grid(
                page,
                "Score",
                Words.decimals(discipline.path("score"), 4),
                "Source",
                source,
                "As of",
                Words.text(discipline.path("asof")));
        page.element("p", "The score is " + SOURCES.getOrDefault(source, source) + ".", "class", "note");
        JsonNode report = discipline.path("report");
        if (report.isObject()) {
            page.element(
                    "p",
                    Words.textOr(report.path("n_violating"), "–") + " of " + Words.textOr(report.path("n_trades"), "–")
                            + " trades break the plan; the trend over the latest runs is "
                            + Words.textOr(report.path("compliance_trend"), "not known") + ".");
            violations(page, report.path("violations"));
        }
    }

    private static void violations(Markup page, JsonNode violations) {
        if (violations.isEmpty()) {
            return;
        }
        ReportTable table = new ReportTable("Violations of the plan")
                .words("Trade")
                .words("Rule")
                .prose("What was found")
                .stacked();
        for (int i = 0; i < Math.min(violations.size(), MOST_VIOLATIONS); i++) {
            JsonNode violation = violations.get(i);
            table.row(
                    ReportTable.of(Words.text(violation.path("trade_index"))),
                    ReportTable.of(Words.text(violation.path("violation_type"))),
                    ReportTable.of(Words.text(violation.path("detail"))));
        }
        page.element("h3", "Violations");
        table.write(page);
        if (violations.size() > MOST_VIOLATIONS) {
            page.element(
                    "p",
                    "The first " + MOST_VIOLATIONS + " of " + violations.size() + "; the answer in JSON has all.",
                    "class",
                    "note");
        }
    }

    static void guardian(Markup page, JsonNode guardrails) {
        JsonNode verdict = guardrails.path("guardian_decision");
        page.element("p", Words.textOr(verdict.path("reason"), "The guardian gave no reason."));
        Facts.grid(
                page,
                "One more trade",
                allowed(verdict.path("trade_allowed")),
                "Risk at most",
                percentOf(verdict.path("allowed_risk_pct")),
                "Stop distance",
                Words.decimals(guardrails.path("stop_distance"), 2),
                "Shares at most",
                Words.text(guardrails.path("position_size")));
        page.element("h3", "Its rules");
        ReportTable table = new ReportTable("The guardian's rules")
                .words("Rule")
                .number("Multiplier")
                .number("Risk left")
                .prose("In words")
                .stacked();
        verdict.path("rules")
                .forEach(rule -> table.row(
                        ReportTable.of(Words.name(Words.textOr(rule.path("rule"), "–"))),
                        ReportTable.of(Words.decimals(rule.path("multiplier"), 4)),
                        ReportTable.of(percentOf(rule.path("risk_pct"))),
                        ReportTable.of(Words.text(rule.path("sentence")))));
        table.write(page);
        named(page, "It stops", verdict.path("blocks"));
        named(page, "It still allows", verdict.path("allows"));
        String reset = Words.text(verdict.path("reset"));
        if (reset != null) {
            page.element("h3", "When that ends");
            page.element("p", reset);
        }
        if (!guardrails.path("warnings").isEmpty()) {
            page.element("h3", "Its warnings");
            Facts.sentences(page, Words.list(guardrails.path("warnings")));
        }
    }

    private static @Nullable String allowed(JsonNode allowed) {
        return allowed.isBoolean() ? allowed.asBoolean() ? "allowed" : "not allowed" : null;
    }

    private static @Nullable String percentOf(JsonNode percent) {
        String number = Words.decimals(percent, 2);
        return number == null ? null : number + " %";
    }

    private static void named(Markup page, String name, JsonNode words) {
        if (!words.isEmpty()) {
            page.element("h3", name);
            Facts.sentences(page, Words.list(words));
        }
    }
}
