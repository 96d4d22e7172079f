/**
 * Decides what a backtest was worth, and whether it shows more than luck: {@link
 * io.quanttradingos.backtest.performance.Performance} measures an {@link
 * io.quanttradingos.backtest.performance.EquityCurve}, {@link io.quanttradingos.backtest.performance.BacktestGate} judges
 * it.
 *
 * <p>A sweep measures with {@link io.quanttradingos.backtest.performance.CoreMetrics}, which allocates nothing. Returns
 * are those of one bar, the first counted from the initial cash; a yearly figure uses as many bars a year as the data's
 * own spacing shows ({@link io.quanttradingos.backtest.performance.BarsPerYear}). A name that ends in {@code Pct}, and
 * the compound annual growth rate, are in percent, everything else is a fraction. What cannot be computed is null in a
 * record that leaves this package and NaN before.
 *
 * <p>Knows arrays and numbers: nothing of orders, strategies, files or who asks.
 */
@NullMarked
package io.quanttradingos.backtest.performance;

import org.jspecify.annotations.NullMarked;
