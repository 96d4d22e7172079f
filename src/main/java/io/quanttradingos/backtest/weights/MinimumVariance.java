package io.quanttradingos.backtest.weights;

/**
 * The weights of the smallest variance, {@code min w'Σw} with {@code w >= 0} and {@code Σw_i = 1}.
 *
 * <p>Source: H. Markowitz, "Portfolio selection", The Journal of Finance 7 (1952). Without the sum the problem is {@code
 * min ½u'Σu - Σu_i, u >= 0}, whose solution divided by its sum is the same; in units of each asset's deviation its matrix
 * is the correlations. Exact to rounding, which the conditions of optimality tell. Solved here and not by a library: see ADR
 * 14.
 */
public final class MinimumVariance implements Weighting {
    @Override
    public Weights weights(double[][] returns, int from, int to) {
        return UsableHistory.weigh(returns, from, to, MinimumVariance::fractions);
    }

    static double[] fractions(SecondMoments moments) {
        double[] calmness = new double[moments.size()];
        for (int i = 0; i < calmness.length; i++) {
            calmness[i] = 1 / moments.deviation(i);
        }
        Shares.of(calmness);
        double[] risks = new NonNegativeMinimum(moments.invertibleCorrelations(), calmness).solve();
        for (int i = 0; i < risks.length; i++) {
            risks[i] *= calmness[i];
        }
        return Shares.of(risks);
    }
}
