package io.quanttradingos.backtest.performance;

/**
 * How long a run was in the market: bars at whose close something was held, and the bar of a trade that came and went
 * within one. Bars of trades that overlap count once.
 */
public final class Exposure {
    private Exposure() {}

    /** How many of the first {@code bars} bars that are. */
    public static int bars(TradeColumns trades, int bars) {
        // +1 where a trade begins to be held, -1 where it no longer is.
        int[] changes = new int[bars + 1];
        for (int trade = 0; trade < trades.trades(); trade++) {
            int entry = trades.entryBar(trade);
            int end = trades.isOpen(trade) ? bars : Math.max(entry + 1, trades.exitBar(trade));
            if (entry < bars) {
                changes[entry]++;
                changes[Math.min(bars, end)]--;
            }
        }
        int held = 0;
        int exposed = 0;
        for (int bar = 0; bar < bars; bar++) {
            held += changes[bar];
            exposed += held > 0 ? 1 : 0;
        }
        return exposed;
    }
}
