package io.quanttradingos.statistics;

/**
 * The sample standard deviation, √(Σ(x - x̄)² / (n - 1)). Of fewer than two values: NaN.
 *
 * <p>Two passes, the second corrected by the square of what the mean was off by. Source: T. Chan, G. Golub, R. LeVeque,
 * "Algorithms for computing the sample variance", The American Statistician 37 (1983).
 */
public final class SampleDeviation {
    private SampleDeviation() {}

    public static double of(double[] values) {
        return of(values, 0, values.length);
    }

    /** The deviation of {@code values[from]} up to, but without, {@code values[to]}. */
    public static double of(double[] values, int from, int to) {
        int count = to - from;
        if (count < 2) {
            return Double.NaN;
        }
        double mean = Mean.of(values, from, to);
        double squares = 0;
        double error = 0;
        for (int i = from; i < to; i++) {
            double distance = values[i] - mean;
            squares += distance * distance;
            error += distance;
        }
        return Math.sqrt(Math.max(0, squares - error * error / count) / (count - 1));
    }
}
