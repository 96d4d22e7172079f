package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which regime the market is in, by what signs, since when. */
final class RegimeSection {
    private static final int LATEST = 8;

    private RegimeSection() {}

    static void write(Markup page, JsonNode regime) {
        page.element("p", Words.textOr(regime.path("label"), "The regime is not known."), "class", "strategy");
        Facts.grid(
                page,
                "Confidence",
                Words.percent(regime.path("confidence")),
                "Closes in it",
                Words.text(regime.path("days_in_state")),
                "Since",
                Words.text(regime.path("changed_on")));
        String before = Words.text(regime.path("previous_label"));
        page.element(
                "p",
                before == null ? "Which regime came before it is not known." : "Before it: " + before + ".",
                "class",
                "note");
        page.element("h3", "What it rests on");
        Facts.sentences(page, Words.list(regime.path("drivers")));
        page.element("h3", "What it means");
        Facts.sentences(page, Words.list(regime.path("implications")));
        page.element("h3", "Signals");
        signals(page, regime.path("signals"));
    }

    private static void signals(Markup page, JsonNode signals) {
        ReportTable table = new ReportTable("Signals of the regime")
                .words("Signal")
                .words("State")
                .words("By today's numbers alone")
                .prose("Measured")
                .number("Margin")
                .number("Weight")
                .stacked();
        row(table, "Trend", signals.path("trend"), "score " + known(Words.decimals(at(signals, "trend", "score"), 2)));
        row(
                table,
                "Volatility",
                signals.path("volatility"),
                known(Words.percent(at(signals, "volatility", "sigma_20"))) + " a year, rank "
                        + known(Words.percent(at(signals, "volatility", "rank"))));
        row(
                table,
                "Breadth",
                signals.path("breadth"),
                known(Words.percent(at(signals, "breadth", "share"))) + " of names above their average");
        row(
                table,
                "Risk",
                signals.path("risk"),
                known(Words.decimals(at(signals, "risk", "z"), 2)) + " deviations against "
                        + known(Words.text(at(signals, "risk", "bond"))));
        table.write(page);
    }

    private static JsonNode at(JsonNode signals, String signal, String field) {
        return signals.path(signal).path(field);
    }

    private static String known(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private static void row(ReportTable table, String name, JsonNode signal, String measured) {
        table.row(
                ReportTable.of(name),
                ReportTable.of(Words.text(signal.path("state"))),
                ReportTable.of(Words.text(signal.path("raw_state"))),
                ReportTable.of(measured),
                ReportTable.of(Words.decimals(signal.path("margin"), 2)),
                ReportTable.of(Words.percent(signal.path("weight"))));
    }

    static void history(Markup page, RegimeHistory history) {
        List<RegimeHistory.Day> days = history.days();
        if (days.isEmpty()) {
            page.element("p", String.valueOf(history.missing()), "class", "absent");
            return;
        }
        ClosesPicture picture = new ClosesPicture(history);
        picture.write(page);
        page.element("h3", "The latest regimes");
        picture.changes(page, LATEST);
        page.element(
                "p",
                "The regimes of past days were computed for this page from the recorded closes, under the recorded policies.",
                "class",
                "note");
    }
}
