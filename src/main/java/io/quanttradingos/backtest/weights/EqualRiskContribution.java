package io.quanttradingos.backtest.weights;

import java.util.Arrays;

/**
 * The weights with which every asset contributes the same share to the variance, {@code w_i (Σw)_i = w'Σw / n}.
 *
 * <p>Sources: S. Maillard, T. Roncalli, J. Teïletche, "The properties of equally weighted risk contribution portfolios"
 * (2010); F. Spinu, "An algorithm for computing risk parity weights" (2013): they minimise {@code ½x'Cx - Σ ln x_i}, C the
 * correlations and x the weights in units of each asset's deviation. Newton's method with a step that cannot leave the
 * positive side; it ends where rounding stops it.
 */
public final class EqualRiskContribution implements Weighting {
    /** Up to this decrement the full step of Newton's method is known to converge, each time to less than half of it. */
    private static final double NEAR = 0.25;

    private static final int MOST_STEPS = 500;

    @Override
    public Weights weights(double[][] returns, int from, int to) {
        return UsableHistory.weigh(returns, from, to, EqualRiskContribution::fractions);
    }

    static double[] fractions(SecondMoments moments) {
        double[] fractions = risks(moments.invertibleCorrelations());
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] /= moments.deviation(i);
        }
        return Shares.of(fractions);
    }

    /** The solution of {@code (Cx)_i = 1 / x_i}. */
    private static double[] risks(double[][] correlations) {
        double[] x = new double[correlations.length];
        Arrays.fill(x, 1 / Math.sqrt(x.length));
        double[] direction = new double[x.length];
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double decrement = newtonDirection(correlations, x, direction);
            if (decrement == 0 || (before <= NEAR && decrement > before / 2)) {
                return x;
            }
            double length = decrement <= NEAR ? 1 : 1 / (1 + decrement);
            for (int i = 0; i < x.length; i++) {
                x[i] += length * direction[i];
            }
            before = decrement;
        }
        throw new IllegalStateException("no equal contributions of " + x.length + " assets were reached");
    }

    /** Puts the step to the minimum of the quadratic approximation at x into {@code direction}; returns √(step'H step). */
    private static double newtonDirection(double[][] correlations, double[] x, double[] direction) {
        CholeskyFactor factor = new CholeskyFactor(x.length);
        double[] fall = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double[] row = correlations[i].clone();
            double slope = -1 / x[i];
            for (int j = 0; j < x.length; j++) {
                slope += row[j] * x[j];
            }
            row[i] += 1 / (x[i] * x[i]);
            factor.append(row);
            fall[i] = -slope;
            direction[i] = -slope;
        }
        factor.solve(direction);
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            square += fall[i] * direction[i];
        }
        return Math.sqrt(Math.max(0, square));
    }
}
