package io.quanttradingos.statistics;

/**
 * The skewness of the values themselves, {@code m₃ / m₂^(3/2)} with {@code m_k = Σ(x - x̄)^k / n}; negative when the long
 * tail is of losses.
 *
 * <p>This is the form the formulas around {@link ProbabilisticSharpeRatio} are stated in; {@link Skewness} is the one
 * adjusted for bias. Source: D. Joanes, C. Gill, "Comparing measures of sample skewness and kurtosis", The Statistician
 * 47 (1998), g₁. NaN for fewer than two values and for values without a spread.
 */
public final class PopulationSkewness {
    private PopulationSkewness() {}

    public static double of(double[] values) {
        double deviation = SampleDeviation.of(values);
        if (RoundingNoise.isAll(deviation)) {
            return Double.NaN;
        }
        double n = values.length;
        double mean = Mean.of(values);
        double cubes = 0;
        for (double value : values) {
            double distance = (value - mean) / deviation;
            cubes += distance * distance * distance;
        }
        return cubes / n * Math.pow(n / (n - 1), 1.5);
    }
}
