package io.quanttradingos.backtest.weights;

import io.quanttradingos.statistics.Covariance;
import java.util.Random;

/** What the tests compute of covariances, and random markets to compute it of. */
final class MatrixChecks {
    private MatrixChecks() {}

    /** Returns with a common factor, of unequal size, every third asset against the factor. */
    static double[][] market(Random random, int assets, int days) {
        double[] factor = random.doubles(days, -1, 1).toArray();
        double[][] returns = new double[assets][days];
        for (int asset = 0; asset < assets; asset++) {
            double size = 0.002 * Math.exp(random.nextGaussian());
            double loading = (asset % 3 == 2 ? -1 : 1) * random.nextDouble();
            for (int day = 0; day < days; day++) {
                returns[asset][day] = size * (loading * factor[day] + random.nextGaussian());
            }
        }
        return returns;
    }

    static double[][] covariances(double[][] returns) {
        double[][] covariances = new double[returns.length][returns.length];
        for (int i = 0; i < returns.length; i++) {
            for (int j = 0; j < returns.length; j++) {
                covariances[i][j] = Covariance.of(returns[i], returns[j]);
            }
        }
        return covariances;
    }

    /** w'Aw. */
    static double form(double[][] matrix, double[] weights) {
        double[] product = product(matrix, weights);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * product[i];
        }
        return sum;
    }

    static double[] product(double[][] matrix, double[] weights) {
        double[] product = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                product[i] += matrix[i][j] * weights[j];
            }
        }
        return product;
    }

    static double[] riskShares(double[][] covariances, double[] weights) {
        double[] shares = product(covariances, weights);
        double whole = form(covariances, weights);
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= weights[i] / whole;
        }
        return shares;
    }

    /**
     * By how much weights break the conditions of Karush, Kuhn and Tucker for the long-only minimum of variance: none
     * negative, sum 1, no asset's covariance with the whole under the variance, and at it where there is weight. In units
     * of the two deviations a covariance is of.
     */
    static double violation(double[][] covariances, double[] weights) {
        double variance = form(covariances, weights);
        double[] product = product(covariances, weights);
        double sum = 0;
        double worst = 0;
        for (int i = 0; i < weights.length; i++) {
            double over = (product[i] - variance) / Math.sqrt(variance * covariances[i][i]);
            sum += weights[i];
            worst = Math.max(worst, Math.max(-weights[i], -over));
            worst = Math.max(worst, weights[i] > 0 ? Math.abs(over) : 0);
        }
        return Math.max(worst, Math.abs(sum - 1));
    }

    /** The largest deviation of an asset that has weight. */
    static double largestDeviation(double[][] covariances, double[] weights) {
        double largest = 0;
        for (int i = 0; i < weights.length; i++) {
            largest = Math.max(largest, weights[i] > 0 ? Math.sqrt(covariances[i][i]) : 0);
        }
        return largest;
    }
}
