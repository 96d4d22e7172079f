package io.quanttradingos.backtest.indicator;

import java.util.Arrays;

/**
 * The highest of the last n values: of 5, 1, 2, 3 with n = 3 it is 3.
 *
 * <p>By blocks, as {@link WindowSum}: three comparisons a value, whatever n is. The lowest is that of the values with their
 * signs changed.
 */
final class WindowHighest {
    /** Up to the place at hand the values of this block; after it, the highest of the block before behind each place. */
    private final double[] block;

    private int place = -1;
    private double end = Double.NaN;
    private double beginning = Double.NEGATIVE_INFINITY;

    WindowHighest(int size) {
        this.block = new double[size];
        Arrays.fill(block, Double.NaN);
        block[size - 1] = Double.NEGATIVE_INFINITY;
    }

    void add(double value) {
        if (++place == block.length) {
            place = 0;
            beginning = Double.NEGATIVE_INFINITY;
            findEnds();
        }
        end = block[place];
        block[place] = value;
        beginning = Math.max(beginning, value);
    }

    private void findEnds() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = block.length - 1; i >= 0; i--) {
            double value = block[i];
            block[i] = highest;
            highest = Math.max(highest, value);
        }
    }

    /** NaN until n values were added. */
    double value() {
        return Math.max(end, beginning);
    }
}
