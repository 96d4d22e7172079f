package io.quanttradingos.backtest.performance;

/**
 * What is left of a run's returns for judging how sure its Sharpe ratio is.
 *
 * @param returns how many there are
 * @param sharpePerBar mean over sample deviation of the returns of one bar, not annualised; NaN where it cannot be
 *     computed
 * @param skewness m₃ / m₂^(3/2), not adjusted for bias
 * @param kurtosis m₄ / m₂², not adjusted for bias, 3 for a normal distribution
 */
public record ReturnSample(int returns, double sharpePerBar, double skewness, double kurtosis) {
    public ReturnSample {
        if (returns < 0) {
            throw new IllegalArgumentException("returns must not be negative, was " + returns);
        }
    }

    /** Whether there is anything to be judged. */
    boolean isKnown() {
        return !Double.isNaN(sharpePerBar + skewness + kurtosis);
    }
}
