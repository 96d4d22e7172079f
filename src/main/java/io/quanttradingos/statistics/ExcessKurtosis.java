package io.quanttradingos.statistics;

/**
 * The bias-adjusted sample kurtosis less the normal distribution's 3; positive when the tails are fat.
 *
 * <p>{@code n(n+1) / ((n-1)(n-2)(n-3)) · Σ((x - x̄)/s)⁴ - 3(n-1)² / ((n-2)(n-3))}. Source: D. Joanes, C. Gill, "Comparing
 * measures of sample skewness and kurtosis", The Statistician 47 (1998), G₂. NaN for fewer than four values and for
 * values without a spread.
 */
public final class ExcessKurtosis {
    private ExcessKurtosis() {}

    public static double of(double[] values) {
        double n = values.length;
        double deviation = SampleDeviation.of(values);
        if (n < 4 || RoundingNoise.isAll(deviation)) {
            return Double.NaN;
        }
        double mean = Mean.of(values);
        double fourths = 0;
        for (double value : values) {
            double distance = (value - mean) / deviation;
            double square = distance * distance;
            fourths += square * square;
        }
        double scale = n * (n + 1) / ((n - 1) * (n - 2) * (n - 3));
        return scale * fourths - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
    }
}
