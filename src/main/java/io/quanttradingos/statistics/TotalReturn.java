package io.quanttradingos.statistics;

/** The return over a whole path, {@code V_T / V_0 - 1}. NaN where the path is empty or begins at or below zero. */
public final class TotalReturn {
    private TotalReturn() {}

    public static double of(double[] path) {
        return of(path, 0, path.length);
    }

    /** The return from {@code path[from]} to the value before {@code path[to]}. */
    public static double of(double[] path, int from, int to) {
        return to > from ? SimpleReturns.between(path[from], path[to - 1]) : Double.NaN;
    }
}
