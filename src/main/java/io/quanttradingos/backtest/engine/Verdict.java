package io.quanttradingos.backtest.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a validator says of an order.
 *
 * @param mostShares the most shares, bought or sold, that it allows; 0 refuses the order
 * @param reason why not more; null where any number is allowed
 */
public record Verdict(double mostShares, @Nullable String reason) {
    private static final Verdict ALLOWED = new Verdict(Double.POSITIVE_INFINITY, null);

    public Verdict {
        if (!(mostShares >= 0)) {
            throw new IllegalArgumentException("a validator allows 0 shares or more, was " + mostShares);
        }
    }

    /** Any number of shares. */
    public static Verdict allowed() {
        return ALLOWED;
    }

    /** At most so many shares. */
    public static Verdict atMost(double shares, String reason) {
        return new Verdict(shares, reason);
    }

    /** Not at all. */
    public static Verdict refused(String reason) {
        return new Verdict(0, reason);
    }
}
