package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import java.util.function.BooleanSupplier;

/** Gives a long run up within a few thousand bars of being told to; a short one is not worth the asking. */
final class PatientStrategy implements Strategy {
    private static final int BARS_BETWEEN = 1 << 12;

    private final Strategy strategy;
    private final BooleanSupplier givesUp;

    private PatientStrategy(Strategy strategy, BooleanSupplier givesUp) {
        this.strategy = strategy;
        this.givesUp = givesUp;
    }

    static Strategy of(Strategy strategy, int bars, BooleanSupplier givesUp) {
        return bars <= 2 * BARS_BETWEEN ? strategy : new PatientStrategy(strategy, givesUp);
    }

    @Override
    public void atClose(History history, Desk desk) {
        if (history.bar() % BARS_BETWEEN == 0 && givesUp.getAsBoolean()) {
            throw new SharedWork.GivenUp();
        }
        strategy.atClose(history, desk);
    }
}
