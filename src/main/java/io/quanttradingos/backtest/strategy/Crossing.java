package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.indicator.Crossover;

/**
 * Trades when one line crosses another: long after a cross upwards; after one downwards short where that is allowed, else
 * out.
 *
 * <p>The line is above or it is not: where it comes down to the other and is equal, it has crossed downwards, and where it
 * rises from there, upwards. The side it is on when both are first known is no cross, and one before the run trades is not
 * made up for later.
 */
final class Crossing {
    /** Whether the way down is traded, too. */
    static final Parameter ALLOW_SHORT =
            Parameter.flag("allow_short", "whether a short position is taken where otherwise none is held");

    private final Crossover crossover = new Crossover(Crossover.Tie.IS_BELOW);
    private final boolean allowShort;

    Crossing(Parameters parameters) {
        this.allowShort = parameters.flag(ALLOW_SHORT.name());
    }

    void trade(double line, double other, Desk desk) {
        crossover.add(line, other);
        if (crossover.up()) {
            up(desk);
        } else if (crossover.down()) {
            down(desk);
        }
    }

    private static void up(Desk desk) {
        if (desk.isTrading()) {
            desk.enterLong(0);
        }
    }

    private void down(Desk desk) {
        if (!desk.isTrading()) {
            return;
        }
        if (allowShort) {
            desk.enterShort(0);
        } else {
            desk.exit(0);
        }
    }
}
