package io.quanttradingos.statistics;

/**
 * How many returns it takes until a Sharpe ratio this high exceeds a benchmark one with confidence:
 * {@code 1 + (1 - γ₃·SR + (γ₄ - 1)/4·SR²)·(z / (SR - SR*))²} with the normal quantile z of the confidence.
 *
 * <p>For example, with daily normal returns a yearly 2 needs 2.73 years to exceed 1 with 95 %. It is the n at which
 * {@link ProbabilisticSharpeRatio} reaches the confidence. All ratios are per return, not annualised. Source: D. Bailey,
 * M. López de Prado, "The Sharpe ratio efficient frontier", Journal of Risk 15 (2012). Infinite for a ratio that is not
 * above the benchmark; NaN where an argument is.
 */
public final class MinimumTrackRecordLength {
    private MinimumTrackRecordLength() {}

    /**
     * The number of returns, not rounded.
     *
     * @param confidence above 0.5 and below 1
     * @throws IllegalArgumentException for a kurtosis below 1, which no distribution has
     */
    public static double of(
            double sharpePerReturn, double benchmark, double skewness, double rawKurtosis, double confidence) {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be above 0.5 and below 1, was " + confidence);
        }
        double variance = SharpeStandardError.scaledVariance(sharpePerReturn, skewness, rawKurtosis);
        double lead = sharpePerReturn - benchmark;
        if (lead <= 0 && !Double.isNaN(variance)) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = StandardNormal.quantile(confidence) / lead;
        return 1 + variance * ratio * ratio;
    }
}
