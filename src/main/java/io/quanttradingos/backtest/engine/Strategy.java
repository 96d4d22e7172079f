package io.quanttradingos.backtest.engine;

/**
 * Decides at the close of each bar, for example {@code (history, desk) -> { if (desk.isTrading()) desk.enterLong(0); }}.
 *
 * <p>Called once for every bar, in order, also for those before trading begins, so that averages can be kept up to date.
 * A strategy may keep what it has seen: each run needs one of its own.
 */
@FunctionalInterface
public interface Strategy {
    /**
     * Sees a bar and gives orders.
     *
     * @param history the bars up to the one that just closed
     * @param desk takes the orders
     */
    void atClose(History history, Desk desk);
}
