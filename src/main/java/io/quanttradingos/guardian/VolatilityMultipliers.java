package io.quanttradingos.guardian;

/** The share of the risk each volatility leaves, each in [0, 1] and never more at a higher volatility. */
public record VolatilityMultipliers(double lowVolatility, double normalVolatility, double highVolatility) {
    public VolatilityMultipliers {
        Check.limit("low_volatility", lowVolatility, 0, 1);
        Check.limit("normal_volatility", normalVolatility, 0, 1);
        Check.limit("high_volatility", highVolatility, 0, 1);
        Check.atMost("normal_volatility", normalVolatility, "low_volatility", lowVolatility);
        Check.atMost("high_volatility", highVolatility, "normal_volatility", normalVolatility);
    }

    public static VolatilityMultipliers defaults() {
        return new VolatilityMultipliers(1, 1, 0.5);
    }

    /** The table's entry. */
    public double multiplier(VolatilityLevel level) {
        return switch (level) {
            case LOW -> lowVolatility;
            case NORMAL -> normalVolatility;
            case HIGH -> highVolatility;
        };
    }

    RuleApplied applied(VolatilityLevel level, double riskPct) {
        double multiplier = multiplier(level);
        String why = level.key() + " volatility leaves " + Wording.number(multiplier) + " of the risk";
        return new RuleApplied("volatility", level.key(), multiplier, riskPct * multiplier, why);
    }
}
