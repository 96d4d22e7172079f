package io.quanttradingos.statistics;

import java.util.Arrays;

/**
 * The sample quantile of type 7: linear between the order statistics around place {@code (n - 1)·p}.
 *
 * <p>Source: R. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996); the
 * default of R and NumPy. Of no values: NaN.
 */
public final class Quantile {
    private Quantile() {}

    /** The quantile of values in any order; they are left as they are. */
    public static double of(double[] values, double probability) {
        return ofSorted(sorted(values), probability);
    }

    /**
     * The quantile of values already in ascending order.
     *
     * @param probability in [0, 1]; 0 is the smallest value, 1 the largest
     */
    public static double ofSorted(double[] ascending, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
        }
        int last = ascending.length - 1;
        // Sorting puts NaN last, so one look there tells of any.
        if (last < 0 || Double.isNaN(ascending[last])) {
            return Double.NaN;
        }
        double place = last * probability;
        int below = (int) place;
        double low = ascending[below];
        return below == last ? low : low + (ascending[below + 1] - low) * (place - below);
    }

    /** A copy in ascending order, for several quantiles of the same values. */
    public static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }
}
