package io.quanttradingos.state;

/**
 * How many configurations of a family were tried, and how their Sharpe ratios spread.
 *
 * @param trials how many, those without a Sharpe ratio included
 * @param measured how many of them had a Sharpe ratio
 * @param meanSharpe of a bar, over those measured; NaN where there are none
 * @param varianceOfSharpe of a bar, with n - 1, over those measured; NaN for fewer than two
 */
public record TrialSummary(int trials, int measured, double meanSharpe, double varianceOfSharpe) {
    /** Of a family that was never tried. */
    public static final TrialSummary NONE = new TrialSummary(0, 0, Double.NaN, Double.NaN);
}
