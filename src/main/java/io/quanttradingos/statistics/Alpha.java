package io.quanttradingos.statistics;

/**
 * The yearly return a benchmark does not explain. A day's is {@code a = mean(r - rf/252) - beta·mean(b - rf/252)}, over
 * the places where both series have a value.
 *
 * <p>Source: M. Jensen, "The performance of mutual funds", Journal of Finance 23 (1968). NaN where {@link Beta} is.
 */
public final class Alpha {
    private Alpha() {}

    /** A year of it compounded, {@code (1 + a)^252 - 1}. */
    public static double compounded(double[] returns, double[] benchmark, double riskFree) {
        return compounded(returns, benchmark, riskFree, TradingYear.DAYS);
    }

    /** A year of it compounded, from returns of which there are as many in a year as stated. */
    public static double compounded(double[] returns, double[] benchmark, double riskFree, double returnsPerYear) {
        return compounded(PairedMoments.of(returns, benchmark), riskFree, returnsPerYear);
    }

    /** The same from the moments of returns and benchmark, in this order. */
    public static double compounded(PairedMoments moments, double riskFree, double returnsPerYear) {
        double each = ofOne(moments, riskFree / returnsPerYear);
        return Math.expm1(returnsPerYear * Math.log1p(each));
    }

    /** A year of it added up, {@code 252·a}. */
    public static double added(double[] returns, double[] benchmark, double riskFree) {
        return TradingYear.DAYS * ofOne(PairedMoments.of(returns, benchmark), riskFree / TradingYear.DAYS);
    }

    private static double ofOne(PairedMoments moments, double rate) {
        return moments.meanOfX() - rate - Beta.of(moments) * (moments.meanOfY() - rate);
    }
}
