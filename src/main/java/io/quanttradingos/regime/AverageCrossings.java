package io.quanttradingos.regime;

/**
 * Counts, row by row, the columns that have an average and those that closed above it.
 *
 * <p>The inner loop of the whole package: it runs once over every cell. The window's sum is never subtracted from: it
 * is the sum of the tail of one block of closes plus that of the head of the next, two additions a cell, so that it
 * cannot drift however long the column is or however far its prices fall.
 */
final class AverageCrossings {
    private final TimeAxis axis;
    private final int window;
    private final int[] assessed;
    private final int[] above;
    private final double[] own;
    private final int[] ownRows;
    private final double[] tails;
    private final double limitFactor;

    /**
     * @param assessed counted up on each row where a column has a close and a full window of own closes
     * @param above counted up where that close is above their mean
     */
    AverageCrossings(TimeAxis axis, int window, int[] assessed, int[] above) {
        this.axis = axis;
        this.window = window;
        this.assessed = assessed;
        this.above = above;
        this.own = new double[axis.rows()];
        this.ownRows = new int[axis.rows()];
        this.tails = new double[window + 1];
        this.limitFactor = (1 + Comparison.EQUAL_WITHIN) / window;
    }

    /** Adds one column of the table. */
    void count(double[] closes) {
        int count = gather(closes);
        for (int start = 0; start < count; start += window) {
            int end = Math.min(start + window, count);
            if (start > 0) {
                sumTails(start - window);
                countBlock(start, end);
            } else if (end == window) {
                countFirst();
            }
        }
    }

    private int gather(double[] closes) {
        int count = 0;
        for (int row = 0; row < own.length; row++) {
            double close = closes[axis.tableRow(row)];
            own[count] = close;
            ownRows[count] = row;
            count += Double.isNaN(close) ? 0 : 1;
        }
        return count;
    }

    /** Entry k becomes the sum of the last k closes of the block. */
    private void sumTails(int start) {
        double sum = 0;
        for (int count = 1; count <= window; count++) {
            sum += own[start + window - count];
            tails[count] = sum;
        }
    }

    private void countFirst() {
        sumTails(0);
        compare(window - 1, tails[window]);
    }

    private void countBlock(int start, int end) {
        double head = 0;
        for (int place = start; place < end; place++) {
            head += own[place];
            compare(place, head + tails[window - 1 - (place - start)]);
        }
    }

    private void compare(int place, double sum) {
        int row = ownRows[place];
        assessed[row]++;
        above[row] += own[place] > sum * limitFactor ? 1 : 0;
    }
}
