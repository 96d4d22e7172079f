package io.quanttradingos.journal;

import io.quanttradingos.statistics.Mean;
import io.quanttradingos.statistics.Quantile;
import io.quanttradingos.statistics.SampleDeviation;
import org.jspecify.annotations.Nullable;

/**
 * How far apart the results of trades lie.
 *
 * @param deviation the sample's, divisor n - 1
 * @param tStatistic mean / (deviation / √n)
 */
record Spread(
        double median,
        @Nullable Double largestWin,
        @Nullable Double largestLoss,
        @Nullable Double deviation,
        @Nullable Double tStatistic) {
    /** A deviation below this share of the largest result is what rounding left of none. */
    private static final double NO_SPREAD = 1e-13;

    /**
     * Of all results.
     *
     * @param ascending the same results in ascending order, at least one
     * @param flatWithin a result no farther from 0 than this is neither a win nor a loss
     */
    static Spread of(double[] net, double[] ascending, double flatWithin) {
        double smallest = ascending[0];
        double largest = ascending[ascending.length - 1];
        return new Spread(
                Quantile.ofSorted(ascending, 0.5),
                largest > flatWithin ? (Double) largest : null,
                smallest < -flatWithin ? (Double) smallest : null,
                known(SampleDeviation.of(net)),
                known(tStatistic(
                        Mean.of(net),
                        SampleDeviation.of(net),
                        net.length,
                        Math.max(Math.abs(smallest), Math.abs(largest)))));
    }

    /** NaN where there is no spread to measure the mean by. */
    static double tStatistic(double mean, double deviation, int count, double largest) {
        return deviation > NO_SPREAD * largest ? mean / deviation * Math.sqrt(count) : Double.NaN;
    }

    static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
