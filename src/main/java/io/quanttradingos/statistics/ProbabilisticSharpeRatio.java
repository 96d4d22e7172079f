package io.quanttradingos.statistics;

/**
 * The probability that the true Sharpe ratio exceeds a benchmark one, given the estimate and how sure it is:
 * {@code Φ((SR - SR*) / se(SR))} with the {@link SharpeStandardError}.
 *
 * <p>For example, a monthly 0.458 over 24 months with skewness -2.448 and kurtosis 10.164 exceeds 0 with probability
 * 0.913; were the returns normal it would be 0.982. All ratios are per return, not annualised. Source: D. Bailey, M. López
 * de Prado, "The Sharpe ratio efficient frontier", Journal of Risk 15 (2012). NaN for fewer than two returns and where an
 * argument is.
 */
public final class ProbabilisticSharpeRatio {
    private ProbabilisticSharpeRatio() {}

    /**
     * The probability, in [0, 1].
     *
     * @param benchmark the ratio to be exceeded
     * @param returns how many the ratio was estimated from
     * @throws IllegalArgumentException for a kurtosis below 1, which no distribution has
     */
    public static double of(
            double sharpePerReturn, double benchmark, int returns, double skewness, double rawKurtosis) {
        double error = SharpeStandardError.of(sharpePerReturn, returns, skewness, rawKurtosis);
        double z = (sharpePerReturn - benchmark) / error;
        return Double.isNaN(z) ? Double.NaN : StandardNormal.cumulative(z);
    }
}
