package io.quanttradingos.statistics;

/**
 * The yearly excess return per unit of yearly {@link DownsideDeviation}: {@code (mean(r) - rf/252) / dd · √252}, both
 * means over all n returns.
 *
 * <p>NaN for no returns and when no return falls short of the riskless one, because then nothing was risked that it
 * could be compared with.
 */
public final class SortinoRatio {
    private SortinoRatio() {}

    /**
     * The ratio of daily returns.
     *
     * @param riskFree a year's riskless return, as a fraction
     */
    public static double of(double[] returns, double riskFree) {
        return of(returns, riskFree, TradingYear.DAYS);
    }

    /** The yearly ratio of returns of which there are as many in a year as stated. */
    public static double of(double[] returns, double riskFree, double returnsPerYear) {
        double target = riskFree / returnsPerYear;
        double deviation = DownsideDeviation.of(returns, target);
        if (RoundingNoise.isAll(deviation)) {
            return Double.NaN;
        }
        return (Mean.of(returns) - target) / deviation * Math.sqrt(returnsPerYear);
    }
}
