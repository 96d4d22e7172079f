package io.quanttradingos.statistics;

/**
 * The one-day return that only the worst share of days stays below, three ways. A loss is negative.
 *
 * <p>The share is the tail's probability: 0.05 for the figure called "VaR 95".
 */
public final class ValueAtRisk {
    private ValueAtRisk() {}

    /** From the days seen: their type 7 {@link Quantile}. NaN for no returns. */
    public static double historical(double[] ascendingReturns, double tail) {
        return Quantile.ofSorted(ascendingReturns, tail);
    }

    /** Of a normal distribution: {@code mean + sd·z}. NaN where a moment is. */
    public static double parametric(double mean, double deviation, double tail) {
        return mean + deviation * StandardNormal.quantile(tail);
    }

    /** Of a distribution with fat or uneven tails: {@code mean + sd·w(z)}; see {@link CornishFisher#isValid}. */
    public static double cornishFisher(
            double mean, double deviation, double skewness, double excessKurtosis, double tail) {
        return mean + deviation * CornishFisher.quantile(StandardNormal.quantile(tail), skewness, excessKurtosis);
    }
}
