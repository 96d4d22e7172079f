package io.quanttradingos.statistics;

/**
 * How far an estimated Sharpe ratio lies from the true one by chance,
 * {@code √((1 - γ₃·SR + (γ₄ - 1)/4·SR²) / (n - 1))}.
 *
 * <p>SR is per return, not annualised; γ₃ is the {@link PopulationSkewness}, γ₄ the {@link RawKurtosis} (3 for a normal
 * distribution, which gives A. Lo's {@code √((1 + SR²/2)/(n - 1))}). Returns need not be normal, but independent of each
 * other. Source: E. Mertens, "Comments on variance of the IID estimator in Lo (2002)" (2002); with n - 1 in D. Bailey,
 * M. López de Prado, "The Sharpe ratio efficient frontier", Journal of Risk 15 (2012). NaN for fewer than two returns
 * and where an argument is.
 */
public final class SharpeStandardError {
    private SharpeStandardError() {}

    /**
     * The error of a ratio per return.
     *
     * @param returns how many the ratio was estimated from
     * @throws IllegalArgumentException for a kurtosis below 1, which no distribution has
     */
    public static double of(double sharpePerReturn, int returns, double skewness, double rawKurtosis) {
        return returns < 2
                ? Double.NaN
                : Math.sqrt(scaledVariance(sharpePerReturn, skewness, rawKurtosis) / (returns - 1));
    }

    /** The variance times n - 1. It cannot be negative, since γ₄ ≥ 1 + γ₃²; what rounding leaves of 0 is 0. */
    static double scaledVariance(double sharpePerReturn, double skewness, double rawKurtosis) {
        RawKurtosis.require(rawKurtosis);
        double square = sharpePerReturn * sharpePerReturn;
        return Math.max(0, 1 - skewness * sharpePerReturn + (rawKurtosis - 1) / 4 * square);
    }
}
