package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.indicator.ExponentialMovingAverage;

/** Follows the crosses of two exponential averages of the closes; see {@link Crossing}. */
final class EmaCross implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "ema_cross",
                    "Long when the fast exponential moving average of the closes crosses above the slow one, out when it"
                            + " crosses below.")
            .with(Parameter.integer("fast", 12, 1, 10_000, "closes of the fast average"))
            .with(Parameter.integer("slow", 26, 2, 10_000, "closes of the slow average"))
            .with(Crossing.ALLOW_SHORT)
            .whereLess("fast", "slow")
            .warmingUp(parameters -> parameters.integer("slow"))
            .madeBy(EmaCross::new);

    private final ExponentialMovingAverage fast;
    private final ExponentialMovingAverage slow;
    private final Crossing crossing;

    private EmaCross(Parameters parameters) {
        this.fast = new ExponentialMovingAverage(parameters.integer("fast"));
        this.slow = new ExponentialMovingAverage(parameters.integer("slow"));
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
