package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.report.RegimeHistory;
import io.quanttradingos.app.Page.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A decision as a report to read: whether and how much may be traded first, then why, then what it was decided from. */
final class DecisionTable {
    private static final int BAR = 20;
    private static final int SHORT_BAR = 10;

    private DecisionTable() {}

    /** The answer of {@code POST /decision}, as plain text. */
    static String of(JsonNode answer) {
        return of(answer, Terminal.PLAIN, null);
    }

    /**
     * The answer of {@code POST /decision} at a terminal.
     *
     * @param history what went before, for a picture of it; null where none is wanted
     */
    static String of(JsonNode answer, Terminal terminal, @Nullable RegimeHistory history) {
        JsonNode decision = answer.path("decision");
        Page page = new Page(terminal);
        headline(page, answer, decision);
        RegimeTable.write(page.section("REGIME"), answer.path("regime"));
        if (history != null) {
            CourseOfRegimes.write(page, history);
        }
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
                : allowed.asBoolean() ? allowed(decision.path("position_size_multiplier")) : Ink.BAD.on("NOT ALLOWED");
        page.line("New trades " + verdict);
        page.line("Risk mode " + Figures.text(decision.path("risk_mode")) + ", as of "
                + Figures.text(answer.path("asof")) + ", run " + Figures.text(answer.path("run_id")));
        page.line("").line(Figures.text(decision.path("reason")));
    }

    private static String allowed(JsonNode size) {
        Ink ink = size.asDouble() < 1 ? Ink.CARE : Ink.GOOD;
        return ink.on("ALLOWED at " + Figures.percent(size) + " of full size");
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
        List<String> bars = new ArrayList<>(List.of("what is left"));
        double left = 1;
        for (JsonNode step : decision.path("waterfall")) {
            double multiplier = step.path("multiplier").asDouble();
            bars.add(bar(page.terminal(), left, left * multiplier));
            left *= multiplier;
            rows.add(List.of(
                    Figures.text(step.path("factor")),
                    step.path("factor").asText().equals("blocked") ? "" : Figures.input(step.path("input")),
                    Figures.decimals(step.path("multiplier"), 4),
                    Figures.text(step.path("why"))));
        }
        JsonNode size = decision.path("position_size_multiplier");
        bars.add(bar(page.terminal(), size.asDouble(), size.asDouble()));
        rows.add(List.of("= size", "", Figures.decimals(size, 4), ""));
        if (page.terminal().rich()) {
            page.table(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT), withBars(rows, bars));
        } else {
            page.table(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT), rows);
        }
    }

    /** What a factor leaves, and what it takes. */
    private static String bar(Terminal terminal, double before, double after) {
        int signs = terminal.width() < Page.WIDTH ? SHORT_BAR : BAR;
        int full = (int) Math.round(Math.min(1, before) * signs);
        int left = (int) Math.round(Math.min(1, after) * signs);
        Ink ink = after > 0 ? Ink.GOOD : Ink.BAD;
        return ink.on(terminal.sign("█", "#").repeat(left))
                + Ink.BAD.on(terminal.sign("░", ".").repeat(Math.max(0, full - left)));
    }

    private static List<List<String>> withBars(List<List<String>> rows, List<String> bars) {
        List<List<String>> wider = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = new ArrayList<>(rows.get(i));
            row.add(row.size() - 1, bars.get(i));
            wider.add(row);
        }
        return wider;
    }

    private static void changes(Page page, JsonNode decision) {
        sentences(page, "BLOCKED BY", decision.path("blocked_by"), Ink.BAD::on);
        sentences(page, "WHAT WOULD CHANGE IT", decision.path("what_would_change_it"), UnaryOperator.identity());
    }

    private static void sentences(Page page, String title, JsonNode entries, UnaryOperator<String> ink) {
        List<String> sentences = new ArrayList<>();
        entries.forEach(entry -> sentences.add(ink.apply(Figures.text(entry.path("sentence")))));
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
