package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.app.Page.Align;
import java.util.ArrayList;
import java.util.List;

/** The review of a journal as a report to read. */
final class JournalTable {
    private JournalTable() {}

    /** The answer of {@code POST /trade-journal}. */
    static String of(JsonNode answer) {
        JsonNode metrics = answer.path("metrics");
        Page page = new Page()
                .line("Trade journal from " + Figures.text(metrics.path("first_date")) + " to "
                        + Figures.text(metrics.path("last_date")));
        page.section("NUMBERS")
                .figures(List.of(
                        "trades", Figures.text(metrics.path("n_trades")),
                        "net result", Figures.amount(metrics.path("total_pnl")),
                        "win rate", Figures.percent(metrics.path("win_rate")),
                        "fees", Figures.amount(metrics.path("fees")),
                        "average win", Figures.amount(metrics.path("avg_win")),
                        "average loss", Figures.amount(metrics.path("avg_loss")),
                        "profit factor", Figures.decimals(metrics.path("profit_factor"), 2),
                        "expectancy", Figures.amount(metrics.path("expectancy")),
                        "expectancy in R", Figures.decimals(metrics.path("expectancy_r"), 2),
                        "SQN", Figures.decimals(metrics.path("sqn"), 2),
                        "longest losing streak", Figures.text(metrics.path("longest_loss_streak")),
                        "deepest fall", Figures.amount(metrics.path("max_drawdown"))));
        findings(page, answer.path("findings"));
        if (!Figures.missing(answer.path("coaching_report"))) {
            page.section("COACHING");
            Figures.text(answer.path("coaching_report"))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(page::sentence);
        }
        symbols(page, metrics.path("by_symbol"));
        SentimentTable.model(page, answer.path("language_model"));
        RegimeTable.warnings(page, answer.path("warnings"));
        return page.toString();
    }

    private static void findings(Page page, JsonNode findings) {
        List<String> sentences = new ArrayList<>();
        findings.forEach(finding -> sentences.add(Figures.text(finding.path("sentence"))));
        if (!sentences.isEmpty()) {
            page.section("FINDINGS").items(sentences);
        }
    }

    private static void symbols(Page page, JsonNode symbols) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("symbol", "trades", "net result", "win rate", "expectancy"));
        symbols.properties()
                .forEach(symbol -> rows.add(List.of(
                        symbol.getKey(),
                        Figures.text(symbol.getValue().path("n")),
                        Figures.amount(symbol.getValue().path("net_pnl")),
                        Figures.percent(symbol.getValue().path("win_rate")),
                        Figures.amount(symbol.getValue().path("expectancy")))));
        page.section("BY SYMBOL").table(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT), rows);
    }
}
