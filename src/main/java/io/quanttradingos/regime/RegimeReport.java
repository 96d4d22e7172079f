package io.quanttradingos.regime;

import io.quanttradingos.units.Symbol;

/** Names the numbers behind one row of the series. */
final class RegimeReport {
    private final RegimeMeasurements measured;
    private final RegimePolicy policy;
    private final int row;
    private final byte label;
    private final byte raw;

    RegimeReport(RegimeMeasurements measured, int row, byte label, byte raw) {
        this.measured = measured;
        this.policy = measured.policy();
        this.row = row;
        this.label = label;
        this.raw = raw;
    }

    RegimeSignals signals() {
        return new RegimeSignals(
                measured.roles().benchmark().text(), row + 1, trend(), volatility(), breadth(), risk());
    }

    private TrendSignal trend() {
        TrendPolicy limits = policy.trend();
        TrendComponent trend = measured.trend();
        boolean shortWindows = trend.shortWindows(row);
        double margin = trend.margin(row);
        return new TrendSignal(
                RegimeLabel.trend(RegimeLabel.uptrend(label)),
                RegimeLabel.trend(RegimeLabel.uptrend(raw)),
                trend.state().flipPending(row),
                trend.score(row),
                Unknown.asNull(trend.distance(row)),
                Unknown.asNull(margin),
                Double.isNaN(margin) ? 0 : limits.trendWeight(),
                shortWindows ? limits.shortFastWindow() : limits.fastWindow(),
                shortWindows ? limits.shortSlowWindow() : limits.slowWindow(),
                limits.slopeLag(),
                shortWindows);
    }

    private VolatilitySignal volatility() {
        VolatilityPolicy limits = policy.volatility();
        VolatilityComponent volatility = measured.volatility();
        double margin = volatility.margin(row);
        return new VolatilitySignal(
                RegimeLabel.volatility(RegimeLabel.highVol(label)),
                RegimeLabel.volatility(RegimeLabel.highVol(raw)),
                volatility.state().flipPending(row),
                Unknown.asNull(volatility.sigma(row)),
                Unknown.asNull(volatility.rank(row)),
                Unknown.asNull(margin),
                Double.isNaN(margin) ? 0 : limits.volatilityWeight(),
                limits.volatilityWindow(),
                limits.rankWindow());
    }

    private BreadthSignal breadth() {
        BreadthComponent breadth = measured.breadth();
        double margin = breadth.margin(row);
        return new BreadthSignal(
                RegimeLabel.breadth(RegimeLabel.healthy(label)),
                RegimeLabel.breadth(RegimeLabel.healthy(raw)),
                breadth.state().flipPending(row),
                Unknown.asNull(breadth.share(row)),
                breadth.above(row),
                breadth.assessed(row),
                measured.roles().universe().size(),
                breadth.thin(row),
                Unknown.asNull(margin),
                Double.isNaN(margin) ? 0 : breadth.weight(row),
                policy.breadth().breadthWindow());
    }

    private RiskSignal risk() {
        RiskComponent risk = measured.risk();
        Symbol bond = measured.roles().bond();
        double margin = risk.margin(row);
        return new RiskSignal(
                RegimeLabel.risk(RegimeLabel.riskOn(label)),
                RegimeLabel.risk(RegimeLabel.riskOn(raw)),
                risk.state().flipPending(row),
                basis(risk.state()),
                Unknown.asNull(risk.z(row)),
                bond == null ? null : bond.text(),
                Unknown.asNull(margin),
                Double.isNaN(margin) ? 0 : policy.risk().riskWeight(),
                policy.risk().riskLag(),
                policy.risk().riskWindow());
    }

    private RiskSignal.Basis basis(StatePath state) {
        if (!state.known(row)) {
            return RiskSignal.Basis.TREND_AND_VOLATILITY;
        }
        return state.assessed(row) ? RiskSignal.Basis.Z : RiskSignal.Basis.CARRIED;
    }
}
