package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The prices of the data-ingestion service.
 *
 * <p>{@code GET /prices/SPY?start_date=…&end_date=…&limit=…} answers an ascending array of objects with {@code timestamp}
 * and {@code close}; a newer version answers {@code {"symbol":…,"count":…,"data":[…]}}, newest first. Both are read. The newer
 * one gives at most a thousand rows, may refuse a request for more with 422, and can be asked for the latest days instead.
 */
public final class DataService {
    /** As sentences call it. */
    static final String TITLE = "the data service";

    /** The most rows the newer version gives. */
    static final int MOST_LATEST_ROWS = 1_000;

    private static final int MOST_ROWS = 10_000;

    private DataService() {}

    /** The path and query to ask with. */
    public static String pathOf(Symbol symbol, LocalDate from, LocalDate to) {
        return "/prices/" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8) + "?start_date=" + from
                + "T00:00:00Z&end_date=" + to + "T23:59:59Z&limit=" + MOST_ROWS;
    }

    /**
     * The path and query to ask the newer version with, where it refuses {@link #pathOf}. Its answer may hold days before
     * {@code from}, and of more than a thousand rows the oldest are missing.
     *
     * @param from the first day wanted
     * @param today the service's today, from which it counts back
     */
    public static String pathOfLatest(Symbol symbol, LocalDate from, LocalDate today) {
        long days = Math.max(1, ChronoUnit.DAYS.between(from, today) + 1);
        return "/prices/" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8) + "?days=" + days + "&limit="
                + MOST_LATEST_ROWS;
    }

    /** The bars of an answer; later rows of one date win. */
    public static Bars bars(Symbol symbol, JsonNode answer) {
        ServedBars bars = new ServedBars(TITLE);
        for (JsonNode row : rows(answer)) {
            bars.add(
                    Answers.date(TITLE, row.path("timestamp").asText("")),
                    row.path("open"),
                    row.path("high"),
                    row.path("low"),
                    row.path("close"),
                    row.path("volume"));
        }
        return bars.bars(symbol);
    }

    /** The rows of either version's answer. */
    static JsonNode rows(JsonNode answer) {
        JsonNode rows = answer.isObject() ? answer.path("data") : answer;
        if (!rows.isArray()) {
            throw Answers.misunderstood(TITLE);
        }
        return rows;
    }

    /** The closes of an answer; later rows of one date win. */
    public static PriceTable closes(Symbol symbol, JsonNode answer) {
        Closes closes = new Closes(TITLE);
        for (JsonNode row : rows(answer)) {
            closes.add(Answers.date(TITLE, row.path("timestamp").asText("")), row.path("close"));
        }
        return closes.table(symbol);
    }
}
