package io.quanttradingos.statistics;

/**
 * The best Sharpe ratio to be expected of several trials none of which has any skill:
 * {@code √V·((1 - γ)·z(1 - 1/N) + γ·z(1 - 1/(N·e)))} with Euler's γ and the normal quantile z.
 *
 * <p>For example, of 100 trials whose yearly ratios vary by 1/2 the best has 0.1132 a day. V and the result are per return,
 * not annualised. Source: D. Bailey, M. López de Prado, "The deflated Sharpe ratio", Journal of Portfolio Management 40
 * (2014); an approximation for independent trials, 8 % low for two, 2.5 % high for five or ten, 1 % high for a hundred.
 * Of one trial it is 0, the mean of what has no skill. NaN where the variance is.
 */
public final class ExpectedMaximumSharpe {
    private static final double EULER = 0.5772156649015329;

    private ExpectedMaximumSharpe() {}

    /**
     * The ratio per return.
     *
     * @param trials how many were made, at least 1, the one that was kept included
     * @param variance of the trials' ratios per return, at least 0
     */
    public static double of(int trials, double variance) {
        if (trials < 1 || variance < 0) {
            throw new IllegalArgumentException(
                    "needs at least 1 trial and no negative variance, were " + trials + " and " + variance);
        }
        return trials == 1 ? 0 : Math.sqrt(variance) * ofUnitVariance(trials);
    }

    /** From the lower tail, where a probability of 1/N has all its digits. */
    private static double ofUnitVariance(int trials) {
        double near = -StandardNormal.quantile(1.0 / trials);
        double far = -StandardNormal.quantile(1 / (trials * Math.E));
        return (1 - EULER) * near + EULER * far;
    }
}
