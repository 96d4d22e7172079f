/**
 * Decides which of many parameters did best, and how much of that was the search: {@link
 * io.quanttradingos.backtest.research.Sweep} runs them all over the same bars, {@link
 * io.quanttradingos.backtest.research.WalkForward} chooses on one stretch and trades on the next.
 *
 * <p>What is compared are {@link io.quanttradingos.backtest.research.Candidates}, known by their numbers; a {@link
 * io.quanttradingos.backtest.research.ParameterGrid} makes them of parameters. They are run by several threads, and no
 * figure depends on how many. An interrupt of the thread that asked stops all of it.
 *
 * <p>A figure that cannot be computed is NaN. Knows no request, no file, and nothing of who asked before.
 */
@NullMarked
package io.quanttradingos.backtest.research;

import org.jspecify.annotations.NullMarked;
