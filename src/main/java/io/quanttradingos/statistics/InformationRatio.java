package io.quanttradingos.statistics;

/**
 * The yearly return beyond a benchmark's per unit of its yearly deviation, {@code mean(r - b) / sd(r - b) · √A} with A
 * returns in a year.
 *
 * <p>Source: W. Sharpe, "The Sharpe ratio", Journal of Portfolio Management 21 (1994), for a differential return. NaN for
 * fewer than two returns, and where the two series never part.
 */
public final class InformationRatio {
    private InformationRatio() {}

    public static double of(double[] returns, double[] benchmark, double returnsPerYear) {
        return SharpeRatio.of(differences(returns, benchmark), 0, returnsPerYear);
    }

    /** The yearly deviation of the difference, also called tracking error. */
    public static double trackingError(double[] returns, double[] benchmark, double returnsPerYear) {
        return AnnualVolatility.ofDeviation(SampleDeviation.of(differences(returns, benchmark)), returnsPerYear);
    }

    private static double[] differences(double[] returns, double[] benchmark) {
        if (returns.length != benchmark.length) {
            throw new IllegalArgumentException(
                    "series must be of one length, were " + returns.length + " and " + benchmark.length);
        }
        double[] differences = new double[returns.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = returns[i] - benchmark[i];
        }
        return differences;
    }
}
