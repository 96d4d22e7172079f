package io.quanttradingos.guardian;

/** What a trade of each type may risk at best, in percent of the account, each in [0, 100]. */
public record BaseRisk(double scalpRiskPct, double swingRiskPct, double earningsRiskPct) {
    public BaseRisk {
        Check.limit("scalp_risk_pct", scalpRiskPct, 0, 100);
        Check.limit("swing_risk_pct", swingRiskPct, 0, 100);
        Check.limit("earnings_risk_pct", earningsRiskPct, 0, 100);
    }

    public static BaseRisk defaults() {
        return new BaseRisk(0.5, 1, 0.5);
    }

    /** In percent of the account. */
    public double percent(TradeType type) {
        return switch (type) {
            case SCALP -> scalpRiskPct;
            case SWING -> swingRiskPct;
            case EARNINGS -> earningsRiskPct;
        };
    }

    RuleApplied applied(TradeType type) {
        double percent = percent(type);
        String trade = (type == TradeType.EARNINGS ? "an " : "a ") + type.key() + " trade";
        String why = trade + " may risk " + Wording.percent(percent) + " of the account at best";
        return new RuleApplied("base_risk", type.key(), 1, percent, why);
    }
}
