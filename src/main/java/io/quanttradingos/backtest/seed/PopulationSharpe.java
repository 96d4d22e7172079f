package io.quanttradingos.backtest.seed;

/**
 * The original's Sharpe ratio: mean / deviation · √252 of the returns from bar to bar, riskless rate 0.
 *
 * <p>The deviation divides by the number of returns, where the usual one divides by one less; a year counts 252 bars
 * whatever their spacing; a return on an equity not above 1e-14 divides by 1e-14.
 */
final class PopulationSharpe {
    private static final double LEAST_BASE = 1e-14;
    private static final double LEAST_DEVIATION = 1e-14;
    private static final double BARS_PER_YEAR = 252;

    private PopulationSharpe() {}

    /** The ratio; 0 with fewer than two values, or where the deviation is not above 1e-14. */
    static double of(double[] equity) {
        int count = equity.length - 1;
        if (count < 1) {
            return 0;
        }
        double[] returns = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            returns[i] = (equity[i + 1] - equity[i]) / Math.max(equity[i], LEAST_BASE);
            sum += returns[i];
        }
        double mean = sum / count;
        double deviation = Math.sqrt(squaresAround(mean, returns) / count);
        return deviation <= LEAST_DEVIATION ? 0 : mean / deviation * Math.sqrt(BARS_PER_YEAR);
    }

    private static double squaresAround(double mean, double[] returns) {
        double sum = 0;
        for (double value : returns) {
            double distance = value - mean;
            sum += distance * distance;
        }
        return sum;
    }
}
