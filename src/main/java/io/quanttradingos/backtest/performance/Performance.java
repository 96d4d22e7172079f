package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.CurrencyDrawdown;
import io.quanttradingos.statistics.Drawdown;
import io.quanttradingos.statistics.SortinoRatio;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run was worth, in one number each. What could not be computed is null and has a warning.
 *
 * <p>A yearly figure is of {@code barsPerYear} bars; a deviation is the sample's (divisor n - 1); the riskless return is
 * the one given. Unlike the portfolio's, a drawdown is a positive number here, as backtests usually report it.
 *
 * @param initialValue the initial cash
 * @param finalValue the equity at the last bar
 * @param totalPnl final less initial value
 * @param totalReturnPct that in percent of the initial value
 * @param cagr the compound annual growth rate in percent, over calendar days / 365.25; null under 30 days, -100 where the
 *     equity ended at or below zero
 * @param sharpeRatio yearly
 * @param maxDrawdown the largest drawdown in currency, at least 0; the initial cash is the first peak
 * @param maxDrawdownPct the largest drawdown in percent of its peak, at least 0 and often another one than
 *     {@code maxDrawdown}
 * @param volatility yearly, as a fraction
 * @param sortino yearly, the downside deviation over all returns
 * @param calmar cagr / maxDrawdownPct
 * @param skewness m₃ / m₂^(3/2), not adjusted for bias: the form the honesty statistics use
 * @param kurtosis raw, m₄ / m₂², not adjusted for bias, 3 for a normal distribution
 * @param bestBarReturn of one bar, as a fraction
 * @param barsPerYear see {@link BarsPerYear}
 * @param bars how many bars were measured; returns are one fewer
 */
public record Performance(
        double initialValue,
        double finalValue,
        double totalPnl,
        double totalReturnPct,
        @Nullable Double cagr,
        @Nullable Double sharpeRatio,
        double maxDrawdown,
        DrawdownDates maxDrawdownDates,
        double maxDrawdownPct,
        DrawdownDates maxDrawdownPctDates,
        @Nullable Double volatility,
        @Nullable Double sortino,
        @Nullable Double calmar,
        @Nullable Double skewness,
        @Nullable Double kurtosis,
        @Nullable Double bestBarReturn,
        @Nullable Double worstBarReturn,
        @Nullable Double barsPerYear,
        int bars,
        Instant firstBar,
        Instant lastBar) {

    /** Says of every figure that is null why it is, one sentence each. */
    public List<String> warnings(EquityCurve curve) {
        return PerformanceWarnings.of(curve, sharpeRatio == null, sortino == null, maxDrawdownPct == 0);
    }

    /**
     * Measures a run.
     *
     * @param riskFree a year's riskless return, as a fraction
     */
    public static Performance of(EquityCurve curve, double riskFree) {
        CoreMetrics core = curve.core();
        double[] path = curve.pathFromCash();
        CurrencyDrawdown inCurrency = CurrencyDrawdown.deepest(path);
        Drawdown inPercent = Drawdown.deepest(path);
        double[] returns = curve.returns();
        double barsPerYear = curve.barsPerYear();
        double growth = Growth.percent(curve);
        double sharpe = core.sharpePerBar(riskFree / barsPerYear) * Math.sqrt(barsPerYear);
        double sortino = SortinoRatio.of(returns, riskFree, barsPerYear);
        double pnl = curve.finalValue() - curve.initialCash();
        return new Performance(
                curve.initialCash(),
                curve.finalValue(),
                pnl,
                pnl / curve.initialCash() * 100,
                Wording.known(growth),
                Wording.known(sharpe),
                Math.abs(inCurrency.depth()),
                DrawdownDates.of(curve, inCurrency.peak(), inCurrency.trough(), inCurrency.recovery()),
                Math.abs(inPercent.depth()) * 100,
                DrawdownDates.of(curve, inPercent.peak(), inPercent.trough(), inPercent.recovery()),
                Wording.known(core.volatility(barsPerYear)),
                Wording.known(sortino),
                Wording.known(Growth.perDrawdown(growth, inPercent.depth())),
                Wording.known(core.skewness()),
                Wording.known(core.kurtosis()),
                Wording.known(Extremes.largest(returns)),
                Wording.known(Extremes.smallest(returns)),
                Wording.known(barsPerYear),
                curve.bars(),
                curve.time(0),
                curve.time(curve.bars() - 1));
    }
}
