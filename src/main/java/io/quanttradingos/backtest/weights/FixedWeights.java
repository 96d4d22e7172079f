package io.quanttradingos.backtest.weights;

import java.util.Arrays;
import java.util.List;

/**
 * The weights one was given, such as 0.6 and 0.4: rebalancing brings the portfolio back to them.
 *
 * <p>The past is not looked at, so none is left out; what is not given away stays in cash.
 */
public final class FixedWeights implements Weighting {
    /** How far above 1 the sum may lie: thirds written with a few decimals, not a loan. */
    private static final double SLACK = 1e-9;

    private final double[] fractions;

    /** @param fractions one for each asset, each in [0, 1], together at most 1 */
    public FixedWeights(double... fractions) {
        this.fractions = fractions.clone();
        double sum = 0;
        for (double fraction : fractions) {
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new IllegalArgumentException("a weight must be in [0, 1], was " + fraction);
            }
            sum += fraction;
        }
        if (sum > 1 + SLACK) {
            throw new IllegalArgumentException(
                    "weights must sum to at most 1, were " + Arrays.toString(fractions) + ", together " + sum);
        }
    }

    @Override
    public Weights weights(double[][] returns, int from, int to) {
        if (returns.length != fractions.length) {
            throw new IllegalArgumentException(
                    returns.length + " assets need as many weights, there were " + fractions.length);
        }
        return new Weights(fractions, List.of());
    }
}
