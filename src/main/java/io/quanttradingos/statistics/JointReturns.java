package io.quanttradingos.statistics;

/**
 * Several return series over the same days, for what only shows between them: covariances, correlations, and how the
 * variance of a combination divides among its members.
 *
 * <p>Every series is complete (no NaN) and as long as the others. Of fewer than two days everything is NaN.
 */
public final class JointReturns {
    private final double[][] distances;
    private final double[] deviations;
    private final int days;

    /**
     * Takes the columns over and writes to them: afterwards each holds its distances from its mean.
     *
     * @param returns {@code returns[member][day]}
     */
    public JointReturns(double[][] returns) {
        this.distances = returns;
        this.days = returns.length == 0 ? 0 : returns[0].length;
        this.deviations = new double[returns.length];
        for (int member = 0; member < returns.length; member++) {
            center(returns[member]);
            deviations[member] = Math.sqrt(overDays(products(returns[member], returns[member])));
        }
    }

    private void center(double[] column) {
        if (column.length != days) {
            throw new IllegalArgumentException("every series needs " + days + " days, one has " + column.length);
        }
        double mean = Mean.of(column);
        for (int day = 0; day < days; day++) {
            column[day] -= mean;
        }
    }

    /** The number of series. */
    public int members() {
        return distances.length;
    }

    /** The sample deviation of a member. */
    public double deviation(int member) {
        return deviations[member];
    }

    /** The sample covariance of two members. */
    public double covariance(int one, int other) {
        return overDays(products(distances[one], distances[other]));
    }

    /** Pearson's correlation of two members; NaN where either has no spread. */
    public double correlation(int one, int other) {
        double covariance = one == other ? deviations[one] * deviations[one] : covariance(one, other);
        return Correlation.ofMoments(covariance, deviations[one], deviations[other]);
    }

    /** The deviation of a fixed-weight combination, √(w'Σw). */
    public double deviation(double[] weights) {
        double[] combined = combined(weights);
        return Math.sqrt(overDays(products(combined, combined)));
    }

    /**
     * Each member's share of the combination's variance, {@code w_i (Σw)_i / w'Σw}. They sum to 1; a member that hedges
     * the rest has a negative one. All NaN where the combination has no spread.
     *
     * <p>Source: D. Tasche, "Risk contributions and performance measurement" (1999): by Euler's theorem. Costs one pass
     * per member, since (Σw)_i is the covariance of member i with the combination.
     */
    public double[] varianceShares(double[] weights) {
        double[] combined = combined(weights);
        double whole = products(combined, combined);
        boolean spread = !RoundingNoise.isAll(Math.sqrt(overDays(whole)) / grossOf(weights));
        double[] shares = new double[weights.length];
        for (int member = 0; member < shares.length; member++) {
            shares[member] = spread ? weights[member] * products(distances[member], combined) / whole : Double.NaN;
        }
        return shares;
    }

    private double[] combined(double[] weights) {
        if (weights.length != distances.length) {
            throw new IllegalArgumentException(
                    distances.length + " series need as many weights, there were " + weights.length);
        }
        double[] combined = new double[days];
        for (int member = 0; member < weights.length; member++) {
            double[] column = distances[member];
            double weight = weights[member];
            for (int day = 0; day < days; day++) {
                combined[day] += weight * column[day];
            }
        }
        return combined;
    }

    private double overDays(double products) {
        return days < 2 ? Double.NaN : products / (days - 1);
    }

    private static double grossOf(double[] weights) {
        double gross = 0;
        for (double weight : weights) {
            gross += Math.abs(weight);
        }
        return gross;
    }

    /** Σxy in four independent sums, so that an addition need not wait for the one before. */
    private static double products(double[] x, double[] y) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int whole = x.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            first += x[i] * y[i];
            second += x[i + 1] * y[i + 1];
            third += x[i + 2] * y[i + 2];
            fourth += x[i + 3] * y[i + 3];
        }
        for (int i = whole; i < x.length; i++) {
            first += x[i] * y[i];
        }
        return (first + second) + (third + fourth);
    }
}
