package io.quanttradingos.statistics;

import java.util.Arrays;

/**
 * How many values fall into each of several equally wide bins.
 *
 * <p>A bin holds the values from its lower edge up to, but without, its upper one; the last holds the largest value too.
 */
public final class Histogram {
    private static final int MOST_BINS = 100;

    private final double lowest;
    private final double width;
    private final int[] counts;

    private Histogram(double lowest, double width, int[] counts) {
        this.lowest = lowest;
        this.width = width;
        this.counts = counts;
    }

    /**
     * Of values none of which is NaN, in bins as wide as {@code 2·(interquartile range)/∛n}, at least 1 and at most 100 of
     * them. Source: D. Freedman, P. Diaconis, "On the histogram as a density estimator" (1981).
     */
    public static Histogram of(double[] values) {
        double[] ascending = Quantile.sorted(values);
        if (ascending.length == 0) {
            return new Histogram(0, 0, new int[0]);
        }
        double lowest = ascending[0];
        double range = ascending[ascending.length - 1] - lowest;
        double quartiles = Quantile.ofSorted(ascending, 0.75) - Quantile.ofSorted(ascending, 0.25);
        double wanted = range / (2 * quartiles / Math.cbrt(ascending.length));
        int bins = range > 0 ? (int) Math.max(1, Math.min(MOST_BINS, Math.ceil(wanted))) : 1;
        return counted(ascending, lowest, range / bins, bins);
    }

    private static Histogram counted(double[] values, double lowest, double width, int bins) {
        int[] counts = new int[bins];
        for (double value : values) {
            int bin = width > 0 ? (int) ((value - lowest) / width) : 0;
            counts[Math.min(bin, bins - 1)]++;
        }
        return new Histogram(lowest, width, counts);
    }

    /** The number of bins; 0 where there were no values. */
    public int bins() {
        return counts.length;
    }

    /** The lower edge of a bin; of one past the last, the upper edge of all. */
    public double edge(int bin) {
        return lowest + bin * width;
    }

    /** How many values a bin holds. */
    public int count(int bin) {
        return counts[bin];
    }

    /** How many values there are. */
    public int total() {
        return Arrays.stream(counts).sum();
    }
}
