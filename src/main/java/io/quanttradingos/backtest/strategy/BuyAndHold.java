package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;

/**
 * Buys once and never sells: one instrument for the size the run trades, several for an equal share of the equity each,
 * at the first bar that the run trades on and the instrument has.
 *
 * <p>Buys no second time: not after a stop, and not where the order was rejected.
 */
final class BuyAndHold implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "buy_and_hold",
                    "Buys at the first bar and holds to the end; several instruments for an equal share of the equity"
                            + " each.")
            .forManyInstruments()
            .madeBy((parameters, context) -> new BuyAndHold(context.instruments()));

    private final boolean[] isBought;
    private int bought;

    BuyAndHold(int instruments) {
        isBought = new boolean[instruments];
    }

    @Override
    public void atClose(History history, Desk desk) {
        if (bought < isBought.length && desk.isTrading()) {
            buy(history, desk);
        }
    }

    private void buy(History history, Desk desk) {
        for (int i = 0; i < isBought.length; i++) {
            if (isBought[i] || !history.has(i)) {
                continue;
            }
            isBought[i] = true;
            bought++;
            if (isBought.length == 1) {
                desk.enterLong(i);
            } else {
                desk.target(i, 1.0 / isBought.length);
            }
        }
    }
}
