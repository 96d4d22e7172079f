package io.quanttradingos.state;

import java.time.LocalDate;

/**
 * What a portfolio was worth on a date, as one run saw it: the material of the high-water mark.
 *
 * @param portfolioId which portfolio; values of different ids never meet
 * @param asOf the date the value belongs to, not the date of the run
 * @param value in the portfolio's currency, finite
 */
public record PortfolioValue(String portfolioId, LocalDate asOf, double value) {
    public PortfolioValue {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the value of portfolio " + portfolioId + " must be finite, was " + value);
        }
    }
}
