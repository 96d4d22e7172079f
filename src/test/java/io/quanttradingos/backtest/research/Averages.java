package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;

/** Holds while one average of closes is above another: a strategy that is in and out often enough to be compared. */
final class Averages implements Strategy {
    private final int fast;
    private final int slow;
    private double fastSum;
    private double slowSum;

    Averages(int fast, int slow) {
        this.fast = fast;
        this.slow = slow;
    }

    /** Candidate 0 has 2 and 5, candidate 1 has 2 and 9, and so on. */
    static Candidates pairs(int count) {
        return Candidates.of(count, number -> new Averages(2 + number / 5, 5 + 4 * (number % 5) + number / 5));
    }

    @Override
    public void atClose(History history, Desk desk) {
        int bar = history.bar();
        fastSum += history.close() - (bar >= fast ? history.close(fast) : 0);
        slowSum += history.close() - (bar >= slow ? history.close(slow) : 0);
        if (bar < slow - 1 || !desk.isTrading()) {
            return;
        }
        if (fastSum / fast > slowSum / slow) {
            desk.enterLong(0);
        } else {
            desk.exit(0);
        }
    }
}
