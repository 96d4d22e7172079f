package io.quanttradingos.backtest.indicator;

import io.quanttradingos.statistics.SimpleReturns;

/**
 * The sample deviation of the last n simple returns, for one bar; times √252 it is yearly for daily bars. NaN until there
 * are n returns, that is n + 1 prices.
 */
public final class RollingVolatility {
    private final WindowMoments moments;
    private final double divisor;
    private double before = Double.NaN;

    /** @param returns n, at least 2 */
    public RollingVolatility(int returns) {
        this.moments = new WindowMoments(BarCount.atLeast(2, "returns", returns));
        this.divisor = returns - 1.0;
    }

    public void add(double price) {
        if (!Double.isNaN(before)) {
            moments.add(SimpleReturns.between(before, price));
        }
        before = price;
    }

    public double value() {
        return Math.sqrt(moments.squares() / divisor);
    }
}
