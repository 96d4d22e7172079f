package io.quanttradingos.backtest.indicator;

/**
 * How far an instrument moves in a bar, in its currency: Wilder's average of the true ranges, {@code max(high, close
 * before) - min(low, close before)}.
 *
 * <p>The first bar has no close before it; its true range is {@code high - low}. The average begins with the mean of the
 * first n and goes on as {@code a_t = (a_{t-1} (n - 1) + x_t) / n}, n usually 14; NaN until there are n bars. (TA-Lib
 * leaves the first bar out.) Source: J. W. Wilder, "New Concepts in Technical Trading Systems" (1978).
 */
public final class AverageTrueRange {
    private final WilderAverage ranges;
    private double closeBefore = Double.NaN;

    /** @param bars n, at least 1 */
    public AverageTrueRange(int bars) {
        this.ranges = new WilderAverage(BarCount.atLeast(1, "bars", bars));
    }

    public void add(double high, double low, double close) {
        boolean first = Double.isNaN(closeBefore);
        double highest = first ? high : Math.max(high, closeBefore);
        double lowest = first ? low : Math.min(low, closeBefore);
        ranges.add(highest - lowest);
        closeBefore = close;
    }

    public double value() {
        return ranges.value();
    }
}
