package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.Market;

/**
 * What a sweep of pairs of averages comes to when it is written out by hand for just that: no orders, no account, no
 * choice of sizing or costs, one loop over arrays.
 */
final class PlainPairs {
    private final double[] open;
    private final double[] close;
    private final double[] sums;
    private final int rows;

    PlainPairs(Market market) {
        open = market.open(0);
        close = market.close(0);
        rows = market.rows();
        sums = new double[rows + 1];
        for (int bar = 0; bar < rows; bar++) {
            sums[bar + 1] = sums[bar] + close[bar];
        }
    }

    /** Writes total return, yearly Sharpe ratio and largest drawdown of a pair. */
    void run(int fast, int slow, double cash, double[] figures) {
        double money = cash;
        double shares = 0;
        boolean above = false;
        boolean wanted = false;
        double before = cash;
        double peak = cash;
        double lowest = 1;
        double sum = 0;
        double squares = 0;
        for (int bar = 0; bar < rows; bar++) {
            if (wanted && shares == 0) {
                shares = money / open[bar];
                money = 0;
            } else if (!wanted && shares != 0) {
                money = shares * open[bar];
                shares = 0;
            }
            double equity = money + shares * close[bar];
            double change = equity / before - 1;
            before = equity;
            if (bar > 0) {
                sum += change;
                squares += change * change;
            }
            if (equity > peak) {
                peak = equity;
            } else if (equity < peak * lowest) {
                lowest = equity / peak;
            }
            if (bar >= slow - 1) {
                double ofFast = (sums[bar + 1] - sums[bar + 1 - fast]) / fast;
                double ofSlow = (sums[bar + 1] - sums[bar + 1 - slow]) / slow;
                boolean now = ofFast > ofSlow;
                if (bar >= slow && now != above) {
                    wanted = now;
                }
                above = now;
            }
        }
        int returns = rows - 1;
        double mean = sum / returns;
        double deviation = Math.sqrt((squares - sum * mean) / (returns - 1));
        figures[0] = before / cash - 1;
        figures[1] = mean / deviation * Math.sqrt(252);
        figures[2] = 1 - lowest;
    }
}
