/**
 * Decides when to trade: {@link io.quanttradingos.backtest.strategy.StrategyCatalogue} lists the strategies with their
 * parameters and makes them, one small class each.
 *
 * <p>A strategy sees the bars up to the close at hand and nothing else, keeps what it has seen in primitive fields and
 * allocates nothing for a bar. What only tells that a line was crossed is acted on once, at that close: an order that is
 * rejected stands in the log of orders with its reason and is not given again.
 *
 * <p>Knows the engine, the indicators and the weights, but no result, no judge of a market, no request and no file.
 */
@NullMarked
package io.quanttradingos.backtest.strategy;

import org.jspecify.annotations.NullMarked;
