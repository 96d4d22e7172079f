package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.Alpha;
import io.quanttradingos.statistics.Beta;
import io.quanttradingos.statistics.Correlation;
import io.quanttradingos.statistics.InformationRatio;
import io.quanttradingos.statistics.PairedMoments;
import io.quanttradingos.statistics.SimpleReturns;
import io.quanttradingos.statistics.TotalReturn;
import org.jspecify.annotations.Nullable;

/**
 * A run against having held the instrument over the same bars, without costs. What cannot be computed is null.
 *
 * @param returnPct what holding gave, in percent, from the first close to the last
 * @param excessReturnPct the run's total return less that, in percentage points
 * @param alpha a year's return holding does not explain, compounded, as a fraction
 * @param beta how far the run moves with the instrument
 * @param correlation of the returns, in [-1, 1]
 * @param informationRatio yearly
 * @param trackingError the yearly deviation of the difference, as a fraction
 */
public record BuyAndHoldComparison(
        double returnPct,
        double excessReturnPct,
        @Nullable Double alpha,
        @Nullable Double beta,
        @Nullable Double correlation,
        @Nullable Double informationRatio,
        @Nullable Double trackingError) {

    /**
     * The comparison.
     *
     * @param closes the instrument's, above 0, at least as many as the curve has bars
     * @param riskFree a year's riskless return, as a fraction
     */
    public static BuyAndHoldComparison of(EquityCurve curve, double[] closes, double riskFree) {
        double[] returns = curve.returns();
        double[] benchmark = SimpleReturns.of(closes, 0, curve.bars());
        PairedMoments moments = PairedMoments.of(returns, benchmark);
        double barsPerYear = curve.barsPerYear();
        double held = TotalReturn.of(closes, 0, curve.bars()) * 100;
        double made = (curve.finalValue() / curve.initialCash() - 1) * 100;
        return new BuyAndHoldComparison(
                held,
                made - held,
                Wording.known(Alpha.compounded(moments, riskFree, barsPerYear)),
                Wording.known(Beta.of(moments)),
                Wording.known(Correlation.of(moments)),
                Wording.known(InformationRatio.of(returns, benchmark, barsPerYear)),
                Wording.known(InformationRatio.trackingError(returns, benchmark, barsPerYear)));
    }
}
