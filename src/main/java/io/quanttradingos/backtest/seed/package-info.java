/**
 * Answers a backtest as the original system did: the answer to {@code conventions=seed}, its defects kept.
 *
 * <p>Decides how a file of bars is read, what its buy-and-hold buys, and which figures are reported. Entries: {@link
 * io.quanttradingos.backtest.seed.SeedCsv} for a file, {@link io.quanttradingos.backtest.seed.SeedBars#of} for bars that
 * came another way, then {@link io.quanttradingos.backtest.seed.SeedBacktest}. Where the original crashed, the input is
 * refused with the reason. Must not know the product's own backtest engine, whose definitions differ, nor who asks.
 */
@NullMarked
package io.quanttradingos.backtest.seed;

import org.jspecify.annotations.NullMarked;
