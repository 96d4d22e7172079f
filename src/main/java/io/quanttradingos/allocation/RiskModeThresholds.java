package io.quanttradingos.allocation;

/**
 * From which size multiplier on a {@link RiskMode} holds: normal, reduced, and defensive for whatever is above 0.
 *
 * <p>By default normal from 0.6 on (a trend in a market not much above the volatility target keeps it), reduced from
 * 0.3 on (a range, or a trend with one clear fault), defensive below (a downtrend with any further fault).
 *
 * @param normalFrom in [0, 1]
 * @param reducedFrom in [0, 1], below {@code normalFrom}
 */
public record RiskModeThresholds(double normalFrom, double reducedFrom) {
    public RiskModeThresholds {
        Check.limit("normal_from", normalFrom, 0, 1);
        Check.limit("reduced_from", reducedFrom, 0, 1);
        Check.below("reduced_from", reducedFrom, "normal_from", normalFrom);
    }

    public static RiskModeThresholds defaults() {
        return new RiskModeThresholds(0.6, 0.3);
    }

    /** The mode of a multiplier in [0, 1]; 0 is {@link RiskMode#HALT}. */
    public RiskMode mode(double multiplier) {
        if (multiplier == 0) {
            return RiskMode.HALT;
        }
        if (multiplier >= normalFrom) {
            return RiskMode.NORMAL;
        }
        return multiplier >= reducedFrom ? RiskMode.REDUCED : RiskMode.DEFENSIVE;
    }
}
