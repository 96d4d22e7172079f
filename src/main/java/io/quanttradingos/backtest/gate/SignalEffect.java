package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.Signal;

/** What a signal would do to the position it meets. */
enum SignalEffect {
    /** Opens one or adds to it. */
    ENTERS,
    /** Makes it smaller, or leaves it as it is. */
    REDUCES,
    /** Closes it and opens one on the other side. */
    TURNS;

    /**
     * The effect.
     *
     * @param held signed shares of the position that is met
     */
    static SignalEffect of(Signal signal, double held, Account account) {
        return switch (signal.intent()) {
            case EXIT -> REDUCES;
            case ENTER_LONG -> held < 0 ? TURNS : ENTERS;
            case ENTER_SHORT -> held > 0 ? TURNS : ENTERS;
            case TARGET -> ofTarget(signal.strength(), weight(signal.instrument(), held, account));
        };
    }

    private static double weight(int instrument, double held, Account account) {
        return held == 0 ? 0 : held * account.lastPrice(instrument) / account.equity();
    }

    private static SignalEffect ofTarget(double target, double weight) {
        if (target * weight < 0) {
            return TURNS;
        }
        return Math.abs(target) > Math.abs(weight) ? ENTERS : REDUCES;
    }
}
