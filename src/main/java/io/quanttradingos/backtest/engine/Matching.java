package io.quanttradingos.backtest.engine;

/**
 * The price at which a bar fills an order, before costs; NaN where it does not.
 *
 * <p>A limit is filled only when the market trades through it: at the open where that is better already, at the limit
 * where the bar goes beyond it; a bar that only touches it does not fill it, because others were in the queue before. A
 * stop is triggered by a touch: at the open where the bar opens beyond it (a gap), at the stop otherwise.
 */
final class Matching {
    private Matching() {}

    static double limit(boolean buy, double limit, double open, double high, double low) {
        if (buy) {
            return open < limit ? open : low < limit ? limit : Double.NaN;
        }
        return open > limit ? open : high > limit ? limit : Double.NaN;
    }

    static double stop(boolean buy, double stop, double open, double high, double low) {
        if (buy) {
            return open >= stop ? open : high >= stop ? stop : Double.NaN;
        }
        return open <= stop ? open : low <= stop ? stop : Double.NaN;
    }

    /**
     * The price of a stop-limit order in the bar that triggers it.
     *
     * <p>Triggered at the open, it is a limit order for the whole bar. Triggered within the bar, it is filled at the stop
     * where the limit allows that price; otherwise it waits for the next bar, because whether the market came back is not
     * known.
     *
     * @param triggered the price at which {@link #stop} triggers
     */
    static double triggeredLimit(boolean buy, double limit, double triggered, double open, double high, double low) {
        if (triggered == open) {
            return limit(buy, limit, open, high, low);
        }
        boolean allowed = buy ? triggered <= limit : triggered >= limit;
        return allowed ? triggered : Double.NaN;
    }
}
