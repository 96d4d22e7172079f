package io.quanttradingos.journal;

/**
 * Trades of one outcome without another between them.
 *
 * @param outcome {@code win}, {@code loss} or {@code flat}
 * @param length at least 1
 */
public record TradeStreak(String outcome, int length) {}
