package io.quanttradingos.statistics;

/**
 * How far a series moves with a benchmark, {@code cov(r, b) / var(b)}, over the places where both have a value.
 *
 * <p>Source: W. Sharpe, "Capital asset prices", Journal of Finance 19 (1964). NaN for fewer than two such places and
 * for a benchmark without a spread.
 */
public final class Beta {
    private Beta() {}

    public static double of(double[] returns, double[] benchmark) {
        return of(PairedMoments.of(returns, benchmark));
    }

    /** From the moments of returns and benchmark, in this order. */
    public static double of(PairedMoments moments) {
        double deviation = moments.deviationOfY();
        return RoundingNoise.isAll(deviation) ? Double.NaN : moments.covariance() / deviation / deviation;
    }
}
