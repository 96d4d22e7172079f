package io.quanttradingos.statistics;

/**
 * The yearly excess return per unit of yearly volatility, {@code (mean(r) - rf/252) / sd(r) · √252}.
 *
 * <p>Source: W. Sharpe, "The Sharpe ratio", Journal of Portfolio Management 21 (1994). NaN for fewer than two returns
 * and for returns without a spread.
 */
public final class SharpeRatio {
    private SharpeRatio() {}

    /**
     * The ratio of daily returns.
     *
     * @param riskFree a year's riskless return, as a fraction
     */
    public static double of(double[] returns, double riskFree) {
        double deviation = SampleDeviation.of(returns);
        if (RoundingNoise.isAll(deviation)) {
            return Double.NaN;
        }
        return (Mean.of(returns) - riskFree / TradingYear.DAYS) / deviation * TradingYear.rootOfDays();
    }
}
