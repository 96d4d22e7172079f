package io.quanttradingos.regime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One date of the series, with the numbers its label rests on; null where there is too little history, or no data.
 *
 * @param date a date on which the equity benchmark has a close
 * @param label see {@link RegimeDecision#label}
 * @param rawLabel see {@link RegimeDecision#rawLabel}
 * @param confidence in [0, 1]
 * @param trendScore mean of three signs, in [-1, 1]
 * @param sigma20 volatility as an annualised fraction, over 20 returns unless the policy says otherwise
 * @param sigmaRank share of the past year's volatilities that are at most this one
 * @param breadth share of the assessed names above their average
 * @param riskZ change of equities against bonds in deviations
 * @param close the equity benchmark's close
 */
public record RegimeRow(
        LocalDate date,
        @Nullable String label,
        @Nullable String rawLabel,
        @Nullable Double confidence,
        @Nullable Double trendScore,
        @Nullable Double sigma20,
        @Nullable Double sigmaRank,
        @Nullable Double breadth,
        @Nullable Double riskZ,
        double close) {}
