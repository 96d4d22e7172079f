package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.History;

/** The last price of an instrument that has no bar at every time, such as over another country's holidays. */
final class LastKnown {
    /** How many bars of the others an instrument may miss. */
    static final int MOST_MISSED = 10;

    private LastKnown() {}

    /** The close some bars ago, or the last one before; NaN where there is none among ten bars. */
    static double close(History history, int instrument, int ago) {
        int first = Math.min(ago + MOST_MISSED, history.bar() + 1);
        for (int back = ago; back < first; back++) {
            double close = history.close(instrument, back);
            if (!Double.isNaN(close)) {
                return close;
            }
        }
        return Double.NaN;
    }
}
