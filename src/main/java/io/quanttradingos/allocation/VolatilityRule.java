package io.quanttradingos.allocation;

import org.jspecify.annotations.Nullable;

/**
 * Size is cut so that the portfolio's volatility comes down to the target: {@code min(1, target / volatility)}. A calm
 * portfolio is never levered up.
 *
 * <p>An unknown volatility is taken as {@code assumed_vol}, by default 30 %, the level from which the regime agent
 * speaks of high volatility whatever the history. Skipping the factor instead would give the portfolio nobody could
 * measure more size than the one known to be calm.
 *
 * @param volTarget the annual volatility aimed at, a fraction above 0 and at most 10
 * @param assumedVol what an unknown annual volatility is taken for, in [0, 10]
 */
public record VolatilityRule(double volTarget, double assumedVol) {
    public VolatilityRule {
        Check.limit("vol_target", volTarget, Double.MIN_NORMAL, 10);
        Check.limit("assumed_vol", assumedVol, 0, 10);
    }

    public static VolatilityRule defaults() {
        return new VolatilityRule(0.15, 0.30);
    }

    /** In (0, 1], never rising with volatility; NaN is an unknown volatility. */
    public double multiplier(double volAnnual) {
        return Math.min(1, volTarget / orAssumed(volAnnual));
    }

    /** The volatility, or the assumed one for NaN. */
    public double orAssumed(double volAnnual) {
        return Double.isNaN(volAnnual) ? assumedVol : volAnnual;
    }

    WaterfallStep step(@Nullable Double volAnnual) {
        double multiplier = multiplier(volAnnual == null ? Double.NaN : volAnnual);
        return new WaterfallStep(Factor.VOLATILITY, volAnnual, multiplier, why(volAnnual));
    }

    private String why(@Nullable Double volAnnual) {
        String target = "the target of " + Wording.percent(volTarget);
        if (volAnnual == null) {
            return "volatility is unknown and taken as " + Wording.percent(assumedVol) + " against " + target;
        }
        return volAnnual <= volTarget
                ? "volatility " + Wording.percent(volAnnual) + " is within " + target
                : "volatility " + Wording.percentBeside(volTarget, volAnnual) + " is brought down to " + target;
    }
}
