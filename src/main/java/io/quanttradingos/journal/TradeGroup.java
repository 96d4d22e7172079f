package io.quanttradingos.journal;

import org.jspecify.annotations.Nullable;

/**
 * What the trades of one group came to, after fees.
 *
 * @param key the group, as in the breakdown that holds it
 * @param n how many trades
 * @param expectancy net result per trade
 * @param profitFactor won over lost; null without a losing trade
 * @param tStatistic of the mean against 0; null for one trade, or where all came to the same
 */
public record TradeGroup(
        String key,
        int n,
        double netPnl,
        double winRate,
        double expectancy,
        @Nullable Double profitFactor,
        @Nullable Double tStatistic) {}
