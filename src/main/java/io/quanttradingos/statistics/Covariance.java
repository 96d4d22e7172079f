package io.quanttradingos.statistics;

/**
 * The sample covariance of two series, Σ(x - x̄)(y - ȳ) / (n - 1), over the places where both have a value.
 *
 * <p>NaN for fewer than two such places. Series of unequal length are a bug.
 */
public final class Covariance {
    private Covariance() {}

    public static double of(double[] x, double[] y) {
        return PairedMoments.of(x, y).covariance();
    }
}
