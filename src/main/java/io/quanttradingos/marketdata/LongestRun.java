package io.quanttradingos.marketdata;

/** Which rows to keep so that times ascend and as few rows as possible are left out; the first of equal times is kept. */
final class LongestRun {
    private LongestRun() {}

    /** Per row of a series whether it is kept, in time n log n (patience sorting). */
    static boolean[] kept(BarSeries series) {
        int count = series.count();
        // ends[n] is the row with the earliest time that can end an ascending run of n + 1 rows.
        int[] ends = new int[count];
        int[] before = new int[count];
        int longest = 0;
        for (int row = 0; row < count; row++) {
            int length = runsEndingBefore(series, ends, longest, series.time(row));
            before[row] = length == 0 ? -1 : ends[length - 1];
            if (length == longest) {
                longest++;
                ends[length] = row;
            } else if (series.time(row) < series.time(ends[length])) {
                ends[length] = row;
            }
        }
        boolean[] kept = new boolean[count];
        for (int row = longest == 0 ? -1 : ends[longest - 1]; row >= 0; row = before[row]) {
            kept[row] = true;
        }
        return kept;
    }

    private static int runsEndingBefore(BarSeries series, int[] ends, int longest, long time) {
        int low = 0;
        int high = longest;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (series.time(ends[middle]) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
