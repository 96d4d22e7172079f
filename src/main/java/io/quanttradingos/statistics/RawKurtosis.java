package io.quanttradingos.statistics;

/**
 * The kurtosis of the values themselves, {@code m₄ / m₂²} with {@code m_k = Σ(x - x̄)^k / n}: 3 for a normal
 * distribution, never below 1.
 *
 * <p>This is the form the formulas around {@link ProbabilisticSharpeRatio} are stated in; {@link ExcessKurtosis} is
 * adjusted for bias and has the 3 taken off. Source: D. Joanes, C. Gill, "Comparing measures of sample skewness and
 * kurtosis", The Statistician 47 (1998), b₂. NaN for fewer than two values and for values without a spread.
 */
public final class RawKurtosis {
    /** What rounding may leave of a kurtosis of exactly 1. */
    private static final double LEAST = 1 - 1e-9;

    private RawKurtosis() {}

    public static double of(double[] values) {
        double deviation = SampleDeviation.of(values);
        if (RoundingNoise.isAll(deviation)) {
            return Double.NaN;
        }
        double n = values.length;
        double mean = Mean.of(values);
        double fourths = 0;
        for (double value : values) {
            double distance = (value - mean) / deviation;
            double square = distance * distance;
            fourths += square * square;
        }
        return fourths / n * Math.pow(n / (n - 1), 2);
    }

    /** Refuses a kurtosis no values can have, which is nearly always one with the 3 taken off; NaN passes. */
    static void require(double kurtosis) {
        if (kurtosis < LEAST) {
            throw new IllegalArgumentException(
                    "raw kurtosis is at least 1 and 3 for a normal distribution, was " + kurtosis);
        }
    }
}
