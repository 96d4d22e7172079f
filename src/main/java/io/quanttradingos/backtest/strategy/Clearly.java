package io.quanttradingos.backtest.strategy;

/**
 * Compares numbers that were worked out: what differs by less than 1e-12 of it, which is what rounding leaves, is equal.
 * Nothing is below or above a NaN.
 */
final class Clearly {
    private static final double EQUAL_WITHIN = 1e-12;

    private Clearly() {}

    static boolean below(double value, double level) {
        return value < level - EQUAL_WITHIN * Math.abs(level);
    }

    static boolean above(double value, double level) {
        return value > level + EQUAL_WITHIN * Math.abs(level);
    }
}
