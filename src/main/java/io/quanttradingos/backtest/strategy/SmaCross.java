package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.indicator.SimpleMovingAverage;

/** Follows the crosses of two plain averages of the closes; see {@link Crossing}. */
final class SmaCross implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "sma_cross",
                    "Long when the fast simple moving average of the closes crosses above the slow one, out when it"
                            + " crosses below.")
            .with(Parameter.integer("fast", 20, 1, 10_000, "closes of the fast average"))
            .with(Parameter.integer("slow", 50, 2, 10_000, "closes of the slow average"))
            .with(Crossing.ALLOW_SHORT)
            .whereLess("fast", "slow")
            .warmingUp(parameters -> parameters.integer("slow"))
            .madeBy(SmaCross::new);

    private final SimpleMovingAverage fast;
    private final SimpleMovingAverage slow;
    private final Crossing crossing;

    private SmaCross(Parameters parameters) {
        this.fast = new SimpleMovingAverage(parameters.integer("fast"));
        this.slow = new SimpleMovingAverage(parameters.integer("slow"));
        this.crossing = new Crossing(parameters);
    }

    @Override
    public void atClose(History history, Desk desk) {
        double close = history.close();
        fast.add(close);
        slow.add(close);
        crossing.trade(fast.value(), slow.value(), desk);
    }
}
