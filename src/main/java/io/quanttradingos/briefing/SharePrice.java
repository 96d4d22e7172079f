package io.quanttradingos.briefing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a share costs.
 *
 * @param value the last price
 * @param previousClose the close of the day before; null where it is not known
 * @param change since then, as a fraction; null where that is not known
 * @param at when that was; of a close, midnight of its day
 * @param source who says so
 */
public record SharePrice(
        double value,
        @Nullable Double previousClose,
        @Nullable Double change,
        Instant at,
        String source) {

    static SharePrice of(double value, double previousClose, Instant at, String source) {
        return previousClose > 0
                ? new SharePrice(value, previousClose, value / previousClose - 1, at, source)
                : new SharePrice(value, null, null, at, source);
    }

    /** What a language model is told of it. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("value", value);
        facts.put("change_since_previous_close", change);
        facts.put("at", at);
        return facts;
    }
}
