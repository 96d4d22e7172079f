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
        return Math.expm1(TradingYear.DAYS * Math.log1p(daily(returns, benchmark, riskFree)));
    }

    /** A year of it added up, {@code 252·a}. */
    public static double added(double[] returns, double[] benchmark, double riskFree) {
        return TradingYear.DAYS * daily(returns, benchmark, riskFree);
    }

    private static double daily(double[] returns, double[] benchmark, double riskFree) {
        PairedMoments moments = PairedMoments.of(returns, benchmark);
        double rate = riskFree / TradingYear.DAYS;
        return moments.meanOfX() - rate - Beta.of(moments) * (moments.meanOfY() - rate);
    }
}
