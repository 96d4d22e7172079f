/**
 * Runs a strategy over past bars, one pass, bar by bar: {@link io.quanttradingos.backtest.engine.Engine} is the entry.
 *
 * <p>At the close of a bar the strategy sees that bar and those before it; its orders work from the next bar on. The
 * account, the orders and the trades of a run are in its {@link io.quanttradingos.backtest.engine.Ledger}, which can be
 * used for one run after the other, so that a run allocates nothing for a bar.
 *
 * <p>Conventions: prices of one currency, one cash account, no interest, no borrowing fee, no margin call, no partial fill
 * but for the cuts that an order's note names. Within a bar only its four prices are known, and where they leave the order
 * of events open the worse one for the account is taken. An instrument without a bar keeps its last price, and its orders
 * wait for its next bar.
 *
 * <p>Knows no strategy, no statistics of a result, no agent, request or file.
 */
@NullMarked
package io.quanttradingos.backtest.engine;

import org.jspecify.annotations.NullMarked;
