package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.performance.CoreMetrics;
import io.quanttradingos.backtest.performance.ReturnSample;

/**
 * What one run of a search came to.
 *
 * @param totalReturnPct in percent of the initial cash
 * @param sharpeRatio yearly; NaN for fewer than two returns and for returns without a spread
 * @param maxDrawdownPct in percent of the peak before it, at least 0; the initial cash is the first peak
 * @param volatility yearly, as a fraction
 * @param trades closed ones
 * @param finalValue the equity at the end
 * @param sample what judging the Sharpe ratio takes
 */
public record RunFigures(
        double totalReturnPct,
        double sharpeRatio,
        double maxDrawdownPct,
        double volatility,
        int trades,
        double finalValue,
        ReturnSample sample) {

    static RunFigures of(CoreMetrics metrics, double riskFree, double barsPerYear, int trades, double finalValue) {
        ReturnSample sample = metrics.sample(riskFree / barsPerYear);
        return new RunFigures(
                metrics.totalReturn() * 100,
                sample.sharpePerBar() * Math.sqrt(barsPerYear),
                metrics.maxDrawdownPct(),
                metrics.volatility(barsPerYear),
                trades,
                finalValue,
                sample);
    }

    /** Whether anything happened that could be chosen for. */
    boolean isKnown() {
        return !Double.isNaN(sharpeRatio);
    }
}
