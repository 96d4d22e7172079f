package io.quanttradingos.statistics;

/**
 * The yearly growth per unit of the deepest fall, {@code CAGR / |max drawdown|}.
 *
 * <p>Source: T. Young, "Calmar ratio: a smoother tool", Futures (October 1991), here over the whole path rather than 36
 * months. NaN where the path never fell or either part is unknown.
 */
public final class CalmarRatio {
    private CalmarRatio() {}

    public static double of(double compoundAnnualGrowthRate, double maximumDrawdown) {
        return RoundingNoise.isAll(maximumDrawdown) ? Double.NaN : compoundAnnualGrowthRate / Math.abs(maximumDrawdown);
    }
}
