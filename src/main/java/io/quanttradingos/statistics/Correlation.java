package io.quanttradingos.statistics;

/**
 * Pearson's correlation of two series over the places where both have a value, in [-1, 1].
 *
 * <p>{@code cov(x, y) / (sd(x)·sd(y))}. NaN for fewer than two such places and where either series has no spread there.
 * For all pairs of complete series {@link JointReturns} is faster.
 */
public final class Correlation {
    private Correlation() {}

    public static double of(double[] x, double[] y) {
        return of(PairedMoments.of(x, y));
    }

    /** From the moments of both. */
    public static double of(PairedMoments moments) {
        return ofMoments(moments.covariance(), moments.deviationOfX(), moments.deviationOfY());
    }

    /** From moments at hand; rounding beyond ±1 is cut off. */
    static double ofMoments(double covariance, double deviationOfX, double deviationOfY) {
        if (RoundingNoise.isAll(deviationOfX) || RoundingNoise.isAll(deviationOfY)) {
            return Double.NaN;
        }
        return Math.max(-1, Math.min(1, covariance / (deviationOfX * deviationOfY)));
    }
}
