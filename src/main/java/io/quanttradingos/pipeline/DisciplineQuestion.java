package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.Source;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the discipline agent alone is asked.
 *
 * @param trades the trade log
 * @param plan the plan's JSON
 * @param regimeLabel the regime of every trade; null where each is judged by the regime of its own date
 * @param prices for the regime of each date; null takes the configured price table where no label is given
 * @param conventions whose rules to judge by; the plan may ask for seed too
 * @param door how the question came in
 * @param idempotencyKey two questions with the same one are one run; null where every question is its own
 */
public record DisciplineQuestion(
        Source trades,
        Source plan,
        @Nullable String regimeLabel,
        @Nullable Source prices,
        Conventions conventions,
        Door door,
        @Nullable String idempotencyKey) {
    /** The inputs that may be exports, by their part in a run. */
    public Map<String, Source> sources() {
        return prices == null ? Map.of("trades", trades) : Map.of("trades", trades, "prices", prices);
    }
}
