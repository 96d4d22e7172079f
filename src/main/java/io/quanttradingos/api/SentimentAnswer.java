package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quanttradingos.briefing.SharePrice;
import io.quanttradingos.sentiment.AlertDecision;
import io.quanttradingos.sentiment.ArticleCounts;
import io.quanttradingos.sentiment.ScoredHeadline;
import io.quanttradingos.sentiment.SentimentShift;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code POST /sentiment-alert} answers. */
record SentimentAnswer(
        Symbol symbol,
        LocalDate asof,
        @Nullable Double score,
        double confidence,
        String explanation,
        String method,
        AlertDecision alert,
        @Nullable AlertGate gate,
        WordListReading wordList,
        ArticleCounts articles,
        SentimentShift shift,
        List<ScoredHeadline> headlines,
        @Nullable SharePrice price,
        LanguageModelUse languageModel,
        List<HeardSource> sources,
        List<String> warnings,
        Map<String, String> conventions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String runId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Receipt receipt) {

    /**
     * What the word list says by itself.
     *
     * @param score null where no headline holds a word of the list
     * @param confidence 0 where there is no score
     * @param explanation one or two sentences
     * @param mostPositive the headlines with the highest scores
     * @param mostNegative those with the lowest
     */
    record WordListReading(
            @Nullable Double score,
            double confidence,
            String explanation,
            List<ScoredHeadline> mostPositive,
            List<ScoredHeadline> mostNegative) {}

    /**
     * What the gate's backtest said.
     *
     * @param passed whether it lets alerts through; null where there were no bars to test on
     * @param verdict of the backtest
     * @param text why
     * @param strategyType what was tested
     * @param symbol on what
     * @param metrics of the backtest that the original's clients look at
     */
    record AlertGate(
            @Nullable Boolean passed,
            @Nullable String verdict,
            String text,
            String strategyType,
            String symbol,
            @Nullable AlertGateMetrics metrics) {}

    /**
     * Of the gate's backtest.
     *
     * @param sharpeRatio yearly; null where it cannot be computed, as without a trade
     * @param maxDrawdownPct in percent
     * @param totalReturnPct in percent
     * @param numTrades trades that were begun
     */
    record AlertGateMetrics(
            @Nullable Double sharpeRatio, double maxDrawdownPct, double totalReturnPct, int numTrades) {}
}
