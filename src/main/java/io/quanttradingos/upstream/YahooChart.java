package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import io.quanttradingos.marketdata.Bars;
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

    /** The bars of an answer, scaled to the adjusted closes where there are any; one without a close is left out. */
    public static Bars bars(Symbol symbol, JsonNode answer) {
        JsonNode result = answer.path("chart").path("result").path(0);
        JsonNode quote = result.path("indicators").path("quote").path(0);
        JsonNode times = result.path("timestamp");
        if (!result.isObject() || quote.path("close").size() != times.size()) {
            throw Answers.misunderstood("Yahoo");
        }
        JsonNode adjusted = result.path("indicators").path("adjclose").path(0).path("adjclose");
        long offset = result.path("meta").path("gmtoffset").asLong(0);
        ServedBars bars = new ServedBars("Yahoo");
        for (int i = 0; i < times.size(); i++) {
            double factor = adjusted.path(i).asDouble(Double.NaN)
                    / quote.path("close").path(i).asDouble(Double.NaN);
            bars.add(
                    LocalDate.ofInstant(Instant.ofEpochSecond(times.get(i).asLong() + offset), ZoneOffset.UTC),
                    scaled(quote.path("open").path(i), factor),
                    scaled(quote.path("high").path(i), factor),
                    scaled(quote.path("low").path(i), factor),
                    scaled(quote.path("close").path(i), factor),
                    quote.path("volume").path(i));
        }
        return bars.bars(symbol);
    }

    private static JsonNode scaled(JsonNode price, double factor) {
        return price.isNumber() && factor > 0 ? DoubleNode.valueOf(price.asDouble() * factor) : price;
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
