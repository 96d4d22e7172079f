package io.quanttradingos.backtest.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a strategy wants, before it is sized: an advisor may weaken or veto it.
 *
 * @param instrument its number in the market
 * @param intent what is wanted
 * @param strength the part of what was asked for, from 0 to 1; for {@link Intent#TARGET} the signed share of the equity; of
 *     an exit it says nothing
 * @param veto why nothing may come of it; null where something may
 * @param remark why it is weaker than asked for; null where it is not
 */
public record Signal(
        int instrument,
        Intent intent,
        double strength,
        @Nullable String veto,
        @Nullable String remark) {
    /** What is wanted. */
    public enum Intent {
        ENTER_LONG,
        ENTER_SHORT,
        /** A smaller position or none. */
        EXIT,
        /** A position of a share of the equity. */
        TARGET
    }

    public Signal {
        if (!Double.isFinite(strength)) {
            throw new IllegalArgumentException("a signal's strength must be finite, was " + strength);
        }
    }

    static Signal of(int instrument, Intent intent, double strength) {
        return new Signal(instrument, intent, strength, null, null);
    }

    /** The same signal at a part of its strength. */
    public Signal scaled(double part, String reason) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("an advisor may scale a signal by 0 to 1, was " + part);
        }
        if (part == 1) {
            return this;
        }
        String also = remark == null ? reason : remark + "; " + reason;
        return new Signal(instrument, intent, strength * part, veto, also);
    }

    /** The same signal, not allowed. */
    public Signal vetoed(String reason) {
        return new Signal(instrument, intent, strength, reason, remark);
    }
}
