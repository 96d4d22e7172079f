package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.performance.ReturnSample;
import io.quanttradingos.backtest.performance.Trials;
import io.quanttradingos.statistics.BacktestOverfitting;
import io.quanttradingos.statistics.BlockedReturns;
import io.quanttradingos.statistics.DeflatedSharpeRatio;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs all candidates over the same bars, for example {@code new Sweep(conditions, workers).run(candidates,
 * Objective.SHARPE_RATIO, Progress.untold())}.
 *
 * <p>Every figure is that of a run by itself, whatever the number of threads. Held in memory are a row of figures for each
 * candidate and, for the probability of overfitting, the sums of its returns by block, never all returns.
 */
public final class Sweep {
    private final Conditions conditions;
    private final Workers workers;

    public Sweep(Conditions conditions, Workers workers) {
        this.conditions = conditions;
        this.workers = workers;
    }

    /**
     * Runs them all.
     *
     * @throws io.quanttradingos.failure.Refusal where there are fewer than three bars to trade on, or too many candidates
     *     for as many bars
     * @throws InterruptedException where this thread was interrupted; nothing runs any more then
     */
    public SweepResult run(Candidates candidates, Objective objective, Progress progress) throws InterruptedException {
        Span span = conditions.span();
        SearchLimits.requireBars(span, conditions.market().rows());
        SearchLimits.requireWork(candidates.count(), (long) candidates.count() * span.end());
        RunFigures[] figures = new RunFigures[candidates.count()];
        BlockedReturns blocked = room(candidates.count(), span.bars() - 1);
        workers.each(
                figures.length,
                givesUp -> new Runner(conditions, givesUp),
                (runner, candidate) -> figures[candidate] = run(runner, candidates, candidate, blocked),
                progress);
        Overfitting overfitting = blocked == null ? Overfitting.unknown() : overfitting(blocked);
        return result(Arrays.asList(figures), objective, overfitting);
    }

    private static @Nullable BlockedReturns room(int candidates, int returns) {
        int blocks = Overfitting.blocksFor(candidates, returns);
        return candidates < 2 || blocks == 0 ? null : new BlockedReturns(candidates, returns, blocks);
    }

    private RunFigures run(Runner runner, Candidates candidates, int candidate, @Nullable BlockedReturns blocked) {
        double cash = conditions.settings().initialCash();
        RunFigures figures = runner.run(candidates.strategy(candidate), conditions.span(), cash);
        if (blocked != null) {
            blocked.put(candidate, runner.returns());
        }
        return figures;
    }

    private static Overfitting overfitting(BlockedReturns blocked) throws InterruptedException {
        Overfitting overfitting = Overfitting.of(BacktestOverfitting.of(blocked), blocked.blocks());
        if (Thread.interrupted()) {
            throw new InterruptedException("the search was interrupted");
        }
        return overfitting;
    }

    private static SweepResult result(List<RunFigures> figures, Objective objective, Overfitting overfitting) {
        Choice choice = new Choice(objective);
        for (int candidate = 0; candidate < figures.size(); candidate++) {
            choice.offer(candidate, figures.get(candidate));
        }
        Trials trials = Trials.of(
                figures.stream().mapToDouble(run -> run.sample().sharpePerBar()).toArray());
        RunFigures best = choice.figures();
        double deflated = best == null ? Double.NaN : deflated(best.sample(), trials);
        return new SweepResult(figures, objective, choice.candidate(), trials, deflated, overfitting);
    }

    private static double deflated(ReturnSample best, Trials trials) {
        return DeflatedSharpeRatio.of(
                best.sharpePerBar(),
                best.returns(),
                best.skewness(),
                best.kurtosis(),
                trials.count(),
                trials.variance());
    }
}
