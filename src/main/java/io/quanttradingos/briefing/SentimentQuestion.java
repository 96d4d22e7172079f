package io.quanttradingos.briefing;

import io.quanttradingos.pipeline.Door;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about the news of a company.
 *
 * @param asOf the last day whose news count; null for today
 * @param keys what other services may be asked with
 * @param explain whether a language model reads the headlines where a key is known
 * @param gate the backtest that decides whether an alert is raised; null for none
 * @param door how it came in
 * @param notices what the answer should say about the request itself, one sentence each
 */
public record SentimentQuestion(
        Symbol symbol,
        @Nullable LocalDate asOf,
        Keys keys,
        boolean explain,
        @Nullable GateWish gate,
        Door door,
        List<String> notices) {
    public SentimentQuestion {
        notices = List.copyOf(notices);
    }
}
