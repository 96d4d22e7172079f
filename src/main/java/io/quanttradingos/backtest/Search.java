package io.quanttradingos.backtest;

import io.quanttradingos.backtest.BacktestQuestion.SearchWish;
import io.quanttradingos.backtest.BacktestQuestion.WalkForwardWish;
import io.quanttradingos.backtest.research.Conditions;
import io.quanttradingos.backtest.research.Objective;
import io.quanttradingos.backtest.research.ParameterGrid;
import io.quanttradingos.backtest.research.Sweep;
import io.quanttradingos.backtest.research.SweepResult;
import io.quanttradingos.backtest.research.WalkForward;
import io.quanttradingos.backtest.research.WalkForwardPlan;
import io.quanttradingos.backtest.research.WalkForwardResult;
import io.quanttradingos.backtest.research.Workers;
import io.quanttradingos.failure.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries the parameters a question lists, and where it wants that, tests the choosing itself. */
final class Search {
    private final Prepared prepared;
    private final BacktestPolicy policy;
    private final Workers workers;
    private final Progress progress;

    Search(Prepared prepared, BacktestPolicy policy, Workers workers, Progress progress) {
        this.prepared = prepared;
        this.policy = policy;
        this.workers = workers;
        this.progress = progress;
    }

    Optional<Searched> searched() {
        SearchWish wish = prepared.question().search();
        if (wish == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(searched(wish));
        } catch (Refusal e) {
            throw e.about("sweep");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Kind.OVERLOADED, "the search was stopped before it had ended", List.of(), null);
        }
    }

    private Searched searched(SearchWish wish) throws InterruptedException {
        ParameterGrid grid = ParameterGrid.of(prepared.parameters(), wish.axes());
        Conditions conditions = new Conditions(
                prepared.market(),
                prepared.settings(),
                ledger -> prepared.agents().over(ledger).hooks(),
                policy.riskFree());
        SweepResult swept = new Sweep(conditions, workers)
                .run(
                        grid.candidates(prepared.context()),
                        Objective.SHARPE_RATIO,
                        (done, total) -> progress.done("Combinations", done, total));
        if (swept.best() < 0) {
            throw Refusal.notUsable(
                    "none of the " + swept.figures().size() + " combinations traded, so that none can be chosen");
        }
        return new Searched(grid, swept, walked(wish.walkForward(), grid, conditions));
    }

    private Optional<WalkForwardResult> walked(
            @Nullable WalkForwardWish wish, ParameterGrid grid, Conditions conditions) throws InterruptedException {
        if (wish == null) {
            return Optional.empty();
        }
        try {
            WalkForwardPlan plan = new WalkForwardPlan(wish.inSample(), wish.outOfSample(), wish.anchored());
            return Optional.of(new WalkForward(conditions, workers)
                    .run(
                            grid.candidates(prepared.context()),
                            plan,
                            Objective.SHARPE_RATIO,
                            (done, total) -> progress.done("Walk-forward runs", done, total)));
        } catch (Refusal e) {
            throw e.about("walk_forward");
        }
    }
}
