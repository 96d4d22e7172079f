package io.quanttradingos.statistics;

/**
 * The mean one-day return over the worst share of days, three ways; also called expected shortfall. A loss is negative.
 *
 * <p>The share is the tail's probability, as in {@link ValueAtRisk}. Source: P. Artzner, F. Delbaen, J.-M. Eber, D. Heath,
 * "Coherent measures of risk", Mathematical Finance 9 (1999).
 */
public final class ConditionalValueAtRisk {
    private ConditionalValueAtRisk() {}

    /**
     * From the days seen: the mean of the {@code floor((n - 1)·tail) + 1} smallest, which are those at or below the
     * type 7 quantile. NaN for no returns.
     */
    public static double historical(double[] ascendingReturns, double tail) {
        int last = ascendingReturns.length - 1;
        if (last < 0 || Double.isNaN(ascendingReturns[last])) {
            return Double.NaN;
        }
        return Mean.of(ascendingReturns, 0, (int) (last * tail) + 1);
    }

    /** Of a normal distribution: {@code mean - sd·φ(z)/tail}. NaN where a moment is. */
    public static double parametric(double mean, double deviation, double tail) {
        return mean - deviation * StandardNormal.density(StandardNormal.quantile(tail)) / tail;
    }

    /** Of the bent normal distribution, from {@link CornishFisher#tailMean}; see {@link CornishFisher#isValid}. */
    public static double cornishFisher(
            double mean, double deviation, double skewness, double excessKurtosis, double tail) {
        return mean + deviation * CornishFisher.tailMean(tail, skewness, excessKurtosis);
    }
}
