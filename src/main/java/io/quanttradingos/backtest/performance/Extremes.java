package io.quanttradingos.backtest.performance;

/** The largest and the smallest of some numbers; NaN of none. */
final class Extremes {
    private Extremes() {}

    static double largest(double[] values) {
        double largest = values.length == 0 ? Double.NaN : values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    static double smallest(double[] values) {
        double smallest = values.length == 0 ? Double.NaN : values[0];
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }
}
