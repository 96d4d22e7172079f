package io.quanttradingos.statistics;

/**
 * Tells a spread that exists from what rounding leaves of none.
 *
 * <p>A price that grows by the same factor every day has a deviation of zero, but its returns, computed as {@code P/Q -
 * 1}, differ by about 2e-16. Dividing by that would report a Sharpe ratio of 1e13.
 */
public final class RoundingNoise {
    /** The largest deviation of daily returns that counts as none. */
    static final double LARGEST = 1e-14;

    private RoundingNoise() {}

    /** Whether a deviation is too small to divide by. False for NaN, which passes through divisions by itself. */
    public static boolean isAll(double deviation) {
        return Math.abs(deviation) <= LARGEST;
    }
}
