/**
 * What a backtest over a strategy's past says, and how much that may be trusted: {@link
 * io.quanttradingos.backtest.Backtests} is the entry.
 *
 * <p>The steps are: gather the bars, run the strategy through the engine, judge what came out, record. Every run counts as
 * a trial of its caller, and the more was tried, the more a result has to show.
 *
 * <p>Knows no request's format, no JSON and no file but through {@code inputs}.
 */
@NullMarked
package io.quanttradingos.backtest;

import org.jspecify.annotations.NullMarked;
