package io.quanttradingos.marketdata;

/** Which way dates run, and turning them round. */
final class DateOrder {
    private DateOrder() {}

    /** 1 where the days strictly ascend, -1 where they strictly descend, 0 otherwise; a single day ascends. */
    static int direction(int[] days) {
        boolean ascending = true;
        boolean descending = days.length > 1;
        for (int row = 1; row < days.length; row++) {
            ascending &= days[row] > days[row - 1];
            descending &= days[row] < days[row - 1];
        }
        return ascending ? 1 : descending ? -1 : 0;
    }

    /** As {@link #direction(int[])}, of the first so many times. */
    static int direction(long[] times, int count) {
        boolean ascending = true;
        boolean descending = count > 1;
        for (int row = 1; row < count; row++) {
            ascending &= times[row] > times[row - 1];
            descending &= times[row] < times[row - 1];
        }
        return ascending ? 1 : descending ? -1 : 0;
    }

    static void reverse(int[] values, int count) {
        for (int i = 0, j = count - 1; i < j; i++, j--) {
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    static void reverse(long[] values, int count) {
        for (int i = 0, j = count - 1; i < j; i++, j--) {
            long swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    static void reverse(double[] values, int count) {
        for (int i = 0, j = count - 1; i < j; i++, j--) {
            double swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
