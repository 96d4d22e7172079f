package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.app.Page.Align;
import java.util.ArrayList;
import java.util.List;

/** A decision as a report to read: whether and how much may be traded first, then why, then what it was decided from. */
final class DecisionTable {
    private DecisionTable() {}

    /** The answer of {@code POST /decision}. */
    static String of(JsonNode answer) {
        JsonNode decision = answer.path("decision");
        Page page = new Page();
        headline(page, answer, decision);
        RegimeTable.write(page.section("REGIME"), answer.path("regime"));
        PortfolioTable.write(page.section("PORTFOLIO"), answer.path("portfolio"));
        account(page, answer.path("account"));
        discipline(page.section("DISCIPLINE"), answer.path("execution_discipline"));
        waterfall(page.section("POSITION SIZE"), decision);
        changes(page, decision);
        guardian(page, answer.path("guardian_guardrails"));
        RegimeTable.warnings(page, answer.path("warnings"));
        receipt(page.section("RECEIPT"), answer.path("receipt"));
        return page.toString();
    }

    private static void headline(Page page, JsonNode answer, JsonNode decision) {
        JsonNode allowed = decision.path("allow_trade");
        String verdict = Figures.missing(allowed)
                ? "unknown whether allowed"
                : allowed.asBoolean()
                        ? "ALLOWED at " + Figures.percent(decision.path("position_size_multiplier")) + " of full size"
                        : "NOT ALLOWED";
        page.line("New trades " + verdict);
        page.line("Risk mode " + Figures.text(decision.path("risk_mode")) + ", as of "
                + Figures.text(answer.path("asof")) + ", run " + Figures.text(answer.path("run_id")));
        page.line("").line(Figures.text(decision.path("reason")));
    }

    private static void account(Page page, JsonNode account) {
        page.sentence("Drawdown " + Figures.percent(account.path("drawdown")) + " from a peak of "
                + Figures.amount(account.path("peak_equity")) + " (" + Figures.text(account.path("peak_source"))
                + "), portfolio " + Figures.text(account.path("portfolio_id")) + ".");
    }

    private static void discipline(Page page, JsonNode discipline) {
        JsonNode when = discipline.path("asof");
        page.sentence("Score " + Figures.decimals(discipline.path("score"), 4) + ", source: "
                + Figures.text(discipline.path("source"))
                + (Figures.missing(when) ? "" : " of " + Figures.text(when)) + ".");
        JsonNode report = discipline.path("report");
        if (!Figures.missing(report)) {
            page.sentence(Figures.text(report.path("n_violating")) + " of " + Figures.text(report.path("n_trades"))
                    + " trades break the plan.");
        }
    }

    private static void waterfall(Page page, JsonNode decision) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("factor", "input", "multiplier", "why"));
        for (JsonNode step : decision.path("waterfall")) {
            rows.add(List.of(
                    Figures.text(step.path("factor")),
                    step.path("factor").asText().equals("blocked") ? "" : Figures.input(step.path("input")),
                    Figures.decimals(step.path("multiplier"), 4),
                    Figures.text(step.path("why"))));
        }
        rows.add(List.of("= size", "", Figures.decimals(decision.path("position_size_multiplier"), 4), ""));
        page.table(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT), rows);
    }

    private static void changes(Page page, JsonNode decision) {
        sentences(page, "BLOCKED BY", decision.path("blocked_by"));
        sentences(page, "WHAT WOULD CHANGE IT", decision.path("what_would_change_it"));
    }

    private static void sentences(Page page, String title, JsonNode entries) {
        List<String> sentences = new ArrayList<>();
        entries.forEach(entry -> sentences.add(Figures.text(entry.path("sentence"))));
        if (!sentences.isEmpty()) {
            page.section(title).items(sentences);
        }
    }

    private static void guardian(Page page, JsonNode guardrails) {
        if (Figures.missing(guardrails)) {
            return;
        }
        JsonNode decision = guardrails.path("guardian_decision");
        page.section("GUARDIAN");
        page.sentence(Figures.text(decision.path("reason")));
        page.figures(List.of(
                "Trade allowed",
                Figures.yesOrNo(decision.path("trade_allowed")),
                "Risk at most",
                Figures.decimals(decision.path("allowed_risk_pct"), 2) + " %",
                "Stop distance",
                Figures.amount(guardrails.path("stop_distance")),
                "Shares at most",
                Figures.text(guardrails.path("position_size"))));
        named(page, "Stops: ", decision.path("blocks"));
        named(page, "Still allows: ", decision.path("allows"));
        page.items(Figures.sentences(guardrails.path("warnings")));
    }

    private static void named(Page page, String name, JsonNode words) {
        if (!words.isEmpty()) {
            page.sentence(name + String.join(", ", Figures.sentences(words)) + ".");
        }
    }

    private static void receipt(Page page, JsonNode receipt) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode input : receipt.path("inputs")) {
            rows.add(List.of(
                    Figures.text(input.path("name")),
                    Figures.digest(input.path("sha256")),
                    Figures.text(input.path("rows")) + " rows"));
        }
        rows.add(List.of("policies", Figures.digest(receipt.path("config_sha256")), ""));
        rows.add(List.of("run before", Figures.digest(receipt.path("previous")), ""));
        rows.add(List.of(
                "this run",
                Figures.digest(receipt.path("digest")),
                "version " + Figures.text(receipt.path("version"))));
        page.table(List.of(Align.LEFT, Align.LEFT, Align.LEFT), rows);
    }
}
