package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.app.Page.Align;
import java.util.ArrayList;
import java.util.List;

/** An insider report as a report to read. */
final class InsiderTable {
    private InsiderTable() {}

    /** The answer of {@code POST /insider-report}. */
    static String of(JsonNode answer) {
        Page page = new Page()
                .line("Insiders of " + Figures.text(answer.path("symbol")) + " from "
                        + Figures.text(answer.path("window_from")) + " to " + Figures.text(answer.path("asof")));
        page.section("REPORT");
        Figures.text(answer.path("report"))
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(page::sentence);
        JsonNode market = answer.path("market");
        page.section("ON THE MARKET")
                .figures(List.of(
                        "shares bought", Figures.decimals(market.at("/purchases/shares"), 0),
                        "shares sold", Figures.decimals(market.at("/sales/shares"), 0),
                        "buyers", Figures.text(market.at("/purchases/insiders")),
                        "sellers", Figures.text(market.at("/sales/insiders")),
                        "net shares", Figures.decimals(market.path("net_shares"), 0),
                        "signal", Figures.decimals(answer.at("/signal/score"), 2)));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("code", "lines", "shares", "what"));
        for (JsonNode code : answer.path("by_code")) {
            rows.add(List.of(
                    Figures.text(code.path("code")),
                    Figures.text(code.path("lines")),
                    Figures.decimals(code.path("shares"), 0),
                    Figures.text(code.path("title"))));
        }
        page.section("BY CODE").table(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT), rows);
        SentimentTable.model(page, answer.path("language_model"));
        RegimeTable.warnings(page, answer.path("warnings"));
        return page.toString();
    }
}
