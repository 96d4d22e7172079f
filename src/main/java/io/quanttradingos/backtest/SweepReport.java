package io.quanttradingos.backtest;

import io.quanttradingos.backtest.research.Axis;
import io.quanttradingos.backtest.research.HeatMap;
import io.quanttradingos.backtest.research.RunFigures;
import io.quanttradingos.backtest.research.SweepResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep found.
 *
 * @param combinations how many were run
 * @param leftOut how many break a rule of the strategy, and were not
 * @param whyLeftOut the first of those rules; null where none was broken
 * @param objective what the best was chosen by
 * @param deflatedSharpeRatio of the best, against the luck of this sweep alone; null where it cannot be computed
 * @param probabilityOfBacktestOverfitting that the choice is no better than the median afterwards; null where it cannot
 *     be computed
 * @param probabilityOfLoss that the choice has a negative Sharpe ratio afterwards; null likewise
 * @param best the best of them, at most 50, the first being the one that the answer is about
 * @param heatMap the Sharpe ratio over two parameters; null where fewer are varied
 */
public record SweepReport(
        int combinations,
        int leftOut,
        @Nullable String whyLeftOut,
        String objective,
        @Nullable Double deflatedSharpeRatio,
        @Nullable Double probabilityOfBacktestOverfitting,
        @Nullable Double probabilityOfLoss,
        List<SweepRow> best,
        @Nullable HeatMap heatMap) {
    private static final int MOST_ROWS = 50;

    /**
     * One combination.
     *
     * @param parameters those that are varied
     * @param sharpeRatio yearly; null where it cannot be computed
     * @param totalReturnPct in percent of the initial cash
     * @param maxDrawdownPct in percent of the peak
     * @param volatility yearly, as a fraction; null where it cannot be computed
     * @param trades closed ones
     * @param finalValue the equity at the end
     */
    public record SweepRow(
            Map<String, Object> parameters,
            @Nullable Double sharpeRatio,
            double totalReturnPct,
            double maxDrawdownPct,
            @Nullable Double volatility,
            int trades,
            double finalValue) {}

    static SweepReport of(Searched searched) {
        SweepResult swept = searched.swept();
        List<Axis> axes = searched.grid().axes();
        HeatMap heatMap = axes.size() < 2
                ? null
                : searched.grid()
                        .heatMap(
                                axes.get(0).parameter(),
                                axes.get(1).parameter(),
                                swept.best(),
                                candidate -> swept.figures().get(candidate).sharpeRatio());
        return new SweepReport(
                swept.figures().size(),
                searched.grid().leftOut(),
                searched.grid().whyLeftOut(),
                swept.objective().text(),
                known(swept.deflatedSharpeRatio()),
                searched.probabilityOfOverfitting(),
                known(swept.overfitting().probabilityOfLoss()),
                rows(searched),
                heatMap);
    }

    /** The chosen one first, of equals the one tried first. */
    private static List<SweepRow> rows(Searched searched) {
        List<RunFigures> figures = searched.swept().figures();
        List<SweepRow> rows = new ArrayList<>();
        IntStream.range(0, figures.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer candidate) -> -worst(figures.get(candidate).sharpeRatio())))
                .limit(MOST_ROWS)
                .forEach(candidate -> rows.add(row(searched.grid().valuesOf(candidate), figures.get(candidate))));
        return rows;
    }

    private static double worst(double sharpe) {
        return Double.isNaN(sharpe) ? Double.NEGATIVE_INFINITY : sharpe;
    }

    private static SweepRow row(Map<String, Object> parameters, RunFigures figures) {
        return new SweepRow(
                parameters,
                known(figures.sharpeRatio()),
                figures.totalReturnPct(),
                figures.maxDrawdownPct(),
                known(figures.volatility()),
                figures.trades(),
                figures.finalValue());
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
