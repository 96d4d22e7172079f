package io.quanttradingos.statistics;

/** The arithmetic mean, Σx / n. Of no values: NaN. */
public final class Mean {
    private Mean() {}

    public static double of(double[] values) {
        return of(values, 0, values.length);
    }

    /** The mean of {@code values[from]} up to, but without, {@code values[to]}. */
    public static double of(double[] values, int from, int to) {
        return to > from ? CompensatedSum.of(values, from, to) / (to - from) : Double.NaN;
    }
}
