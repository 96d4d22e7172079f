package io.quanttradingos.backtest.research;

import io.quanttradingos.statistics.BacktestOverfitting;
import io.quanttradingos.statistics.BlockedReturns;

/**
 * How likely the best of a sweep was chosen for its past alone, see {@link BacktestOverfitting}. NaN for a single
 * candidate and for fewer than four returns.
 *
 * @param probability that the choice is no better than the median afterwards
 * @param probabilityOfLoss that it has a negative Sharpe ratio afterwards
 * @param degradationSlope how its ratio afterwards moves with the one it was chosen for
 * @param blocks that the bars were cut into; 0 where nothing was computed
 */
public record Overfitting(double probability, double probabilityOfLoss, double degradationSlope, int blocks) {
    /** Splits times candidates: about a quarter of a second of one core. */
    static final long MOST_RATIOS = 100_000_000;

    private static final int LEAST_BLOCKS = 8;
    private static final Overfitting UNKNOWN = new Overfitting(Double.NaN, Double.NaN, Double.NaN, 0);

    static Overfitting of(BacktestOverfitting measured, int blocks) {
        return new Overfitting(
                measured.probability(), measured.probabilityOfLoss(), measured.degradationSlope(), blocks);
    }

    static Overfitting unknown() {
        return UNKNOWN;
    }

    /**
     * 16 blocks, fewer where there are few returns or where splits times candidates would be too many: a large sweep is
     * judged by fewer splits rather than by some of its candidates, so that all of them stand for the search.
     */
    static int blocksFor(int candidates, int returns) {
        int blocks = BlockedReturns.blocksFor(returns);
        while (blocks > LEAST_BLOCKS && splits(blocks) * candidates > MOST_RATIOS) {
            blocks -= 2;
        }
        return blocks;
    }

    private static long splits(int blocks) {
        long splits = 1;
        for (int i = 1; i <= blocks / 2; i++) {
            splits = splits * (blocks - blocks / 2 + i) / i;
        }
        return splits;
    }
}
