/**
 * Lets the agents of the decision have a say in a backtest: {@link io.quanttradingos.backtest.gate.Gate} is the entry, made
 * once for a market and asked for hooks by every run.
 *
 * <p>The agents are those of the pipeline, unchanged, and are given what the pipeline would have given them on that day: the
 * closes up to it, and the account as the run had it. Only entries are judged; what makes a position smaller always passes.
 *
 * <p>Knows no strategy, no statistics of a result, no request and no file.
 */
@NullMarked
package io.quanttradingos.backtest.gate;

import org.jspecify.annotations.NullMarked;
