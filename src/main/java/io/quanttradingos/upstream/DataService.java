package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The prices of the data-ingestion service.
 *
 * <p>{@code GET /prices/SPY?start_date=…&end_date=…&days=…&limit=…} answers an ascending array of objects with {@code timestamp}
 * and {@code close}; a newer version answers {@code {"symbol":…,"count":…,"data":[…]}}, newest first. Both are read.
 */
public final class DataService {
    /** Rows that the newer version answers at most, and so the days that are asked for at once. */
    public static final int MOST_ROWS = 1000;

    /** As sentences call it. */
    static final String TITLE = "the data service";

    /** The most rows the newer version gives. */
    static final int MOST_LATEST_ROWS = MOST_ROWS;

    private DataService() {}

    /**
     * The path and query to ask with.
     *
     * @param today the day of asking, from which the newer version counts back its days
     */
    public static String pathOf(Symbol symbol, LocalDate from, LocalDate to, LocalDate today) {
        return "/prices/" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8) + "?start_date=" + from
                + "T00:00:00Z&end_date=" + to + "T23:59:59Z&days=" + (ChronoUnit.DAYS.between(from, today) + 1)
                + "&limit=" + MOST_ROWS;
    }

    /** The earliest date of an answer; empty where it has no row. */
    public static Optional<LocalDate> earliest(JsonNode answer) {
        LocalDate earliest = null;
        for (JsonNode row : rows(answer)) {
            LocalDate date = date(row);
            earliest = earliest == null || date.isBefore(earliest) ? date : earliest;
        }
        return Optional.ofNullable(earliest);
    }

    private static LocalDate date(JsonNode row) {
        return Answers.date(TITLE, row.path("timestamp").asText(""));
    }

    /** The bars of some answers up to a date; later rows of one date win. */
    public static Bars bars(Symbol symbol, List<JsonNode> answers, LocalDate to) {
        ServedBars bars = new ServedBars(TITLE);
        for (JsonNode row : rows(answers)) {
            LocalDate date = date(row);
            if (!date.isAfter(to)) {
                bars.add(
                        date,
                        row.path("open"),
                        row.path("high"),
                        row.path("low"),
                        row.path("close"),
                        row.path("volume"));
            }
        }
        return bars.bars(symbol);
    }

    private static List<JsonNode> rows(List<JsonNode> answers) {
        List<JsonNode> rows = new ArrayList<>();
        answers.forEach(answer -> rows(answer).forEach(rows::add));
        return rows;
    }

    static JsonNode rows(JsonNode answer) {
        JsonNode rows = answer.isObject() ? answer.path("data") : answer;
        if (!rows.isArray()) {
            throw Answers.misunderstood(TITLE);
        }
        return rows;
    }

    /** The closes of some answers up to a date; later rows of one date win. */
    public static PriceTable closes(Symbol symbol, List<JsonNode> answers, LocalDate to) {
        Closes closes = new Closes(TITLE);
        for (JsonNode row : rows(answers)) {
            LocalDate date = date(row);
            if (!date.isAfter(to)) {
                closes.add(date, row.path("close"));
            }
        }
        return closes.table(symbol);
    }
}
