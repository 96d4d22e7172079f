package io.quanttradingos.statistics;

/**
 * How deep and how long a path stood below its highs: the root mean square of its drawdowns, as a fraction.
 *
 * <p>Source: P. Martin, B. McCann, "The Investor's Guide to Fidelity Funds" (1989).
 */
public final class UlcerIndex {
    private UlcerIndex() {}

    /**
     * √(Σd² / (n - 1)) with n the number of returns, as a sample deviation divides and as quantstats reports it. NaN
     * for fewer than two returns.
     */
    public static double sample(double[] path) {
        return path.length < 3 ? Double.NaN : Math.sqrt(sumOfSquares(path) / (path.length - 2));
    }

    /** √(Σd² / N) over all N values of the path, as published. NaN for an empty path. */
    public static double published(double[] path) {
        return path.length == 0 ? Double.NaN : Math.sqrt(sumOfSquares(path) / path.length);
    }

    private static double sumOfSquares(double[] path) {
        double squares = 0;
        for (double drawdown : Drawdown.series(path)) {
            squares += drawdown * drawdown;
        }
        return squares;
    }
}
