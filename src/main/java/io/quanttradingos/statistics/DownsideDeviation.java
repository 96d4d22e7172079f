package io.quanttradingos.statistics;

/**
 * The root mean square shortfall below a target, √(Σ min(0, r - target)² / n), over all n returns, not only the short
 * ones.
 *
 * <p>Source: F. Sortino, R. van der Meer, "Downside risk", Journal of Portfolio Management 17 (1991). Daily, not
 * annualised. Of no returns: NaN; when no return falls short: 0.
 */
public final class DownsideDeviation {
    private DownsideDeviation() {}

    /**
     * The deviation of daily returns.
     *
     * @param target the daily return that must be reached
     */
    public static double of(double[] returns, double target) {
        if (returns.length == 0) {
            return Double.NaN;
        }
        double squares = 0;
        for (double value : returns) {
            double shortfall = Math.min(0, value - target);
            squares += shortfall * shortfall;
        }
        return Math.sqrt(squares / returns.length);
    }
}
