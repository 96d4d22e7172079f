package io.quanttradingos.briefing;

import io.quanttradingos.pipeline.Door;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a company's insiders.
 *
 * @param asOf the last day whose filings count; null for today
 * @param keys what other services may be asked with
 * @param explain whether a language model puts the numbers into words where a key is known
 * @param door how it came in
 * @param notices what the answer should say about the request itself, one sentence each
 */
public record InsiderQuestion(
        Symbol symbol, @Nullable LocalDate asOf, Keys keys, boolean explain, Door door, List<String> notices) {
    public InsiderQuestion {
        notices = List.copyOf(notices);
    }
}
