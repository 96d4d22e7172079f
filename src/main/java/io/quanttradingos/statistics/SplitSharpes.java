package io.quanttradingos.statistics;

/**
 * The Sharpe ratio per return of every strategy over one half of the blocks and over the other.
 *
 * <p>A strategy that did not move in a half has 0 there: nothing won for nothing risked.
 */
final class SplitSharpes {
    /** What subtracting one half from the whole may leave of a deviation, as a share of it. */
    private static final double SUBTRACTION_NOISE = 1e-7;

    private final BlockedReturns returns;
    private final double[] allSums;
    private final double[] allSquares;
    private final double[] sums;
    private final double[] squares;
    private final double[] spread;
    private final double[] means;
    private final double[] leastVariances;
    private final double[] chosen;
    private final double[] rest;

    SplitSharpes(BlockedReturns returns) {
        int strategies = returns.strategies();
        int everyBlock = (1 << returns.blocks()) - 1;
        this.returns = returns;
        this.allSums = new double[strategies];
        this.allSquares = new double[strategies];
        returns.addSums(everyBlock, allSums);
        returns.addSquares(everyBlock, allSquares);
        this.sums = new double[strategies];
        this.squares = new double[strategies];
        this.chosen = new double[strategies];
        this.rest = new double[strategies];
        this.spread = new double[strategies];
        this.means = returns.means();
        this.leastVariances = leastVariances();
    }

    private double[] leastVariances() {
        double[] least = new double[allSquares.length];
        for (int strategy = 0; strategy < least.length; strategy++) {
            double deviation = Math.sqrt(allSquares[strategy] / (2 * returns.halfLength()));
            double noise = Math.max(SUBTRACTION_NOISE * deviation, RoundingNoise.LARGEST);
            least[strategy] = noise * noise;
        }
        return least;
    }

    /** Measures both halves: the blocks whose bit is set and the rest. */
    void split(int blocks) {
        returns.addSums(blocks, sums);
        returns.addSquares(blocks, squares);
        ratios(chosen);
        for (int strategy = 0; strategy < sums.length; strategy++) {
            sums[strategy] = allSums[strategy] - sums[strategy];
            squares[strategy] = allSquares[strategy] - squares[strategy];
        }
        ratios(rest);
    }

    /** One plain loop for each step, which the machine does for several strategies at once. */
    private void ratios(double[] into) {
        double length = returns.halfLength();
        for (int strategy = 0; strategy < into.length; strategy++) {
            double fromMean = sums[strategy] / length;
            into[strategy] = means[strategy] + fromMean;
            spread[strategy] = (squares[strategy] - sums[strategy] * fromMean) / (length - 1);
        }
        for (int strategy = 0; strategy < into.length; strategy++) {
            into[strategy] /= Math.sqrt(spread[strategy]);
        }
        for (int strategy = 0; strategy < into.length; strategy++) {
            if (!(spread[strategy] > leastVariances[strategy])) {
                into[strategy] = 0;
            }
        }
    }

    /** The ratios over the blocks chosen last; overwritten by the next split. */
    double[] chosen() {
        return chosen;
    }

    /** The ratios over the blocks not chosen; overwritten by the next split. */
    double[] rest() {
        return rest;
    }
}
