package io.quanttradingos.guardian;

/** The share of the risk each regime leaves, each in [0, 1]. */
public record RegimeMultipliers(double trend, double range, double choppy) {
    public RegimeMultipliers {
        Check.limit("trend", trend, 0, 1);
        Check.limit("range", range, 0, 1);
        Check.limit("choppy", choppy, 0, 1);
    }

    public static RegimeMultipliers defaults() {
        return new RegimeMultipliers(1, 0.75, 0.5);
    }

    /** The table's entry. */
    public double multiplier(TradingRegime regime) {
        return switch (regime) {
            case TREND -> trend;
            case RANGE -> range;
            case CHOPPY -> choppy;
        };
    }

    RuleApplied applied(TradingRegime regime, double riskPct) {
        double multiplier = multiplier(regime);
        String market = regime == TradingRegime.CHOPPY ? "a choppy market" : "a market in a " + regime.key();
        String why = market + " leaves " + Wording.number(multiplier) + " of the risk";
        return new RuleApplied("regime", regime.key(), multiplier, riskPct * multiplier, why);
    }
}
