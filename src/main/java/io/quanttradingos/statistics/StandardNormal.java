package io.quanttradingos.statistics;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal distribution with mean 0 and deviation 1. */
final class StandardNormal {
    private static final ContinuousDistribution DISTRIBUTION = NormalDistribution.of(0, 1);

    private StandardNormal() {}

    static double quantile(double probability) {
        return DISTRIBUTION.inverseCumulativeProbability(probability);
    }

    static double cumulative(double z) {
        return DISTRIBUTION.cumulativeProbability(z);
    }

    static double density(double z) {
        return DISTRIBUTION.density(z);
    }
}
