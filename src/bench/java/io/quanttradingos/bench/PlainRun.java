package io.quanttradingos.bench;

import io.quanttradingos.backtest.engine.Market;

/**
 * What the runs of {@link EngineBenchmark} come to when they are written out by hand: one loop over arrays, no orders, no
 * account, no choice of sizing or costs, no trades. All of the equity, in parts of shares, at the next open.
 */
final class PlainRun {
    /** Averages of whole cents that differ do so by more. */
    private static final double EQUAL = 1e-7;

    private final double[] open;
    private final double[] close;
    private final double cash;
    private final double adverse;
    private final double[] equity;

    private double sum;
    private double squares;
    private double lowest;

    /** @param adverse by how much a price is worse, as a fraction */
    PlainRun(Market market, double cash, double adverse) {
        this.open = market.open(0);
        this.close = market.close(0);
        this.equity = new double[market.rows()];
        this.cash = cash;
        this.adverse = adverse;
    }

    /** Buys at the open of the second bar. */
    double buyAndHold() {
        begin();
        double shares = 0;
        double before = cash;
        double peak = cash;
        for (int bar = 0; bar < equity.length; bar++) {
            if (bar == 1) {
                shares = cash / (open[bar] * (1 + adverse));
            }
            double now = bar == 0 ? cash : shares * close[bar];
            equity[bar] = now;
            peak = measure(bar, before, now, peak);
            before = now;
        }
        return before;
    }

    /** Follows the crosses of two averages of the closes. */
    double cross(int fast, int slow) {
        begin();
        double money = cash;
        double shares = 0;
        double fastSum = 0;
        double slowSum = 0;
        boolean above = false;
        boolean wanted = false;
        double before = cash;
        double peak = cash;
        for (int bar = 0; bar < equity.length; bar++) {
            if (wanted && shares == 0) {
                shares = money / (open[bar] * (1 + adverse));
                money = 0;
            } else if (!wanted && shares != 0) {
                money = shares * open[bar] * (1 - adverse);
                shares = 0;
            }
            double last = close[bar];
            double now = money + shares * last;
            equity[bar] = now;
            peak = measure(bar, before, now, peak);
            before = now;
            fastSum += bar < fast ? last : last - close[bar - fast];
            slowSum += bar < slow ? last : last - close[bar - slow];
            if (bar >= slow - 1) {
                boolean isAbove = fastSum / fast > slowSum / slow + EQUAL;
                wanted = (bar == slow - 1 || isAbove == above) ? wanted : isAbove;
                above = isAbove;
            }
        }
        return before;
    }

    private void begin() {
        sum = 0;
        squares = 0;
        lowest = 1;
    }

    private double measure(int bar, double before, double now, double peak) {
        double change = now / before - 1;
        if (bar > 0) {
            sum += change;
            squares += change * change;
        }
        if (now > peak) {
            return now;
        }
        if (now < peak * lowest) {
            lowest = now / peak;
        }
        return peak;
    }

    /** The Sharpe ratio of a bar. */
    double sharpe() {
        int returns = equity.length - 1;
        double mean = sum / returns;
        return mean / Math.sqrt((squares - sum * mean) / (returns - 1));
    }

    double maxDrawdownPct() {
        return (1 - lowest) * 100;
    }
}
