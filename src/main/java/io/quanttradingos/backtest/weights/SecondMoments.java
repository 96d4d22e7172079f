package io.quanttradingos.backtest.weights;

import io.quanttradingos.statistics.JointReturns;

/**
 * The covariances and correlations of assets that all have spread. Both are symmetric; correlations have ones on the
 * diagonal.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SecondMoments(double[][] covariances, double[][] correlations) {
    /** Below this share of a series' variance that the series before it do not explain, the correlations are singular. */
    private static final double SMALLEST_REMAINDER = 1e-10;

    /** How much nearer to zero singular correlations are taken. */
    private static final double SHRINKAGE = 1e-8;

    static SecondMoments of(JointReturns joint, int[] members) {
        int size = members.length;
        double[][] covariances = new double[size][size];
        double[][] correlations = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double covariance = joint.covariance(members[i], members[j]);
                double correlation = joint.correlation(members[i], members[j]);
                covariances[i][j] = covariance;
                covariances[j][i] = covariance;
                correlations[i][j] = correlation;
                correlations[j][i] = correlation;
            }
        }
        return new SecondMoments(covariances, correlations);
    }

    int size() {
        return covariances.length;
    }

    double deviation(int asset) {
        return Math.sqrt(covariances[asset][asset]);
    }

    /**
     * The correlations where they can be inverted, else the same a hundred-millionth nearer to zero.
     *
     * <p>They are singular where one asset repeats others or where there are more assets than returns. The optimum is
     * then not unique; the shrinkage makes it so, and divides a weight evenly between assets that are the same.
     */
    double[][] invertibleCorrelations() {
        return canBeInverted() ? correlations : shrunk();
    }

    private boolean canBeInverted() {
        CholeskyFactor factor = new CholeskyFactor(size());
        for (double[] row : correlations) {
            if (!(factor.append(row) >= SMALLEST_REMAINDER)) {
                return false;
            }
        }
        return true;
    }

    private double[][] shrunk() {
        double[][] shrunk = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                shrunk[i][j] = i == j ? 1 : correlations[i][j] * (1 - SHRINKAGE);
            }
        }
        return shrunk;
    }
}
