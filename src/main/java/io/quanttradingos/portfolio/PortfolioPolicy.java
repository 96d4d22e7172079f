package io.quanttradingos.portfolio;

import io.quanttradingos.units.Symbol;
import java.util.List;

/**
 * How the portfolio is measured.
 *
 * @param benchmark the ticker beta and alpha refer to
 * @param riskFree a year's riskless return as a fraction
 * @param atrMultiple how many average daily ranges away the stop of a position without one is taken to be
 * @param volatilityWindow the returns of its own that such a position's daily range is estimated from
 * @param proxyFactor heat per unit of yearly volatility where no position has a stop
 * @param minimumCagrDays the calendar days below which no yearly growth is stated: a good week is not 900 % a year
 * @param maximumPositions the most positions one report takes
 * @param cashSymbols the symbols that count at a price of 1 and are no positions
 */
public record PortfolioPolicy(
        String benchmark,
        double riskFree,
        double atrMultiple,
        int volatilityWindow,
        double proxyFactor,
        int minimumCagrDays,
        int maximumPositions,
        List<String> cashSymbols) {
    public PortfolioPolicy {
        require(Symbol.parse(benchmark).isPresent(), "benchmark must be a ticker, was '" + benchmark + "'");
        require(riskFree > -1 && riskFree < 1, "risk_free must be in (-1, 1), was " + riskFree);
        require(atrMultiple > 0 && atrMultiple <= 100, "atr_multiple must be in (0, 100], was " + atrMultiple);
        require(
                volatilityWindow >= 2 && volatilityWindow <= 1000,
                "volatility_window must be in [2, 1000], was " + volatilityWindow);
        require(proxyFactor > 0 && proxyFactor <= 10, "proxy_factor must be in (0, 10], was " + proxyFactor);
        require(
                minimumCagrDays >= 1 && minimumCagrDays <= 3653,
                "minimum_cagr_days must be in [1, 3653], was " + minimumCagrDays);
        require(
                maximumPositions >= 1 && maximumPositions <= 1000,
                "maximum_positions must be in [1, 1000], was " + maximumPositions);
        for (String symbol : cashSymbols) {
            require(Symbol.parse(symbol).isPresent(), "cash_symbols must be tickers, one was '" + symbol + "'");
        }
        cashSymbols = List.copyOf(cashSymbols);
    }

    /** SPY, no riskless return, two ranges of 20 days, 0.6 of the volatility, 30 days, 500 positions, CASH and USD. */
    public static PortfolioPolicy defaults() {
        return new PortfolioPolicy("SPY", 0, 2, 20, 0.6, 30, 500, List.of("CASH", "USD"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
