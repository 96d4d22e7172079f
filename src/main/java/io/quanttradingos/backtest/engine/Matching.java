package io.quanttradingos.backtest.engine;

/**
 * Whether a bar fills an order at its open, or within it at the order's price.
 *
 * <p>A limit is filled only when the market trades through it: at the open where that is better already, at the limit where
 * the bar goes beyond it; a bar that only touches it does not fill it, because others were in the queue before. A stop is
 * triggered by a touch: at the open where the bar opens at or beyond it (a gap), at the stop otherwise. A stop-limit order
 * that is triggered at the open is a limit order for the whole bar. Triggered within the bar, it is filled at the stop
 * where the limit allows that price; otherwise it waits for the next bar, because whether the market came back is not known.
 */
final class Matching {
    private Matching() {}

    static boolean limitAtOpen(boolean buy, double limit, double open) {
        return buy ? open < limit : open > limit;
    }

    static boolean limitWithin(boolean buy, double limit, double high, double low) {
        return buy ? low < limit : high > limit;
    }

    static boolean stopAtOpen(boolean buy, double stop, double open) {
        return buy ? open >= stop : open <= stop;
    }

    static boolean stopWithin(boolean buy, double stop, double high, double low) {
        return buy ? high >= stop : low <= stop;
    }

    /** Whether a limit allows the price that a stop was triggered at. */
    static boolean allows(boolean buy, double limit, double price) {
        return buy ? price <= limit : price >= limit;
    }
}
