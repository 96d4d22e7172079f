package io.quanttradingos.backtest.research;

import org.jspecify.annotations.Nullable;

/**
 * The best candidate so far; of equals the one with the lowest number, in whatever order and by whatever thread they are
 * offered.
 *
 * <p>A run in which nothing happened cannot be chosen: its drawdown of 0 is no merit.
 */
final class Choice {
    private static final int NONE = -1;

    private final Objective objective;
    private int candidate = NONE;
    private double merit;
    private @Nullable RunFigures figures;

    Choice(Objective objective) {
        this.objective = objective;
    }

    synchronized void offer(int number, RunFigures offered) {
        double value = offered.isKnown() ? objective.merit(offered) : Double.NaN;
        if (Double.isNaN(value)) {
            return;
        }
        if (candidate == NONE || value > merit || (value == merit && number < candidate)) {
            candidate = number;
            merit = value;
            figures = offered;
        }
    }

    synchronized boolean isMade() {
        return candidate != NONE;
    }

    /** Its number; -1 where there is none. */
    synchronized int candidate() {
        return candidate;
    }

    /** Null where there is none. */
    synchronized @Nullable RunFigures figures() {
        return figures;
    }
}
