package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;

/** Brings a position to a share of the equity, and leaves it alone where it is near enough. */
final class TargetWeight {
    private TargetWeight() {}

    /** How far a share may drift, from 0 to 1. */
    static Parameter band(double fallback) {
        return Parameter.number(
                "band", fallback, 0, 1, "a share of the equity that is off by no more than this is left alone");
    }

    /**
     * Whether a position is off by more than the band and by what can be traded, or is there or on its way and should not
     * be, or the other way round.
     */
    static boolean isOff(Desk desk, int instrument, double wanted, double band) {
        boolean comesOrGoes = desk.isFlat(instrument) != (wanted == 0);
        if (comesOrGoes) {
            return true;
        }
        double off = Math.abs(wanted - held(desk, instrument));
        return off > band && off >= leastTrade(desk, instrument);
    }

    /** The share of the equity that one share is worth; 0 where parts of it are traded. */
    private static double leastTrade(Desk desk, int instrument) {
        return desk.tradesFractions()
                ? 0
                : desk.account().lastPrice(instrument) / desk.account().equity();
    }

    /** Asks for a share; for none by leaving, which is asked once however long it takes. */
    static void ask(Desk desk, int instrument, double wanted) {
        if (wanted == 0) {
            desk.exit(instrument);
        } else {
            desk.target(instrument, wanted);
        }
    }

    /** Asks for a share where the position is {@link #isOff off}. */
    static void restore(Desk desk, int instrument, double wanted, double band) {
        if (isOff(desk, instrument, wanted, band)) {
            ask(desk, instrument, wanted);
        }
    }

    /** The share of the equity that a position is worth, signed. */
    static double held(Desk desk, int instrument) {
        double shares = desk.shares(instrument);
        return shares == 0
                ? 0
                : shares * desk.account().lastPrice(instrument) / desk.account().equity();
    }
}
