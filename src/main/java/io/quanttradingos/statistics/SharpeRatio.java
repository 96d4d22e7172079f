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
        return of(returns, riskFree, TradingYear.DAYS);
    }

    /** The yearly ratio of returns of which there are as many in a year as stated. */
    public static double of(double[] returns, double riskFree, double returnsPerYear) {
        return perReturn(returns, riskFree / returnsPerYear) * Math.sqrt(returnsPerYear);
    }

    /**
     * The ratio that is not annualised, {@code (mean(r) - rf) / sd(r)}: what {@link ProbabilisticSharpeRatio} and its
     * relatives need.
     *
     * @param riskFree the riskless return over the time of one of the returns
     */
    public static double perReturn(double[] returns, double riskFree) {
        return perReturn(Mean.of(returns), SampleDeviation.of(returns), riskFree);
    }

    /** The same from mean and deviation at hand. */
    private static double perReturn(double mean, double deviation, double riskFree) {
        return RoundingNoise.isAll(deviation) ? Double.NaN : (mean - riskFree) / deviation;
    }

    /** The yearly ratio without a riskless return, from mean and {@link SampleDeviation} at hand. */
    public static double ofMoments(double mean, double deviation, double returnsPerYear) {
        return perReturn(mean, deviation, 0) * Math.sqrt(returnsPerYear);
    }
}
