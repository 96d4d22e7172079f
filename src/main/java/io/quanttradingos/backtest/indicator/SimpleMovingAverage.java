package io.quanttradingos.backtest.indicator;

/** The mean of the last n prices: of 1, 2, 3, 4 with n = 3 it is 3. NaN until there are n. */
public final class SimpleMovingAverage {
    private final WindowSum sum;
    private final double bars;

    /** @param bars how many prices one average covers, at least 1 */
    public SimpleMovingAverage(int bars) {
        this.bars = BarCount.atLeast(1, "bars", bars);
        this.sum = new WindowSum(bars);
    }

    public void add(double price) {
        sum.add(price);
    }

    public double value() {
        return sum.value() / bars;
    }
}
