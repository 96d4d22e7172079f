package io.quanttradingos.backtest.indicator;

/**
 * The average that forgets: {@code e_t = e_{t-1} + α (p_t - e_{t-1})} with {@code α = 2 / (n + 1)}.
 *
 * <p>It begins with the first price, {@code e_0 = p_0}, and is NaN until there are n prices. (pandas' {@code ewm(span=n,
 * adjust=False)}; TA-Lib begins with the mean of the first n instead. The two differ by a share {@code (1 - α)^k} after k
 * more bars, under one in a thousand from 3.5 n on.)
 */
public final class ExponentialMovingAverage {
    private final int bars;
    private final double alpha;
    private int count;
    private double average;

    /** @param bars n, at least 1 */
    public ExponentialMovingAverage(int bars) {
        this.bars = BarCount.atLeast(1, "bars", bars);
        this.alpha = 2 / (bars + 1.0);
    }

    public void add(double price) {
        if (count == 0) {
            average = price;
        } else {
            average += alpha * (price - average);
        }
        // Once full it stays so.
        count += count < bars ? 1 : 0;
    }

    public double value() {
        return count == bars ? average : Double.NaN;
    }
}
