package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.performance.ReturnSample;
import io.quanttradingos.backtest.research.ParameterGrid;
import io.quanttradingos.backtest.research.SweepResult;
import io.quanttradingos.backtest.research.WalkForwardResult;
import io.quanttradingos.backtest.strategy.Parameters;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What was tried and what it came to.
 *
 * @param grid the combinations
 * @param swept each of them over all bars
 * @param walked the choosing itself, on later bars than it saw
 */
public record Searched(ParameterGrid grid, SweepResult swept, Optional<WalkForwardResult> walked) {
    Parameters best() {
        return grid.combinations().get(swept.best());
    }

    /** Null where it cannot be computed. */
    @Nullable Double probabilityOfOverfitting() {
        double probability = swept.overfitting().probability();
        return Double.isFinite(probability) ? probability : null;
    }

    /** Every combination with the returns it is judged by. */
    void eachTrial(BiConsumer<Parameters, ReturnSample> trial) {
        for (int candidate = 0; candidate < swept.figures().size(); candidate++) {
            trial.accept(
                    grid.combinations().get(candidate),
                    swept.figures().get(candidate).sample());
        }
    }

    /** The sweep as it is told. */
    public SweepReport sweep() {
        return SweepReport.of(this);
    }

    /** The walk-forward test as it is told; empty where there was none. */
    public Optional<WalkForwardReport> walkForward(Market market) {
        return walked.map(result -> WalkForwardReport.of(result, grid, market));
    }
}
