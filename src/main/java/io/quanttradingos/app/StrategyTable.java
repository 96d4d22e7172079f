package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.app.Page.Align;
import java.util.ArrayList;
import java.util.List;

/** The strategies, as a list to read. */
final class StrategyTable {
    private StrategyTable() {}

    /** The answer of {@code GET /strategies}. */
    static String of(JsonNode answer) {
        Page page = new Page().line("Strategies of a backtest");
        for (JsonNode strategy : answer.path("strategies")) {
            page.section(Figures.text(strategy.path("name"))).sentence(Figures.text(strategy.path("description")));
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode parameter : strategy.path("parameters")) {
                JsonNode usual = parameter.path("default");
                rows.add(List.of(
                        Figures.text(parameter.path("name")),
                        usual.isContainerNode() ? usual.toString() : Figures.text(usual),
                        Figures.text(parameter.path("description"))));
            }
            page.table(List.of(Align.LEFT, Align.LEFT, Align.LEFT), rows);
        }
        return page.toString();
    }
}
