package io.quanttradingos.backtest.seed;

/**
 * The largest fall of an equity curve in currency, and the equity it fell from.
 *
 * <p>Chosen by currency, not by percentage: of 1000, 500, 10000, 8000 it is the last, 2000 or 20 %. The cash before the
 * first bar is no equity to fall from.
 *
 * @param amount not negative; 0 where the curve never falls
 * @param from the highest equity before the first such fall
 * @param highest the highest equity of all
 */
record LargestFall(double amount, double from, double highest) {

    /** The fall of a curve of at least one value; not {@linkplain #isFinite finite} where any of them is not. */
    static LargestFall of(double[] equity) {
        double peak = equity[0];
        double largest = 0;
        double from = peak;
        for (double value : equity) {
            peak = Math.max(peak, value);
            double fall = peak - value;
            if (fall > largest) {
                largest = fall;
                from = peak;
            }
        }
        return new LargestFall(largest, from, peak);
    }

    /** Whether every equity was a finite number: a peak keeps a NaN or +∞ for good, and −∞ is an infinite fall. */
    boolean isFinite() {
        return Double.isFinite(amount) && Double.isFinite(highest);
    }

    /** The fall in percent of what it fell from; 0 where no equity was above 0. */
    double percent() {
        return highest > 0 ? amount / from * 100 : 0;
    }
}
