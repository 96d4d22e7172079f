package io.quanttradingos.statistics;

import java.util.Arrays;

/**
 * The yearly volatility of the trailing {@code window} returns, one value per return.
 *
 * <p>The entries before the first full window are NaN. A window slides in constant time: the value that enters and the
 * one that leaves update mean and sum of squares (B. Welford, Technometrics 4, 1962, for both at once). Once per window
 * both are computed anew, so a crash that has left the window leaves no rounding behind.
 */
public final class RollingVolatility {
    private RollingVolatility() {}

    /**
     * The whole series.
     *
     * @param window how many returns one value covers, at least 2
     */
    public static double[] of(double[] returns, int window) {
        if (window < 2) {
            throw new IllegalArgumentException("window must be at least 2, was " + window);
        }
        double[] series = new double[returns.length];
        Arrays.fill(series, 0, Math.min(window - 1, series.length), Double.NaN);
        for (int end = window; end <= returns.length; end += window) {
            fill(series, returns, window, end);
        }
        return series;
    }

    /** The values of one exact window, ending before {@code end}, and of up to window - 1 slides from it. */
    private static void fill(double[] series, double[] returns, int window, int end) {
        double mean = Mean.of(returns, end - window, end);
        double deviation = SampleDeviation.of(returns, end - window, end);
        series[end - 1] = AnnualVolatility.ofDeviation(deviation);
        double squares = deviation * deviation * (window - 1);
        int last = Math.min(end + window - 1, returns.length);
        for (int i = end; i < last; i++) {
            double entering = returns[i];
            double leaving = returns[i - window];
            double oldMean = mean;
            mean += (entering - leaving) / window;
            squares += (entering - leaving) * (entering - mean + leaving - oldMean);
            series[i] = AnnualVolatility.ofDeviation(Math.sqrt(Math.max(0, squares) / (window - 1)));
        }
    }
}
