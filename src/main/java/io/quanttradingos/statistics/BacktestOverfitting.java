package io.quanttradingos.statistics;

import io.quanttradingos.failure.Abandonment;
import java.util.Arrays;

/**
 * How likely the best of several strategies was chosen for its past alone: the probability of backtest overfitting (PBO)
 * by combinatorially symmetric cross-validation (CSCV).
 *
 * <p>Every half of the blocks is once the past: the strategy with the highest Sharpe ratio there gets a rank r among all N
 * in the other half, and a logit {@code ln(ω / (1 - ω))} with {@code ω = r / (N + 1)}, the highest ratio having rank N
 * and equal ones their middle rank. The probability is the share of logits at or below 0, that is of choices that were
 * no better than the median afterwards: near 0 for a real edge, near 0.5 for noise. Source: D. Bailey, J. Borwein, M.
 * López de Prado, Q. Zhu, "The probability of backtest overfitting", Journal of Computational Finance 20 (2016). With
 * fewer than two strategies there was no choice and all figures are NaN.
 */
public final class BacktestOverfitting {
    private final double[] chosenThen;
    private final double[] chosenAfterwards;
    private final double[] logits;
    private int splits;

    private BacktestOverfitting(int splits) {
        this.chosenThen = new double[splits];
        this.chosenAfterwards = new double[splits];
        this.logits = new double[splits];
    }

    /**
     * Of {@code returns[strategy][bar]}, in 16 blocks or as many as the data allow.
     *
     * @throws IllegalArgumentException for fewer than 4 bars or series of unequal length
     */
    public static BacktestOverfitting of(double[][] returns) {
        int bars = returns.length == 0 ? 0 : returns[0].length;
        return of(returns, BlockedReturns.blocksFor(bars));
    }

    /** The same with as many blocks as asked for. */
    public static BacktestOverfitting of(double[][] returns, int blocks) {
        int bars = returns.length == 0 ? 0 : returns[0].length;
        BlockedReturns blocked = new BlockedReturns(returns.length, bars, blocks);
        for (int strategy = 0; strategy < returns.length; strategy++) {
            blocked.put(strategy, returns[strategy]);
        }
        return of(blocked);
    }

    /** Of returns already blocked. 16 blocks make 12,870 splits. */
    public static BacktestOverfitting of(BlockedReturns returns) {
        int blocks = returns.blocks();
        int splits = returns.strategies() < 2 ? 0 : combinations(blocks, blocks / 2);
        BacktestOverfitting overfitting = new BacktestOverfitting(splits);
        SplitSharpes sharpes = new SplitSharpes(returns);
        // The first block is always chosen here: what was the past and what came after it then change places.
        for (int others = 0; splits > 0 && others < 1 << (blocks - 1); others++) {
            if (Integer.bitCount(others) == blocks / 2 - 1) {
                Abandonment.check();
                sharpes.split(others << 1 | 1);
                overfitting.record(sharpes.chosen(), sharpes.rest());
                overfitting.record(sharpes.rest(), sharpes.chosen());
            }
        }
        Arrays.sort(overfitting.logits);
        return overfitting;
    }

    private static int combinations(int of, int chosen) {
        long combinations = 1;
        for (int i = 1; i <= chosen; i++) {
            combinations = combinations * (of - chosen + i) / i;
        }
        return (int) combinations;
    }

    private void record(double[] past, double[] afterwards) {
        int best = 0;
        for (int strategy = 1; strategy < past.length; strategy++) {
            if (past[strategy] > past[best]) {
                best = strategy;
            }
        }
        chosenThen[splits] = past[best];
        chosenAfterwards[splits] = afterwards[best];
        double relativeRank = rank(afterwards, afterwards[best]) / (afterwards.length + 1);
        logits[splits++] = Math.log(relativeRank / (1 - relativeRank));
    }

    private static double rank(double[] values, double value) {
        int below = 0;
        int equal = 0;
        for (double other : values) {
            below += other < value ? 1 : 0;
            equal += other == value ? 1 : 0;
        }
        return below + (equal + 1) / 2.0;
    }

    /** The share of splits whose choice ranked at or below the median afterwards, in [0, 1]. */
    public double probability() {
        return share(logits, 0, true);
    }

    /** The share of splits whose choice had a Sharpe ratio below 0 afterwards, in [0, 1]. */
    public double probabilityOfLoss() {
        return share(chosenAfterwards, 0, false);
    }

    private static double share(double[] values, double limit, boolean atLimit) {
        long within = Arrays.stream(values)
                .filter(value -> value < limit || (atLimit && value == limit))
                .count();
        return values.length == 0 ? Double.NaN : (double) within / values.length;
    }

    /**
     * How the choice's Sharpe ratio afterwards moves with the one it was chosen for, by least squares over the splits:
     * below 0 where the better past goes with the worse future. NaN where all choices looked alike.
     */
    public double degradationSlope() {
        return Beta.of(chosenAfterwards, chosenThen);
    }

    /** The Sharpe ratio per return the line of {@link #degradationSlope} gives for a past of 0. */
    public double degradationIntercept() {
        return Mean.of(chosenAfterwards) - degradationSlope() * Mean.of(chosenThen);
    }

    /** The logits of all splits, ascending. */
    public double[] logits() {
        return logits.clone();
    }
}
