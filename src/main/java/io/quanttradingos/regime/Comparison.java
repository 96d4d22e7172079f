package io.quanttradingos.regime;

/**
 * Greater, smaller or equal for positive numbers that came out of sums: what differs by less than rounding is equal.
 *
 * <p>Otherwise a price that never moved would stand above or below its own average by the last bit of a sum.
 */
final class Comparison {
    /** Well above the rounding of a sum of 2,000 terms, well below any tick. */
    static final double EQUAL_WITHIN = 1e-12;

    private Comparison() {}

    /** 1, 0 or -1; 0 also where either is NaN. */
    static int sign(double value, double reference) {
        double slack = reference * EQUAL_WITHIN;
        if (value > reference + slack) {
            return 1;
        }
        return value < reference - slack ? -1 : 0;
    }
}
