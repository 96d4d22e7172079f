package io.quanttradingos.backtest.indicator;

/**
 * Moving average convergence/divergence: the distance of a fast from a slow {@link ExponentialMovingAverage}, the same
 * average of that distance (the signal), and how far the one is from the other; usually over 12, 26 and 9 bars.
 *
 * <p>The line is NaN until the slow average is known; the signal begins with the line's first value and is NaN until there
 * are as many of them as it covers. Source: G. Appel, "Technical Analysis: Power Tools for Active Investors" (2005).
 */
public final class Macd {
    private final ExponentialMovingAverage fast;
    private final ExponentialMovingAverage slow;
    private final ExponentialMovingAverage signal;

    /**
     * @param fastBars at least 1 and fewer than {@code slowBars}
     * @param signalBars at least 1
     */
    public Macd(int fastBars, int slowBars, int signalBars) {
        this.fast = new ExponentialMovingAverage(BarCount.atLeast(1, "fastBars", fastBars));
        this.slow = new ExponentialMovingAverage(BarCount.atLeast(fastBars + 1, "slowBars", slowBars));
        this.signal = new ExponentialMovingAverage(BarCount.atLeast(1, "signalBars", signalBars));
    }

    public void add(double price) {
        fast.add(price);
        slow.add(price);
        double line = line();
        if (!Double.isNaN(line)) {
            signal.add(line);
        }
    }

    public double line() {
        return fast.value() - slow.value();
    }

    public double signal() {
        return signal.value();
    }

    /** The line's distance from its signal. */
    public double histogram() {
        return line() - signal();
    }
}
