package io.quanttradingos.statistics;

/** The yearly volatility of daily returns, sd(r)·√252. Of fewer than two returns: NaN; of equal returns: 0. */
public final class AnnualVolatility {
    private AnnualVolatility() {}

    public static double of(double[] returns) {
        return of(returns, 0, returns.length);
    }

    /** The volatility of {@code returns[from]} up to, but without, {@code returns[to]}. */
    public static double of(double[] returns, int from, int to) {
        return ofDeviation(SampleDeviation.of(returns, from, to));
    }

    /** The same from a daily deviation already at hand. */
    public static double ofDeviation(double dailyDeviation) {
        return ofDeviation(dailyDeviation, TradingYear.DAYS);
    }

    /** The volatility from the deviation of returns of which there are as many in a year as stated. */
    public static double ofDeviation(double deviation, double returnsPerYear) {
        return deviation * Math.sqrt(returnsPerYear);
    }
}
