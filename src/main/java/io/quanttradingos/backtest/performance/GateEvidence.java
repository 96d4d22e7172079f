package io.quanttradingos.backtest.performance;

import org.jspecify.annotations.Nullable;

/**
 * What the gate judges a run by.
 *
 * @param sample of the run's returns, costs taken off
 * @param barsPerYear see {@link BarsPerYear}
 * @param trials made before this run was kept, itself included
 * @param totalReturnPct with the costs as given
 * @param returnPctAtTwiceCosts the total return of the same run at twice the costs; null where it was not run
 * @param probabilityOfOverfitting of the sweep the run was chosen from; null where there was none
 * @param exposedBars bars in the market, see {@link Exposure}
 */
public record GateEvidence(
        ReturnSample sample,
        double barsPerYear,
        Trials trials,
        double totalReturnPct,
        @Nullable Double returnPctAtTwiceCosts,
        @Nullable Double probabilityOfOverfitting,
        int exposedBars) {

    /**
     * Of a run.
     *
     * @param riskFree a year's riskless return, as a fraction
     */
    public static GateEvidence of(
            EquityCurve curve,
            double riskFree,
            Trials trials,
            @Nullable Double returnPctAtTwiceCosts,
            @Nullable Double probabilityOfOverfitting,
            int exposedBars) {
        CoreMetrics core = curve.core();
        return new GateEvidence(
                core.sample(riskFree / curve.barsPerYear()),
                curve.barsPerYear(),
                trials,
                core.totalReturn() * 100,
                returnPctAtTwiceCosts,
                probabilityOfOverfitting,
                exposedBars);
    }
}
