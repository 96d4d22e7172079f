package io.quanttradingos.backtest.weights;

/**
 * Weights in proportion to {@code 1 / sd(r)}: an asset that moves twice as much gets half. Correlations are not looked at.
 *
 * <p>Also called naive risk parity: the contributions to risk are equal where all correlations are.
 */
public final class InverseVolatility implements Weighting {
    @Override
    public Weights weights(double[][] returns, int from, int to) {
        return UsableHistory.weigh(returns, from, to, InverseVolatility::fractions);
    }

    private static double[] fractions(SecondMoments moments) {
        double[] fractions = new double[moments.size()];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = 1 / moments.deviation(i);
        }
        return Shares.of(fractions);
    }
}
