package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.performance.CoreMetrics;
import io.quanttradingos.backtest.performance.EquityCurve;
import io.quanttradingos.failure.Abandonment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the best candidate on one stretch of bars and trades it on the next, over and over: what the search itself would
 * have earned. For example {@code new WalkForward(conditions, workers).run(candidates, plan, Objective.SHARPE_RATIO,
 * Progress.untold())}.
 *
 * <p>The choice is made at the close of the last bar in sample, from that bar and those before it; the first order may
 * follow at that close and is filled as the settings say. Every run sees all bars before its stretch, so that averages are
 * warm, and none after it. Each stretch begins without a position and with the cash the one before ended with: what was
 * held is counted at the last close, the cost of selling it is not charged, that of buying anew is. A candidate that acts
 * on crossings alone waits for one.
 *
 * <p>Growth is compounded over bars, {@code (Π(1 + r))^(bars per year / Σ bars) - 1}, over all stretches one after the
 * other, those in sample as well.
 */
public final class WalkForward {
    private static final Strategy IDLE = (history, desk) -> {};

    private final Conditions conditions;
    private final Workers workers;

    public WalkForward(Conditions conditions, Workers workers) {
        this.conditions = conditions;
        this.workers = workers;
    }

    /**
     * Walks over all bars.
     *
     * @throws io.quanttradingos.failure.Refusal where there are too few bars for one step, or too many windows and
     *     candidates for as many bars
     * @throws InterruptedException where this thread was interrupted; nothing runs any more then
     */
    public WalkForwardResult run(Candidates candidates, WalkForwardPlan plan, Objective objective, Progress progress)
            throws InterruptedException {
        List<WalkForwardPlan.Step> steps = plan.steps(conditions.span());
        long runs = (long) steps.size() * candidates.count();
        long bars = steps.stream().mapToLong(step -> step.inSample().end()).sum() * candidates.count();
        SearchLimits.requireWork(runs, bars);
        List<Choice> choices = choices(candidates, steps, objective, progress);
        Walk walk = new Walk(steps.get(0).inSample().end() - 1);
        for (int i = 0; i < steps.size() && walk.isSolvent(); i++) {
            walk.step(steps.get(i), choices.get(i), candidates);
        }
        return walk.result();
    }

    /** One list of tasks over all steps, so that no thread waits at the end of a step. */
    private List<Choice> choices(
            Candidates candidates, List<WalkForwardPlan.Step> steps, Objective objective, Progress progress)
            throws InterruptedException {
        int count = candidates.count();
        double cash = conditions.settings().initialCash();
        List<Choice> choices = steps.stream().map(step -> new Choice(objective)).toList();
        workers.each(
                steps.size() * count,
                givesUp -> new Runner(conditions, givesUp),
                (runner, task) -> {
                    Span inSample = steps.get(task / count).inSample();
                    RunFigures figures = runner.run(candidates.strategy(task % count), inSample, cash);
                    choices.get(task / count).offer(task % count, figures);
                },
                progress);
        return choices;
    }

    /** The one account that is traded with, from step to step. */
    private final class Walk {
        private final double initialCash = conditions.settings().initialCash();
        private final double barsPerYear = conditions.settings().barsPerYear();
        private final Runner runner = new Runner(conditions, Walk::isUnwanted);
        private final List<WalkForwardWindow> windows = new ArrayList<>();
        private final Growth inSample = new Growth();
        private final Growth outOfSample = new Growth();
        private final int start;
        private final double[] equity;
        private int bars = 1;
        private int trades;

        /** @param start the bar at whose close the first choice is made */
        Walk(int start) {
            this.start = start;
            this.equity = new double[conditions.market().rows() - start];
            equity[0] = initialCash;
        }

        private static boolean isUnwanted() {
            return Thread.currentThread().isInterrupted()
                    || Abandonment.ofThisThread().getAsBoolean();
        }

        double cash() {
            return equity[bars - 1];
        }

        boolean isSolvent() {
            return cash() > 0;
        }

        void step(WalkForwardPlan.Step step, Choice choice, Candidates candidates) throws InterruptedException {
            Strategy strategy = choice.isMade() ? candidates.strategy(choice.candidate()) : IDLE;
            RunFigures traded = trade(strategy, step.outOfSample());
            Growth after = new Growth().and(traded, runner.bars() - 1);
            Growth before = new Growth();
            RunFigures chosenOn = choice.figures();
            if (chosenOn != null) {
                before.and(chosenOn, step.inSample().bars() - 1);
            }
            inSample.and(before);
            outOfSample.and(after);
            windows.add(new WalkForwardWindow(
                    step.inSample(),
                    step.outOfSample(),
                    choice.candidate(),
                    chosenOn,
                    traded,
                    Growth.efficiency(after.yearly(barsPerYear), before.yearly(barsPerYear))));
        }

        private RunFigures trade(Strategy strategy, Span span) throws InterruptedException {
            try {
                RunFigures traded = runner.run(strategy, new Span(span.first() - 1, span.end()), cash());
                System.arraycopy(runner.equity(), 1, equity, bars, runner.bars() - 1);
                bars += runner.bars() - 1;
                trades += traded.trades();
                return traded;
            } catch (SharedWork.GivenUp e) {
                Abandonment.check();
                throw interrupted();
            }
        }

        WalkForwardResult result() {
            CoreMetrics metrics = new CoreMetrics();
            metrics.measure(equity, bars, initialCash);
            long[] times = Arrays.copyOfRange(conditions.market().times(), start, start + bars);
            double in = inSample.yearly(barsPerYear);
            double out = outOfSample.yearly(barsPerYear);
            return new WalkForwardResult(
                    windows,
                    new EquityCurve(times, equity, bars, initialCash),
                    RunFigures.of(metrics, conditions.riskFree(), barsPerYear, trades, cash()),
                    in,
                    out,
                    Growth.efficiency(out, in));
        }
    }

    private static InterruptedException interrupted() {
        boolean cleared = Thread.interrupted();
        return new InterruptedException("the search was " + (cleared ? "interrupted" : "stopped"));
    }
}
