package io.quanttradingos.statistics;

/**
 * The probability that the best of several trials has a true Sharpe ratio above what luck alone would have found: the
 * {@link ProbabilisticSharpeRatio} against the {@link ExpectedMaximumSharpe}.
 *
 * <p>For example, a yearly 2.5 over 1,250 days with skewness -3 and kurtosis 10, found in 100 trials whose ratios vary by
 * 1/2, has 0.9004; found in 46 it has 0.9505. All ratios and the variance are per return, not annualised. Source: D.
 * Bailey, M. López de Prado, "The deflated Sharpe ratio", Journal of Portfolio Management 40 (2014). Of a single trial it
 * is the probability of exceeding 0. NaN for fewer than two returns and where an argument is.
 */
public final class DeflatedSharpeRatio {
    private DeflatedSharpeRatio() {}

    /**
     * The probability, in [0, 1].
     *
     * @param trials how many were made, the one that was kept included
     * @param variance of the trials' ratios per return
     */
    public static double of(
            double sharpePerReturn, int returns, double skewness, double rawKurtosis, int trials, double variance) {
        double luck = ExpectedMaximumSharpe.of(trials, variance);
        return ProbabilisticSharpeRatio.of(sharpePerReturn, luck, returns, skewness, rawKurtosis);
    }
}
