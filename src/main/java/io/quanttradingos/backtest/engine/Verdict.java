package io.quanttradingos.backtest.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a validator says of an order.
 *
 * @param isRefused whether it may not be given at all
 * @param mostShares the most shares, bought or sold, that it allows of an order that makes a position larger; an order that
 *     only makes one smaller is not held up by it
 * @param reason why not more; null where any number is allowed
 */
public record Verdict(
        boolean isRefused, double mostShares, @Nullable String reason) {
    private static final Verdict ALLOWED = new Verdict(false, Double.POSITIVE_INFINITY, null);

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
        return new Verdict(false, shares, reason);
    }

    /** Not at all, not even where it makes a position smaller. */
    public static Verdict refused(String reason) {
        return new Verdict(true, 0, reason);
    }
}
