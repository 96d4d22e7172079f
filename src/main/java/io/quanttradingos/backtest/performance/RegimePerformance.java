package io.quanttradingos.backtest.performance;

import org.jspecify.annotations.Nullable;

/**
 * How a run did in one regime; a row of a {@link RegimeTable}.
 *
 * @param bars how many returns fell into it
 * @param share of all returns, as a fraction
 * @param returnPct what its bars alone multiply up to, in percent
 * @param volatility yearly, as a fraction
 * @param sharpeRatio yearly
 * @param maxDrawdownPct the largest drawdown of the path of its bars alone, put one after the other
 */
public record RegimePerformance(
        String regime,
        int bars,
        double share,
        double returnPct,
        @Nullable Double volatility,
        @Nullable Double sharpeRatio,
        @Nullable Double maxDrawdownPct) {}
