package io.quanttradingos.backtest.seed;

import io.quanttradingos.failure.Refusal;

/**
 * The eight figures of the original's answer, unrounded.
 *
 * @param initialValue cash at the start
 * @param finalValue the last equity; the cash where there is no bar
 * @param totalPnl final less initial value
 * @param totalReturnPct {@code totalPnl / initialValue * 100} in this order, for example 1.7999999999999998
 * @param cagr percent a year, where a year has 252 <em>calendar</em> days: {@link CalendarGrowth}
 * @param sharpeRatio with the population deviation and √252 whatever the spacing of the bars: {@link PopulationSharpe}
 * @param maxDrawdown the largest fall from an earlier equity, in currency, not negative: {@link LargestFall}
 * @param maxDrawdownPct that same fall in percent of the equity it fell from, which need not be the largest percentage
 */
public record SeedMetrics(
        double initialValue,
        double finalValue,
        double totalPnl,
        double totalReturnPct,
        double cagr,
        double sharpeRatio,
        double maxDrawdown,
        double maxDrawdownPct) {

    /**
     * The figures of an equity curve; without a bar all are 0 but the values.
     *
     * @param initialCash positive and finite
     * @param equity after each bar
     * @throws Refusal not usable, where the original failed because a figure is no finite number
     */
    static SeedMetrics of(double initialCash, SeedBars bars, double[] equity) {
        int rows = equity.length;
        if (rows == 0) {
            return new SeedMetrics(initialCash, initialCash, 0, 0, 0, 0, 0, 0);
        }
        LargestFall fall = LargestFall.of(equity);
        if (!fall.isFinite()) {
            throw notFinite(bars, equity);
        }
        double last = equity[rows - 1];
        double pnl = last - initialCash;
        return new SeedMetrics(
                        initialCash,
                        last,
                        pnl,
                        pnl / initialCash * 100,
                        CalendarGrowth.percent(initialCash, last, bars),
                        PopulationSharpe.of(equity),
                        fall.amount(),
                        fall.percent())
                .finite();
    }

    private static Refusal notFinite(SeedBars bars, double[] equity) {
        int row = 0;
        while (Double.isFinite(equity[row])) {
            row++;
        }
        return Refusal.notUsable("no metrics can be given: with the close of bar " + (row + 1) + " ("
                + (bars.time(row) == null ? "no date" : bars.time(row)) + "), " + bars.close(row)
                + ", the equity is " + equity[row]);
    }

    private SeedMetrics finite() {
        requireFinite("total_return_pct", totalReturnPct);
        requireFinite("cagr", cagr);
        requireFinite("sharpe_ratio", sharpeRatio);
        requireFinite("max_drawdown_pct", maxDrawdownPct);
        return this;
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw Refusal.notUsable(name + " is no finite number (" + value + ") for this equity curve");
        }
    }
}
