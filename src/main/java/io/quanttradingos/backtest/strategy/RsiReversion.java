package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.indicator.RelativeStrengthIndex;

/** Buys what has fallen: long below one value of Wilder's relative strength index, out above another. */
final class RsiReversion implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "rsi_reversion",
                    "Long when the relative strength index (Wilder) falls below entry, out when it rises above exit.")
            .with(Parameter.integer("bars", 14, 1, 10_000, "changes of the close that the index averages"))
            .with(Parameter.number("entry", 30, 0, 100, "the index below which it buys"))
            .with(Parameter.number("exit", 55, 0, 100, "the index above which it sells"))
            .whereLess("entry", "exit")
            .warmingUp(parameters -> parameters.integer("bars"))
            .madeBy(RsiReversion::new);

    private final RelativeStrengthIndex index;
    private final double entry;
    private final double exit;

    private RsiReversion(Parameters parameters) {
        this.index = new RelativeStrengthIndex(parameters.integer("bars"));
        this.entry = parameters.number("entry");
        this.exit = parameters.number("exit");
    }

    @Override
    public void atClose(History history, Desk desk) {
        index.add(history.close());
        double now = index.value();
        if (!desk.isTrading()) {
            return;
        }
        if (Clearly.below(now, entry)) {
            desk.enterLong(0);
        } else if (Clearly.above(now, exit)) {
            desk.exit(0);
        }
    }
}
