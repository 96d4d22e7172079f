package io.quanttradingos.backtest.indicator;

/**
 * Wilder's smoothing: the mean of the first n values, then {@code a_t = (a_{t-1} (n - 1) + x_t) / n}. NaN until there are
 * n.
 *
 * <p>Source: J. W. Wilder, "New Concepts in Technical Trading Systems" (1978).
 */
final class WilderAverage {
    private final int bars;
    private int count;
    private double average;

    WilderAverage(int bars) {
        this.bars = bars;
    }

    void add(double value) {
        count += count < bars ? 1 : 0;
        // Up to n the divisor is the number of values, which makes it their mean.
        average += (value - average) / count;
    }

    double value() {
        return count == bars ? average : Double.NaN;
    }
}
