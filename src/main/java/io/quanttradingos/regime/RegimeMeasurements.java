package io.quanttradingos.regime;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceTable;
import java.time.LocalDate;

/** The four components over the time axis, and what they say together; a row without a trend is in no regime. */
record RegimeMeasurements(
        RegimePolicy policy,
        MarketRoles roles,
        TimeAxis axis,
        TrendComponent trend,
        VolatilityComponent volatility,
        BreadthComponent breadth,
        RiskComponent risk) {

    static RegimeMeasurements of(PriceTable prices, RegimePolicy policy) {
        MarketRoles roles = MarketRoles.of(prices, policy);
        TimeAxis axis = new TimeAxis(prices, prices.column(roles.benchmark()));
        double[] equity = axis.closes(prices.closes(prices.column(roles.benchmark())));
        double[] bond = roles.bond() == null ? null : axis.closes(prices.closes(prices.column(roles.bond())));
        return new RegimeMeasurements(
                policy,
                roles,
                axis,
                new TrendComponent(equity, policy),
                new VolatilityComponent(equity, policy),
                new BreadthComponent(prices, roles, axis, policy),
                new RiskComponent(equity, bond, policy));
    }

    boolean assessed(int row) {
        return trend.state().known(row);
    }

    byte label(int row) {
        boolean up = trend.state().on(row);
        boolean high = highVol(row, volatility.state().on(row));
        boolean on = risk.state().known(row) ? risk.state().on(row) : up && !high;
        return RegimeLabel.code(on, high, up, breadth.state().on(row));
    }

    byte rawLabel(int row) {
        boolean up = trend.state().rawOn(row);
        boolean high = highVol(row, volatility.state().rawOn(row));
        boolean on = risk.state().known(row) ? risk.state().rawOn(row) : up && !high;
        return RegimeLabel.code(on, high, up, breadth.state().rawOn(row));
    }

    /** A volatility that cannot be assessed, such as that of closes which overflow, is taken for high. */
    private boolean highVol(int row, boolean state) {
        return state || !volatility.state().known(row);
    }

    /** {@code 0.5 + 0.5 * sum(weight * margin) / sum(weight)} over what can be assessed, less while a flip is pending. */
    double confidence(int row) {
        double weights = 0;
        double margins = 0;
        for (int component = 0; component < 4; component++) {
            double margin = margin(component, row);
            if (margin >= 0) {
                double weight = weight(component, row);
                weights += weight;
                margins += weight * margin;
            }
        }
        double confidence = weights > 0 ? 0.5 + 0.5 * margins / weights : 0.5;
        return flipPending(row) ? confidence * policy.confirmation().pendingFlipFactor() : confidence;
    }

    private double margin(int component, int row) {
        return switch (component) {
            case 0 -> trend.margin(row);
            case 1 -> volatility.margin(row);
            case 2 -> breadth.margin(row);
            default -> risk.margin(row);
        };
    }

    private double weight(int component, int row) {
        return switch (component) {
            case 0 -> policy.trend().trendWeight();
            case 1 -> policy.volatility().volatilityWeight();
            case 2 -> breadth.weight(row);
            default -> policy.risk().riskWeight();
        };
    }

    private boolean flipPending(int row) {
        return trend.state().flipPending(row)
                || volatility.state().flipPending(row)
                || breadth.state().flipPending(row)
                || risk.state().flipPending(row);
    }

    Refusal tooLittleHistory(int closes, LocalDate lastDay) {
        return Refusal.notUsable("the regime needs at least " + policy.trend().rowsNeeded() + " closes of "
                + roles.benchmark() + ", up to " + lastDay + " there " + (closes == 1 ? "is 1" : "are " + closes));
    }
}
