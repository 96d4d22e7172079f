package io.quanttradingos.regime;

/**
 * The trend of the benchmark: the mean of three signs, each of which says up or down.
 *
 * <p>{@code mean(sign(C - slow), sign(fast - slow), sign(slow - slow lag closes ago))}, long windows on a row that has
 * enough closes up to it, short windows on the rows before. The choice is made row by row and never from the length of
 * the table, because a later close must not change an earlier state.
 */
final class TrendComponent {
    private final TrendPolicy policy;
    private final double[] closes;
    private final double[] score;
    private final double[] distance;
    private final StatePath state;

    TrendComponent(double[] closes, RegimePolicy policy) {
        this.policy = policy.trend();
        this.closes = closes;
        this.score = new double[closes.length];
        this.distance = new double[closes.length];
        this.state = new StatePath(closes.length, policy.confirmation());
        int longRows = this.policy.rowsForLongWindows();
        int shortEnd = Math.min(longRows - 1, closes.length);
        measure(closes, 0, shortEnd, this.policy.shortFastWindow(), this.policy.shortSlowWindow());
        measure(closes, longRows - 1, closes.length, this.policy.fastWindow(), this.policy.slowWindow());
        followStates();
    }

    /** The benchmark's close that the row rests on. */
    double close(int row) {
        return closes[row];
    }

    /** Fills the rows from {@code start} to before {@code end}; the averages themselves need the rows before it. */
    private void measure(double[] closes, int start, int end, int fastWindow, int slowWindow) {
        SlidingMoments fast = new SlidingMoments(fastWindow);
        SlidingMoments slow = new SlidingMoments(slowWindow);
        int lag = policy.slopeLag();
        int first = slowWindow + lag - 1;
        double[] slowBefore = new double[lag];
        for (int row = 0; row < end; row++) {
            double close = closes[row];
            fast.add(close);
            slow.add(close);
            double slowMean = slow.mean();
            int slot = row % lag;
            if (row >= start) {
                score[row] = row < first ? Double.NaN : score(close, fast.mean(), slowMean, slowBefore[slot]);
                distance[row] = row < first ? Double.NaN : close / slowMean - 1;
            }
            slowBefore[slot] = slowMean;
        }
    }

    private static double score(double close, double fast, double slow, double slowBefore) {
        return (Comparison.sign(close, slow) + Comparison.sign(fast, slow) + Comparison.sign(slow, slowBefore)) / 3.0;
    }

    private void followStates() {
        for (int row = 0; row < score.length; row++) {
            double now = score[row];
            if (Double.isNaN(now)) {
                state.skip(row);
            } else {
                state.assess(row, now > 0, now >= policy.flipScore(), now <= -policy.flipScore());
            }
        }
    }

    StatePath state() {
        return state;
    }

    /** In [-1, 1]; NaN before there is enough history. */
    double score(int row) {
        return score[row];
    }

    /** The close over its slow average, less 1. */
    double distance(int row) {
        return distance[row];
    }

    double margin(int row) {
        return Math.min(1, Math.abs(distance[row]) / policy.trendFullMargin());
    }

    boolean shortWindows(int row) {
        return row + 1 < policy.rowsForLongWindows();
    }
}
