package io.quanttradingos.guardian;

/**
 * The limits of the guardian, one record per rule.
 *
 * @param maxRecentLosses the number of recent losses at which new trades end, at least 1
 */
public record GuardianPolicy(
        BaseRisk baseRisk,
        VolatilityMultipliers volatility,
        RegimeMultipliers regimes,
        DrawdownTiers drawdown,
        int maxRecentLosses,
        StopRule stops) {
    public GuardianPolicy {
        if (maxRecentLosses < 1) {
            throw new IllegalArgumentException("max_recent_losses must be at least 1, was " + maxRecentLosses);
        }
    }

    public static GuardianPolicy defaults() {
        return new GuardianPolicy(
                BaseRisk.defaults(),
                VolatilityMultipliers.defaults(),
                RegimeMultipliers.defaults(),
                DrawdownTiers.defaults(),
                3,
                StopRule.defaults());
    }

    RuleApplied lossesApplied(int recentLosses, double riskPct) {
        boolean stops = recentLosses >= maxRecentLosses;
        String losses = recentLosses + (recentLosses == 1 ? " recent loss" : " recent losses");
        String why = stops
                ? losses + (recentLosses == 1 ? " calls" : " call") + " for a pause, as from " + maxRecentLosses + " on"
                : losses + (recentLosses == 1 ? " is" : " are") + " fewer than the " + maxRecentLosses
                        + " that call for a pause";
        return new RuleApplied("recent_losses", recentLosses, stops ? 0 : 1, stops ? 0 : riskPct, why);
    }
}
