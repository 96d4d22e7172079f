package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The prices of the data-ingestion service.
 *
 * <p>{@code GET /prices/SPY?start_date=…&end_date=…&limit=…} answers an ascending array of objects with {@code timestamp}
 * and {@code close}; a newer version answers {@code {"symbol":…,"count":…,"data":[…]}}, newest first. Both are read.
 */
public final class DataService {
    private static final int MOST_ROWS = 10_000;

    private DataService() {}

    /** The path and query to ask with. */
    public static String pathOf(Symbol symbol, LocalDate from, LocalDate to) {
        return "/prices/" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8) + "?start_date=" + from
                + "T00:00:00Z&end_date=" + to + "T23:59:59Z&limit=" + MOST_ROWS;
    }

    /** The bars of an answer; later rows of one date win. */
    public static Bars bars(Symbol symbol, JsonNode answer) {
        ServedBars bars = new ServedBars("the data service");
        for (JsonNode row : rows(answer)) {
            bars.add(
                    Answers.date("the data service", row.path("timestamp").asText("")),
                    row.path("open"),
                    row.path("high"),
                    row.path("low"),
                    row.path("close"),
                    row.path("volume"));
        }
        return bars.bars(symbol);
    }

    private static JsonNode rows(JsonNode answer) {
        JsonNode rows = answer.isObject() ? answer.path("data") : answer;
        if (!rows.isArray()) {
            throw Answers.misunderstood("the data service");
        }
        return rows;
    }

    /** The closes of an answer; later rows of one date win. */
    public static PriceTable closes(Symbol symbol, JsonNode answer) {
        Closes closes = new Closes("the data service");
        for (JsonNode row : rows(answer)) {
            closes.add(Answers.date("the data service", row.path("timestamp").asText("")), row.path("close"));
        }
        return closes.table(symbol);
    }
}
