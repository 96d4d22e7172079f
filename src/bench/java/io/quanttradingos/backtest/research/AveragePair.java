package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;

/** Holds while the fast average of closes is above the slow one. */
final class AveragePair implements Strategy {
    private final int fast;
    private final int slow;
    private double fastSum;
    private double slowSum;

    AveragePair(int fast, int slow) {
        this.fast = fast;
        this.slow = slow;
    }

    @Override
    public void atClose(History history, Desk desk) {
        int bar = history.bar();
        double close = history.close();
        fastSum += bar >= fast ? close - history.close(fast) : close;
        slowSum += bar >= slow ? close - history.close(slow) : close;
        if (bar < slow - 1) {
            return;
        }
        if (fastSum / fast > slowSum / slow) {
            desk.enterLong(0);
        } else {
            desk.exit(0);
        }
    }
}
