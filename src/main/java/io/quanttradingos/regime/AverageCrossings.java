package io.quanttradingos.regime;

/**
 * Counts, row by row, the columns that have an average and those that closed above it.
 *
 * <p>The inner loop of the package: it runs once over every cell. The window's sum is never subtracted from: the closes
 * are cut into blocks of one window, and the sum is that of the later part of one block plus that of the earlier part
 * of the next. So it cannot drift, however long the column is or however far its prices fall.
 */
final class AverageCrossings {
    private final TimeAxis axis;
    private final int window;
    private final double factor;
    private final int[] assessed;
    private final int[] above;
    /** The closes a column has, gaps skipped, and the rows they are of. */
    private final double[] own;

    private final int[] ownRows;
    /** For each place of the block at hand, the sum up to and including it, and the sum of all after it. */
    private final double[] upTo;

    private double[] after;
    private double[] afterInBlockBefore;

    /**
     * @param assessed counted up on each row where a column has a close and a full window of own closes
     * @param above counted up where that close is above their mean
     */
    AverageCrossings(TimeAxis axis, int window, int[] assessed, int[] above) {
        this.axis = axis;
        this.window = window;
        this.factor = (1 + Comparison.EQUAL_WITHIN) / window;
        this.assessed = assessed;
        this.above = above;
        this.own = new double[axis.rows()];
        this.ownRows = new int[axis.rows()];
        this.upTo = new double[window];
        this.after = new double[window];
        this.afterInBlockBefore = new double[window];
    }

    /** Adds one column of the table. */
    void count(double[] closes) {
        int done = axis.complete() ? countUntilGap(closes) : 0;
        countGathered(closes, done);
    }

    /** Counts whole blocks straight from the column and stops before the first one with a gap. */
    private int countUntilGap(double[] closes) {
        int start = 0;
        for (; start + window <= own.length; start += window) {
            sumBlock(closes, start, window);
            if (Double.isNaN(upTo[window - 1])) {
                break;
            }
            compareBlock(closes, start);
            keepSums();
        }
        for (int row = window - 1; row < start; row++) {
            assessed[row]++;
        }
        return start;
    }

    private void compareBlock(double[] closes, int start) {
        for (int place = firstPlace(start); place < window; place++) {
            double limit = (upTo[place] + afterInBlockBefore[place]) * factor;
            above[start + place] += closes[start + place] > limit ? 1 : 0;
        }
    }

    /** Counts the rest of a column, of which the rows up to {@code done} are whole blocks without a gap. */
    private void countGathered(double[] closes, int done) {
        int end = gather(closes, done);
        for (int start = done; start < end; start += window) {
            int size = Math.min(window, end - start);
            sumBlock(own, start, size);
            compareGathered(start, size);
            keepSums();
        }
    }

    private int gather(double[] closes, int done) {
        int count = done;
        for (int row = done; row < own.length; row++) {
            double close = closes[axis.tableRow(row)];
            own[count] = close;
            ownRows[count] = row;
            count += Double.isNaN(close) ? 0 : 1;
        }
        return count;
    }

    private void compareGathered(int start, int size) {
        for (int place = firstPlace(start); place < size; place++) {
            double limit = (upTo[place] + afterInBlockBefore[place]) * factor;
            int row = ownRows[start + place];
            assessed[row]++;
            above[row] += own[start + place] > limit ? 1 : 0;
        }
    }

    /** In the first block only its last place has a full window. */
    private int firstPlace(int start) {
        return start == 0 ? window - 1 : 0;
    }

    /**
     * Both sums in one loop, because neither waits for the other. Those after a place are of use for a full block only,
     * and after a block's last place nothing follows: that entry is 0 always, on which the first block of a column
     * relies.
     */
    private void sumBlock(double[] closes, int start, int size) {
        double fromStart = 0;
        double fromEnd = 0;
        for (int place = 0; place < size; place++) {
            int mirrored = size - 1 - place;
            fromStart += closes[start + place];
            upTo[place] = fromStart;
            after[mirrored] = fromEnd;
            fromEnd += closes[start + mirrored];
        }
    }

    private void keepSums() {
        double[] freed = afterInBlockBefore;
        afterInBlockBefore = after;
        after = freed;
    }
}
