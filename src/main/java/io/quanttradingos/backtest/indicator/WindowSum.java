package io.quanttradingos.backtest.indicator;

import java.util.Arrays;

/**
 * The sum of the last n values: of 1, 2, 3, 4 with n = 3 it is 9.
 *
 * <p>The values are cut into blocks of n. A window is the end of one block and the beginning of the next. The sums of all
 * ends of a block are computed once it is full; that of the beginning grows with each value. So nothing is ever taken
 * away from a sum: its error is that of adding n values up, however many went before, and a NaN spoils the windows it is
 * in and no other.
 */
final class WindowSum {
    /** Up to the place at hand the values of this block; after it, what the block before adds up to behind each place. */
    private final double[] block;

    private int place = -1;
    private double end;
    private double beginning;

    WindowSum(int size) {
        this.block = new double[size];
        // Before the first block there is nothing, which is known to be nothing behind the last place only.
        Arrays.fill(block, 0, size - 1, Double.NaN);
        this.end = Double.NaN;
    }

    void add(double value) {
        if (++place == block.length) {
            place = 0;
            beginning = 0;
            sumEnds();
        }
        end = block[place];
        block[place] = value;
        beginning += value;
    }

    private void sumEnds() {
        double sum = 0;
        for (int i = block.length - 1; i >= 0; i--) {
            double value = block[i];
            block[i] = sum;
            sum += value;
        }
    }

    /** NaN until n values were added. */
    double value() {
        return end + beginning;
    }
}
