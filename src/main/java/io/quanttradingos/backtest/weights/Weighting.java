package io.quanttradingos.backtest.weights;

/** A rule that divides a portfolio among assets, such as {@code new MinimumVariance()}. Holds no state between calls. */
public interface Weighting {
    /**
     * The weights as of the end of a window of returns.
     *
     * @param returns simple returns, {@code returns[asset][observation]}, aligned, oldest first, NaN where unknown; not
     *     written to
     * @param from the first observation of the window
     * @param to the one after its last; nothing from here on is looked at
     */
    Weights weights(double[][] returns, int from, int to);
}
