package io.quanttradingos.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution. */
public final class StudentsT {
    private StudentsT() {}

    /**
     * The probability of a value at most {@code t}.
     *
     * @param degreesOfFreedom above 0; one less than the number of values where t is that of a mean
     */
    public static double cumulative(double t, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).cumulativeProbability(t);
    }
}
