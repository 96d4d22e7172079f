package io.quanttradingos.backtest.seed;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Puts bars in order of time as the original's table library did; bars without a date come last.
 *
 * <p>A file in order keeps it. Otherwise bars of one time keep the order of the file only in short files: beyond 16 rows
 * the library's quicksort decides, and so its steps are followed here (Singleton 1969: median of three, short parts by
 * insertion). Where that would take quadratic time, the order among equals is the file's.
 */
final class TimeOrder {
    private static final int SHORT_PART = 15;

    private final long[] times;
    /** Row numbers, being put in order. */
    private final int[] order;

    private TimeOrder(long[] times, int[] order) {
        this.times = times;
        this.order = order;
    }

    /** The bars in order; takes the arrays over. */
    static SeedBars sorted(long[] times, double[] closes, int rows) {
        int dated = 0;
        boolean ascending = true;
        for (int row = 0; row < rows; row++) {
            ascending &= row == 0 || times[row] >= times[row - 1];
            dated += times[row] == SeedBars.NO_TIME ? 0 : 1;
        }
        if (ascending && dated == rows) {
            return new SeedBars(times, closes, rows);
        }
        return reordered(times, closes, order(times, rows, dated));
    }

    private static int[] order(long[] times, int rows, int dated) {
        int[] order = new int[rows];
        int first = 0;
        int last = dated;
        for (int row = 0; row < rows; row++) {
            order[times[row] == SeedBars.NO_TIME ? last++ : first++] = row;
        }
        int mostHalvings = 2 * (31 - Integer.numberOfLeadingZeros(Math.max(1, dated)));
        new TimeOrder(times, order).sort(0, dated - 1, mostHalvings);
        return order;
    }

    private static SeedBars reordered(long[] times, double[] closes, int[] order) {
        long[] orderedTimes = new long[order.length];
        double[] orderedCloses = new double[order.length];
        for (int row = 0; row < order.length; row++) {
            orderedTimes[row] = times[order[row]];
            orderedCloses[row] = closes[order[row]];
        }
        return new SeedBars(orderedTimes, orderedCloses, order.length);
    }

    private void sort(int first, int last, int halvings) {
        int left = first;
        int right = last;
        int halvingsLeft = halvings;
        while (right - left > SHORT_PART) {
            if (halvingsLeft-- < 0) {
                sortStably(left, right);
                return;
            }
            int middle = part(left, right);
            // The shorter part by recursion, so that it never goes deep.
            if (middle - left < right - middle) {
                sort(left, middle - 1, halvingsLeft);
                left = middle + 1;
            } else {
                sort(middle + 1, right, halvingsLeft);
                right = middle - 1;
            }
        }
        insert(left, right);
    }

    /** Moves what is before the median of three to its left, what is after it to its right; returns its place. */
    private int part(int left, int right) {
        int middle = left + ((right - left) >> 1);
        swapIfAfter(left, middle);
        swapIfAfter(middle, right);
        swapIfAfter(left, middle);
        long pivot = time(middle);
        int kept = right - 1;
        swap(middle, kept);
        int up = left;
        int down = kept;
        while (true) {
            do {
                up++;
            } while (time(up) < pivot);
            do {
                down--;
            } while (pivot < time(down));
            if (up >= down) {
                swap(up, kept);
                return up;
            }
            swap(up, down);
        }
    }

    private void insert(int left, int right) {
        for (int place = left + 1; place <= right; place++) {
            int row = order[place];
            int hole = place;
            while (hole > left && times[row] < time(hole - 1)) {
                order[hole] = order[hole - 1];
                hole--;
            }
            order[hole] = row;
        }
    }

    private void sortStably(int left, int right) {
        Integer[] rows = new Integer[right - left + 1];
        Arrays.setAll(rows, i -> order[left + i]);
        Arrays.sort(rows, Comparator.<Integer>comparingLong(row -> times[row]).thenComparing(row -> row));
        for (int i = 0; i < rows.length; i++) {
            order[left + i] = rows[i];
        }
    }

    private long time(int place) {
        return times[order[place]];
    }

    private void swapIfAfter(int a, int b) {
        if (time(b) < time(a)) {
            swap(a, b);
        }
    }

    private void swap(int a, int b) {
        int row = order[a];
        order[a] = order[b];
        order[b] = row;
    }
}
