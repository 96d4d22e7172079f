package io.quanttradingos.backtest.performance;

/**
 * The trades of a run column by column: row i of every array is one trade from entry to exit. The arrays may be longer
 * than the trades and are not copied.
 *
 * @param trades how many leading entries of each array are trades
 * @param entryBar the bar of the entry's fill
 * @param exitBar the bar of the exit's fill, or {@link #STILL_OPEN}
 * @param entryPrice above 0, without costs
 * @param exitPrice above 0, without costs; the last close where the trade is still open
 * @param quantity above 0 for long, below 0 for short
 * @param pnl in currency, costs taken off; not yet realised where the trade is still open
 * @param costs in currency, at least 0
 * @param mae the worst the trade stood between entry and exit, as a fraction of the entry price, at most 0 ("maximum
 *     adverse excursion")
 * @param mfe the best it stood, as a fraction of the entry price, at least 0 ("maximum favourable excursion")
 */
public record TradeColumns(
        int trades,
        int[] entryBar,
        int[] exitBar,
        double[] entryPrice,
        double[] exitPrice,
        double[] quantity,
        double[] pnl,
        double[] costs,
        double[] mae,
        double[] mfe) {
    /** In place of an exit's bar: the run ended first. */
    public static final int STILL_OPEN = -1;

    public TradeColumns {
        for (int trade = 0; trade < trades; trade++) {
            int exit = exitBar[trade];
            if (entryBar[trade] < 0 || (exit != STILL_OPEN && exit < entryBar[trade])) {
                throw new IllegalArgumentException(
                        "trade " + trade + " enters at bar " + entryBar[trade] + " and leaves at bar " + exit);
            }
            if (quantity[trade] == 0 || !(entryPrice[trade] > 0) || !(exitPrice[trade] > 0) || !(costs[trade] >= 0)) {
                throw new IllegalArgumentException("trade " + trade
                        + " needs a quantity, positive prices and no negative"
                        + " costs, was " + quantity[trade] + " from " + entryPrice[trade] + " to " + exitPrice[trade]
                        + " at a cost of " + costs[trade]);
            }
        }
    }

    /** No trades at all. */
    public static TradeColumns none() {
        double[] empty = {};
        return new TradeColumns(0, new int[0], new int[0], empty, empty, empty, empty, empty, empty, empty);
    }

    boolean isOpen(int trade) {
        return exitBar[trade] == STILL_OPEN;
    }

    /** The pnl as a fraction of what was paid, or received, at the entry. */
    double returnOf(int trade) {
        return pnl[trade] / (Math.abs(quantity[trade]) * entryPrice[trade]);
    }

    /** What was bought and sold, in currency. */
    double tradedNotional(int trade) {
        double each = isOpen(trade) ? entryPrice[trade] : entryPrice[trade] + exitPrice[trade];
        return Math.abs(quantity[trade]) * each;
    }
}
