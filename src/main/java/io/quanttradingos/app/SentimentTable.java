package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.app.Page.Align;
import java.util.ArrayList;
import java.util.List;

/** A sentiment alert as a report to read. */
final class SentimentTable {
    private SentimentTable() {}

    /** The answer of {@code POST /sentiment-alert}. */
    static String of(JsonNode answer) {
        Page page = new Page()
                .line("Sentiment of " + Figures.text(answer.path("symbol")) + " as of "
                        + Figures.text(answer.path("asof")));
        JsonNode alert = answer.path("alert");
        page.section("ALERT")
                .sentence(
                        alert.path("raised").asBoolean()
                                ? "Raised, " + Figures.text(alert.path("direction")) + "."
                                : "Not raised.");
        page.sentence(Figures.text(alert.path("reason")));
        page.section("SENTIMENT")
                .figures(List.of(
                        "score", Figures.decimals(answer.path("score"), 2),
                        "confidence", Figures.percent(answer.path("confidence")),
                        "articles", Figures.text(answer.at("/articles/used")),
                        "change", Figures.decimals(answer.at("/shift/change"), 2)));
        page.sentence(Figures.text(answer.path("explanation")));
        headlines(page, answer.path("headlines"));
        gate(page, answer.path("gate"));
        model(page, answer.path("language_model"));
        RegimeTable.warnings(page, answer.path("warnings"));
        return page.toString();
    }

    private static void headlines(Page page, JsonNode headlines) {
        if (headlines.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("date", "score", "headline"));
        for (JsonNode headline : headlines) {
            String at = Figures.text(headline.path("at"));
            rows.add(List.of(
                    at.length() > 10 ? at.substring(0, 10) : at,
                    Figures.decimals(headline.path("score"), 2),
                    Figures.text(headline.path("headline"))));
        }
        page.section("HEADLINES").table(List.of(Align.LEFT, Align.RIGHT, Align.LEFT), rows);
    }

    private static void gate(Page page, JsonNode gate) {
        if (!Figures.missing(gate)) {
            page.section("GATE")
                    .sentence("Backtest of " + Figures.text(gate.path("strategy_type")) + " on "
                            + Figures.text(gate.path("symbol")) + ": " + Figures.text(gate.path("verdict")) + ".")
                    .sentence(Figures.text(gate.path("text")));
        }
    }

    /** Whether a language model was asked, and what it cost. */
    static void model(Page page, JsonNode model) {
        page.section("LANGUAGE MODEL")
                .sentence(
                        model.path("asked").asBoolean()
                                ? Figures.text(model.path("model")) + ", " + Figures.text(model.path("total_tokens"))
                                        + " tokens."
                                : Figures.text(model.path("reason")));
    }
}
