package io.quanttradingos.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * What the guardian is to know beyond the decision itself.
 *
 * @param price price of the instrument that may be traded; null where no size is asked for
 * @param atr its average true range, in the price's currency; null where no size is asked for
 * @param tradeType scalp, swing or earnings
 * @param recentLosses losing trades in a row, 0 or more
 */
public record GuardianWish(@Nullable Double price, @Nullable Double atr, String tradeType, int recentLosses) {}
