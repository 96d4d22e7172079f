package io.quanttradingos.sentiment;

import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the news up to one day say of a company, by the word list.
 *
 * @param symbol the company
 * @param day the last day looked at, in UTC
 * @param windowFrom the first day looked at
 * @param articles what there was
 * @param score the recency-weighted mean of the scored headlines, in [-1, 1]; null where there is none
 * @param confidence 0 where there is no score
 * @param shift the latest days against those before
 * @param mostPositive the headlines with the highest scores above 0, highest first
 * @param mostNegative those with the lowest below 0, lowest first
 * @param headlines the latest ones used, newest first, no more than the policy shows to a model
 * @param alert whether it is worth one
 * @param explanation one or two plain sentences with the numbers
 * @param conventions how the numbers are made
 * @param warnings what could not be computed, and why
 */
public record SentimentReport(
        Symbol symbol,
        LocalDate day,
        LocalDate windowFrom,
        ArticleCounts articles,
        @Nullable Double score,
        Confidence confidence,
        SentimentShift shift,
        List<ScoredHeadline> mostPositive,
        List<ScoredHeadline> mostNegative,
        List<ScoredHeadline> headlines,
        AlertDecision alert,
        String explanation,
        Map<String, String> conventions,
        List<String> warnings) {
    public SentimentReport {
        mostPositive = List.copyOf(mostPositive);
        mostNegative = List.copyOf(mostNegative);
        headlines = List.copyOf(headlines);
        conventions = Collections.unmodifiableMap(new LinkedHashMap<>(conventions));
        warnings = List.copyOf(warnings);
    }
}
