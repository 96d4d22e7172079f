package io.quanttradingos.backtest.weights;

import java.util.Arrays;
import java.util.List;

/**
 * What a rule decided: a fraction of the portfolio for each asset, and why an asset has none where the rule could not
 * weigh it.
 *
 * <p>No fraction is negative. They sum to 1, or are all 0 where no asset could be weighed; fixed weights may sum to less.
 * A fraction of 0 without a reason is the rule's own choice.
 */
public final class Weights {
    private final double[] fractions;
    private final List<LeftOut> leftOut;

    Weights(double[] fractions, List<LeftOut> leftOut) {
        this.fractions = fractions;
        this.leftOut = List.copyOf(leftOut);
    }

    /** The number of assets, those left out included. */
    public int assets() {
        return fractions.length;
    }

    /** The fraction of one asset, in [0, 1]. */
    public double fraction(int asset) {
        return fractions[asset];
    }

    /** A copy of all fractions, in the order of the given returns. */
    public double[] fractions() {
        return fractions.clone();
    }

    /** The assets that could not be weighed, in the order of the given returns. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    @Override
    public String toString() {
        return Arrays.toString(fractions) + (leftOut.isEmpty() ? "" : " left out " + leftOut);
    }
}
