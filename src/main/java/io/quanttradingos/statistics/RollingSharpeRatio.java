package io.quanttradingos.statistics;

import java.util.Arrays;

/**
 * The yearly {@link SharpeRatio} of the trailing {@code window} returns without a riskless return, one value per return.
 *
 * <p>The entries before the first full window are NaN, and so are those of windows without a spread. A window slides in
 * constant time and is computed anew once per window, as in {@link RollingVolatility}.
 */
public final class RollingSharpeRatio {
    /** The largest yearly volatility that counts as none: what sliding may leave of returns that were all equal. */
    private static final double SLIDING_NOISE = 1e-7;

    private RollingSharpeRatio() {}

    /**
     * The whole series.
     *
     * @param window how many returns one value covers, at least 2
     */
    public static double[] of(double[] returns, int window, double returnsPerYear) {
        double[] volatilities = RollingVolatility.of(returns, window);
        double[] series = new double[returns.length];
        Arrays.fill(series, Double.NaN);
        double scale = Math.sqrt(returnsPerYear * TradingYear.DAYS);
        double mean = 0;
        for (int i = window - 1; i < returns.length; i++) {
            mean = (i + 1) % window == 0
                    ? Mean.of(returns, i + 1 - window, i + 1)
                    : mean + (returns[i] - returns[i - window]) / window;
            if (volatilities[i] > SLIDING_NOISE) {
                series[i] = mean / volatilities[i] * scale;
            }
        }
        return series;
    }
}
