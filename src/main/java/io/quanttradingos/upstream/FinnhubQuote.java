package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.marketdata.PriceSnapshot;
import io.quanttradingos.units.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The latest price of an instrument by Finnhub.
 *
 * <p>{@code GET /quote?symbol=AAPL} answers {@code {"c":261.74,"h":263.31,"l":260.68,"o":261.07,"pc":259.45,"t":1582641000}}: the
 * price, the close before it, and the moment in epoch seconds. For a symbol it does not know it answers zeros.
 */
public final class FinnhubQuote {
    private static final String SERVICE = "Finnhub";

    private FinnhubQuote() {}

    /** The path and query to ask with. */
    public static String pathOf(Symbol symbol) {
        return "/quote?symbol=" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8);
    }

    /** The price of an answer; empty where the symbol is not known. */
    public static Optional<PriceSnapshot> snapshot(JsonNode answer) {
        double price = Fields.number(answer.path("c"));
        double time = Fields.number(answer.path("t"));
        if (price == 0 && time == 0) {
            return Optional.empty();
        }
        Optional<Instant> at = Fields.moment(answer.path("t"));
        if (!(price > 0) || at.isEmpty()) {
            throw Answers.misunderstood(SERVICE);
        }
        return Optional.of(new PriceSnapshot(price, Fields.price(answer.path("pc")), at.get()));
    }
}
