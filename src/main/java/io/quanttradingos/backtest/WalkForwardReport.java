package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.research.ParameterDrift;
import io.quanttradingos.backtest.research.ParameterGrid;
import io.quanttradingos.backtest.research.RunFigures;
import io.quanttradingos.backtest.research.Span;
import io.quanttradingos.backtest.research.WalkForwardResult;
import io.quanttradingos.backtest.research.WalkForwardWindow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a walk-forward test came to: the parameters chosen on one stretch of bars, traded on the next.
 *
 * @param growthInSamplePct a year's growth where the choices were made, in percent; null where there is none
 * @param growthOutOfSamplePct a year's growth where they were traded, in percent; null where there is none
 * @param efficiency the latter over the former; null where the former is not above 0
 * @param totalReturnPct of the bars that were traded, in percent
 * @param sharpeRatio of the bars that were traded, yearly; null where it cannot be computed
 * @param maxDrawdownPct of the bars that were traded
 * @param finalValue the equity at the end
 * @param windows every step, oldest first
 * @param drift how much each parameter's choice wandered
 */
public record WalkForwardReport(
        @Nullable Double growthInSamplePct,
        @Nullable Double growthOutOfSamplePct,
        @Nullable Double efficiency,
        double totalReturnPct,
        @Nullable Double sharpeRatio,
        double maxDrawdownPct,
        double finalValue,
        List<WalkForwardStep> windows,
        List<DriftOfParameter> drift) {

    /**
     * One step.
     *
     * @param inSampleFrom first bar of the choice
     * @param inSampleTo last bar of the choice
     * @param outOfSampleFrom first bar that was traded
     * @param outOfSampleTo last bar that was traded
     * @param parameters what was chosen; null where nothing could be
     * @param sharpeRatioInSample of the choice; null where there is none
     * @param sharpeRatioOutOfSample of what was traded; null where it cannot be computed
     * @param returnPctInSample of the choice; null where there is none
     * @param returnPctOutOfSample of what was traded
     * @param efficiency the yearly growth traded over the yearly growth chosen on; null where the latter is not above 0
     */
    public record WalkForwardStep(
            Instant inSampleFrom,
            Instant inSampleTo,
            Instant outOfSampleFrom,
            Instant outOfSampleTo,
            @Nullable Map<String, Object> parameters,
            @Nullable Double sharpeRatioInSample,
            @Nullable Double sharpeRatioOutOfSample,
            @Nullable Double returnPctInSample,
            double returnPctOutOfSample,
            @Nullable Double efficiency) {}

    /**
     * How much the choice of a parameter wandered.
     *
     * @param parameter its name
     * @param distinct how many different values were chosen
     * @param changes how often a window's value was another than the one before
     * @param meanChange the mean absolute change; null where it is no number or there are too few windows
     */
    public record DriftOfParameter(
            String parameter,
            int distinct,
            int changes,
            @Nullable Double meanChange) {}

    static WalkForwardReport of(WalkForwardResult result, ParameterGrid grid, Market market) {
        RunFigures traded = result.traded();
        return new WalkForwardReport(
                known(result.growthInSample() * 100),
                known(result.growthOutOfSample() * 100),
                known(result.efficiency()),
                traded.totalReturnPct(),
                known(traded.sharpeRatio()),
                traded.maxDrawdownPct(),
                traded.finalValue(),
                result.windows().stream()
                        .map(window -> window(window, grid, market))
                        .toList(),
                ParameterDrift.of(grid, result).stream()
                        .map(drift -> new DriftOfParameter(
                                drift.parameter(), drift.distinct(), drift.changes(), known(drift.meanChange())))
                        .toList());
    }

    private static WalkForwardStep window(WalkForwardWindow window, ParameterGrid grid, Market market) {
        RunFigures chosenOn = window.chosenOn();
        Span before = window.inSample();
        Span after = window.outOfSample();
        return new WalkForwardStep(
                market.time(before.first()),
                market.time(before.end() - 1),
                market.time(after.first()),
                market.time(after.end() - 1),
                window.chosen() < 0 ? null : grid.valuesOf(window.chosen()),
                chosenOn == null ? null : known(chosenOn.sharpeRatio()),
                known(window.traded().sharpeRatio()),
                chosenOn == null ? null : chosenOn.totalReturnPct(),
                window.traded().totalReturnPct(),
                known(window.efficiency()));
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
