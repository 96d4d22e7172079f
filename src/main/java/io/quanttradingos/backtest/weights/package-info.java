/**
 * Decides how a portfolio is divided among its assets on a day of rebalancing, from their past returns. Entry class:
 * {@link io.quanttradingos.backtest.weights.Weighting}, with one class for each rule: fixed, equal, inverse volatility,
 * minimum variance, hierarchical risk parity, equal risk contribution.
 *
 * <p>All rules are long only and sum to 1; what a rule cannot weigh gets 0 and a {@link
 * io.quanttradingos.backtest.weights.LeftOut reason}. Covariances are the sample's (divisor n - 1). Multiplying all
 * returns by one number changes no weight, so returns of any spacing may be given, and none need be made yearly.
 *
 * <p>Knows nothing of prices, dates, orders, cash or which instrument an asset is.
 */
@NullMarked
package io.quanttradingos.backtest.weights;

import org.jspecify.annotations.NullMarked;
