package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;

/** What strategies do that trade when one line crosses another. */
final class Crossing {
    /** Whether the way down is traded, too. */
    static final Parameter ALLOW_SHORT =
            Parameter.flag("allow_short", "whether a short position is taken where otherwise none is held");

    private Crossing() {}

    /**
     * Long after a way up; after a way down short where that is allowed, else out.
     *
     * @param way 1 where the line went above the other at this bar, -1 where it went below, 0 where neither
     */
    static void trade(int way, boolean allowShort, Desk desk) {
        if (way == 0 || !desk.isTrading()) {
            return;
        }
        if (way > 0) {
            desk.enterLong(0);
        } else if (allowShort) {
            desk.enterShort(0);
        } else {
            desk.exit(0);
        }
    }
}
