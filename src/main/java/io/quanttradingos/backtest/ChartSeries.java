package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.performance.EquityCurve;
import io.quanttradingos.backtest.performance.PerformanceSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report draws of a run, one value per bar; NaN where there is none.
 *
 * @param times of the bars
 * @param equity in currency
 * @param benchmark what holding would have been worth, from the same cash
 * @param drawdownPct under the high so far, at most 0
 * @param close of the instrument; empty where there are several
 * @param rollingSharpe yearly, over the trailing window
 * @param rollingVolatility yearly, as a fraction, over the trailing window
 * @param window how many returns a rolling value covers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ChartSeries(
        List<Instant> times,
        double[] equity,
        double[] benchmark,
        double[] drawdownPct,
        double[] close,
        double[] rollingSharpe,
        double[] rollingVolatility,
        int window) {

    static ChartSeries of(Ran ran) {
        EquityCurve curve = ran.curve();
        Market market = ran.prepared().market();
        PerformanceSeries series = PerformanceSeries.of(curve);
        int bars = curve.bars();
        double[] equity = new double[bars];
        double[] benchmark = new double[bars];
        double[] close = market.instruments() == 1 ? new double[bars] : new double[0];
        double[] held = Benchmark.closes(market);
        List<Instant> times = new ArrayList<>(bars);
        double[] drawdown = series.drawdown();
        for (int bar = 0; bar < bars; bar++) {
            times.add(curve.time(bar));
            equity[bar] = curve.equity(bar);
            benchmark[bar] = curve.initialCash() * held[bar] / held[0];
            drawdown[bar] *= 100;
            if (close.length > 0) {
                close[bar] = market.close(0)[bar];
            }
        }
        return new ChartSeries(
                times,
                equity,
                benchmark,
                drawdown,
                close,
                series.rollingSharpeRatio(),
                series.rollingVolatility(),
                series.window());
    }
}
