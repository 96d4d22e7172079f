package io.quanttradingos.backtest.performance;

/**
 * The trades of a run column by column: place i of every array is one trade from entry to exit. The arrays may be longer
 * than the trades and are taken over without a copy.
 */
public final class TradeColumns {
    /** In place of an exit's bar: the run ended first. */
    public static final int STILL_OPEN = -1;

    private final int trades;
    private final int[] entryBar;
    private final int[] exitBar;
    private final double[] entryPrice;
    private final double[] exitPrice;
    private final double[] quantity;
    private final double[] pnl;
    private final double[] costs;
    private final double[] mae;
    private final double[] mfe;

    /**
     * Takes the columns over.
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
    public TradeColumns(
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
        this.trades = trades;
        this.entryBar = entryBar;
        this.exitBar = exitBar;
        this.entryPrice = entryPrice;
        this.exitPrice = exitPrice;
        this.quantity = quantity;
        this.pnl = pnl;
        this.costs = costs;
        this.mae = mae;
        this.mfe = mfe;
        requireUsable();
    }

    /** No trades at all. */
    public static TradeColumns none() {
        double[] empty = {};
        return new TradeColumns(0, new int[0], new int[0], empty, empty, empty, empty, empty, empty, empty);
    }

    private void requireUsable() {
        for (int trade = 0; trade < trades; trade++) {
            if (entryBar[trade] < 0 || (!isOpen(trade) && exitBar[trade] < entryBar[trade])) {
                throw new IllegalArgumentException("trade " + trade + " enters at bar " + entryBar[trade]
                        + " and leaves at bar " + exitBar[trade]);
            }
            boolean priced = entryPrice[trade] > 0 && exitPrice[trade] > 0 && costs[trade] >= 0;
            if (!(Math.abs(quantity[trade]) > 0) || !priced) {
                throw new IllegalArgumentException("trade " + trade
                        + " needs a quantity, positive prices and no negative"
                        + " costs, was " + quantity[trade] + " from " + entryPrice[trade] + " to " + exitPrice[trade]
                        + " at a cost of " + costs[trade]);
            }
        }
    }

    /** How many trades there are, closed and open. */
    public int trades() {
        return trades;
    }

    boolean isOpen(int trade) {
        return exitBar[trade] == STILL_OPEN;
    }

    int entryBar(int trade) {
        return entryBar[trade];
    }

    int exitBar(int trade) {
        return exitBar[trade];
    }

    double pnl(int trade) {
        return pnl[trade];
    }

    double costs(int trade) {
        return costs[trade];
    }

    double mae(int trade) {
        return mae[trade];
    }

    double mfe(int trade) {
        return mfe[trade];
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
