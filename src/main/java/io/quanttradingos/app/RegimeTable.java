package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.app.Page.Align;
import java.util.ArrayList;
import java.util.List;

/** A regime, or a regime for every date, as a report to read. */
final class RegimeTable {
    private RegimeTable() {}

    /** The answer of {@code POST /regime}. */
    static String of(JsonNode regime) {
        return of(regime, Terminal.PLAIN);
    }

    static String of(JsonNode regime, Terminal terminal) {
        Page page = new Page(terminal).line("Market regime as of " + Figures.text(regime.path("asof")));
        write(page.section("REGIME"), regime);
        page.section("WHAT IT MEANS").items(Figures.sentences(regime.path("implications")));
        warnings(page, regime.path("warnings"));
        return page.toString();
    }

    /** The inside of a section. */
    static void write(Page page, JsonNode regime) {
        page.sentence(Figures.text(regime.path("label")));
        page.sentence("Confidence " + Figures.percent(regime.path("confidence")) + ", " + history(regime) + ".");
        page.items(Figures.sentences(regime.path("drivers")));
    }

    static void warnings(Page page, JsonNode warnings) {
        if (!warnings.isEmpty()) {
            page.section("WARNINGS")
                    .items(Figures.sentences(warnings).stream()
                            .map(Ink.CARE::on)
                            .toList());
        }
    }

    private static String history(JsonNode regime) {
        String held = "held for " + Figures.text(regime.path("days_in_state")) + " closes";
        JsonNode since = regime.path("changed_on");
        return Figures.missing(since)
                ? held
                : held + " since " + Figures.text(since) + ", before that "
                        + Figures.text(regime.path("previous_label"));
    }

    /** The answer of {@code POST /regime} with {@code series}; all its columns are in the CSV. */
    static String series(JsonNode answer) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("date", "conf.", "vol.", "breadth", "regime"));
        for (JsonNode row : answer.path("series")) {
            rows.add(List.of(
                    Figures.text(row.path("date")),
                    Figures.decimals(row.path("confidence"), 2),
                    Figures.decimals(row.path("sigma_20"), 4),
                    Figures.decimals(row.path("breadth"), 2),
                    Figures.text(row.path("label"))));
        }
        List<Align> columns = List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT);
        return new Page().table(columns, rows).toString();
    }
}
