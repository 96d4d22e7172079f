package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Verdict;

/**
 * What an order would do to the position it meets.
 *
 * @param held signed shares of that position
 * @param closing how many of the order's shares, at least 0, take back what is held
 * @param opening how many, at least 0, open a position or add to one
 */
record OrderEffect(double held, double closing, double opening) {
    /** Of an order for signed shares. */
    static OrderEffect of(double shares, double held) {
        double closing = held * shares < 0 ? Math.min(Math.abs(held), Math.abs(shares)) : 0;
        return new OrderEffect(held, closing, Math.abs(shares) - closing);
    }

    boolean opens() {
        return opening > 0;
    }

    /** Whether it ends the position and does nothing else. */
    boolean onlyEnds() {
        return opening == 0 && closing == Math.abs(held) && held != 0;
    }

    /**
     * Lets all that it closes through, and so much of what it opens.
     *
     * <p>An order that opens nothing at the last close may do so at the fill, where its shares are worked out only then: a
     * limit says nothing to an order that makes a position smaller, and holds for one that does not any more.
     */
    Verdict opening(double most, String reason) {
        return Verdict.atMost(opens() ? closing + most : most, reason);
    }
}
