package io.quanttradingos.backtest.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a strategy wants, before it is sized: an advisor may weaken or veto it.
 *
 * @param instrument its number in the market
 * @param intent what is wanted
 * @param strength the part of the usual size, from 0 to 1; for {@link Intent#TARGET} the signed share of the equity
 * @param veto why nothing may come of it; null where something may
 */
public record Signal(
        int instrument,
        Intent intent,
        double strength,
        @Nullable String veto) {
    /** What is wanted. */
    public enum Intent {
        ENTER_LONG,
        ENTER_SHORT,
        EXIT,
        /** A position of a share of the equity. */
        TARGET
    }

    public Signal {
        if (!Double.isFinite(strength)) {
            throw new IllegalArgumentException("a signal's strength must be finite, was " + strength);
        }
    }

    /** The same signal at a part of its strength. */
    public Signal scaled(double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("an advisor may scale a signal by 0 to 1, was " + part);
        }
        return new Signal(instrument, intent, strength * part, veto);
    }

    /** The same signal, not allowed. */
    public Signal vetoed(String reason) {
        return new Signal(instrument, intent, strength, reason);
    }

    boolean isEntry() {
        return intent != Intent.EXIT;
    }
}
