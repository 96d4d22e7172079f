package io.quanttradingos.statistics;

/**
 * The simple returns of a path, {@code r_t = P_t / P_{t-1} - 1}: one fewer than the path has values.
 *
 * <p>A path of fewer than two values has none. After a value that is not positive no return exists, so that entry is
 * NaN; a return to zero or below is -1 or less.
 */
public final class SimpleReturns {
    private SimpleReturns() {}

    public static double[] of(double[] path) {
        return of(path, 0, path.length);
    }

    /** The returns within {@code path[from]} up to, but without, {@code path[to]}. */
    public static double[] of(double[] path, int from, int to) {
        double[] returns = new double[Math.max(0, to - from - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = between(path[from + i], path[from + i + 1]);
        }
        return returns;
    }

    /** The return from one value to the next; NaN where the first is not positive. */
    public static double between(double before, double after) {
        return before > 0 ? after / before - 1 : Double.NaN;
    }
}
