package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The prices of a Yahoo chart, version 8.
 *
 * <p>{@code {"chart":{"result":[{"meta":{"gmtoffset":…},"timestamp":[…],"indicators":{"quote":[{"close":[…]}],"adjclose":[{"adjclose":[…]}]}}]}}}:
 * epoch seconds of each bar's open, which with the exchange's offset give its date. Adjusted closes are taken where there
 * are any.
 */
public final class YahooChart {
    private YahooChart() {}

    /** The path and query to ask with. */
    public static String pathOf(Symbol symbol, LocalDate from, LocalDate to) {
        return "/v8/finance/chart/" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8) + "?period1="
                + from.atStartOfDay(ZoneOffset.UTC).toEpochSecond() + "&period2="
                + to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() + "&interval=1d&events=div%2Csplit";
    }

    /** The closes of an answer; a bar without a close is left out. */
    public static PriceTable closes(Symbol symbol, JsonNode answer) {
        JsonNode result = answer.path("chart").path("result").path(0);
        JsonNode quotes = result.path("indicators").path("quote").path(0).path("close");
        JsonNode adjusted = result.path("indicators").path("adjclose").path(0).path("adjclose");
        JsonNode values = adjusted.isArray() && !adjusted.isEmpty() ? adjusted : quotes;
        JsonNode times = result.path("timestamp");
        if (!result.isObject() || values.size() != times.size()) {
            throw Answers.misunderstood("Yahoo");
        }
        long offset = result.path("meta").path("gmtoffset").asLong(0);
        Closes closes = new Closes("Yahoo");
        for (int i = 0; i < times.size(); i++) {
            Instant local = Instant.ofEpochSecond(times.get(i).asLong() + offset);
            closes.add(LocalDate.ofInstant(local, ZoneOffset.UTC), values.get(i));
        }
        return closes.table(symbol);
    }
}
