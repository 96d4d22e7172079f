package io.quanttradingos.backtest.weights;

import java.util.Arrays;

/**
 * Weights that divide risk along the tree of which assets move together, without inverting the covariances.
 *
 * <p>Source: M. López de Prado, "Building diversified portfolios that outperform out of sample", The Journal of Portfolio
 * Management 42 (2016): single linkage on the distances √((1 - correlation) / 2), the assets put in the order of the
 * tree's leaves, then halved again and again, each half getting weight in inverse proportion to the variance it has with
 * weights in inverse proportion to its members' variances. The halves are cut by count, as in the paper and in
 * PyPortfolioOpt, so they need not be branches of the tree.
 *
 * <p>Which of two leaves stands first is not given by the tree. Here, as there, it is the one that comes first among the
 * given assets; from five assets on the order in which they are given can thereby move weights.
 */
public final class HierarchicalRiskParity implements Weighting {
    @Override
    public Weights weights(double[][] returns, int from, int to) {
        return UsableHistory.weigh(returns, from, to, HierarchicalRiskParity::fractions);
    }

    static double[] fractions(SecondMoments moments) {
        double[] fractions = new double[moments.size()];
        Arrays.fill(fractions, 1);
        int[] order = LeafOrder.ofSingleLinkage(distances(moments.correlations()));
        divide(moments.covariances(), order, 0, order.length, fractions);
        return fractions;
    }

    private static double[][] distances(double[][] correlations) {
        int size = correlations.length;
        double[][] distances = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                distances[i][j] = i == j ? 0 : Math.sqrt(Math.max(0, (1 - correlations[i][j]) / 2));
            }
        }
        return distances;
    }

    /** Divides the weight of the leaves from one place up to another between their two halves, and so on within each. */
    private static void divide(double[][] covariances, int[] order, int from, int to, double[] fractions) {
        if (to - from < 2) {
            return;
        }
        int middle = from + (to - from) / 2;
        double first = variance(covariances, order, from, middle);
        double second = variance(covariances, order, middle, to);
        double both = first + second;
        // Two halves that are hedged to nothing are of one worth.
        double share = both > 0 ? 1 - first / both : 0.5;
        multiply(fractions, order, from, middle, share);
        multiply(fractions, order, middle, to, 1 - share);
        divide(covariances, order, from, middle, fractions);
        divide(covariances, order, middle, to, fractions);
    }

    private static void multiply(double[] fractions, int[] order, int from, int to, double factor) {
        for (int place = from; place < to; place++) {
            fractions[order[place]] *= factor;
        }
    }

    /** The variance of some leaves weighted in inverse proportion to the variance of each. */
    private static double variance(double[][] covariances, int[] order, int from, int to) {
        double sum = 0;
        double products = 0;
        for (int i = from; i < to; i++) {
            double weight = 1 / covariances[order[i]][order[i]];
            sum += weight;
            for (int j = from; j < to; j++) {
                products += weight * covariances[order[i]][order[j]] / covariances[order[j]][order[j]];
            }
        }
        return Math.max(0, products / (sum * sum));
    }
}
