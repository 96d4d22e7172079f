package io.quanttradingos.api;

import org.jspecify.annotations.Nullable;

/**
 * How far the account is below its peak.
 *
 * @param portfolioId whose recorded peak counts
 * @param value net value today
 * @param peakEquity the value the drawdown is measured from; null where the account has never been worth anything
 * @param peakSource {@code request}, {@code recorded}, {@code today}, or {@code seed} for the original's invention
 * @param drawdown fraction of the peak that is lost, 0 or more
 */
record AccountState(
        String portfolioId, double value, @Nullable Double peakEquity, String peakSource, double drawdown) {}
