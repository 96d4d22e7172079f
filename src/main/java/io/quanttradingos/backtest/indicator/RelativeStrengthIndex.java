package io.quanttradingos.backtest.indicator;

/**
 * How much of the recent movement was upwards, 0 to 100: {@code 100 G / (G + L)} with the averages of gains and losses
 * between closes.
 *
 * <p>Wilder's: both averages begin with the mean of the first n changes and go on as {@code a_t = (a_{t-1} (n - 1) + x_t) /
 * n}, n usually 14. NaN until there are n changes, that is n + 1 prices. Without any loss 100, without any gain 0, without
 * any change 50. Source: J. W. Wilder, "New Concepts in Technical Trading Systems" (1978).
 */
public final class RelativeStrengthIndex {
    private final WilderAverage gains;
    private final WilderAverage losses;
    private double before = Double.NaN;

    /** @param bars n, at least 1 */
    public RelativeStrengthIndex(int bars) {
        BarCount.atLeast(1, "bars", bars);
        this.gains = new WilderAverage(bars);
        this.losses = new WilderAverage(bars);
    }

    public void add(double price) {
        double change = price - before;
        if (!Double.isNaN(before)) {
            gains.add(Math.max(change, 0));
            losses.add(Math.max(-change, 0));
        }
        before = price;
    }

    public double value() {
        double gain = gains.value();
        double both = gain + losses.value();
        return both == 0 ? 50 : 100 * (gain / both);
    }
}
