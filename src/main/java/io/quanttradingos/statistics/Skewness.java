package io.quanttradingos.statistics;

/**
 * The bias-adjusted sample skewness, {@code n / ((n-1)(n-2)) · Σ((x - x̄)/s)³}; negative when the long tail is of losses.
 *
 * <p>Source: D. Joanes, C. Gill, "Comparing measures of sample skewness and kurtosis", The Statistician 47 (1998), G₁.
 * NaN for fewer than three values and for values without a spread.
 */
public final class Skewness {
    private Skewness() {}

    public static double of(double[] values) {
        double n = values.length;
        double deviation = SampleDeviation.of(values);
        if (n < 3 || RoundingNoise.isAll(deviation)) {
            return Double.NaN;
        }
        double mean = Mean.of(values);
        double cubes = 0;
        for (double value : values) {
            double distance = (value - mean) / deviation;
            cubes += distance * distance * distance;
        }
        return n / ((n - 1) * (n - 2)) * cubes;
    }
}
