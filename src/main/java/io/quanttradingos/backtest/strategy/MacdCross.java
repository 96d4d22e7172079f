package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.indicator.Macd;

/** Follows the crosses of the MACD line and its signal; see {@link Crossing}. */
final class MacdCross implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "macd",
                    "Long when the MACD line (fast less slow exponential average of the closes) crosses above its signal,"
                            + " out when it crosses below.")
            .with(Parameter.integer("fast", 12, 1, 10_000, "closes of the fast average"))
            .with(Parameter.integer("slow", 26, 2, 10_000, "closes of the slow average"))
            .with(Parameter.integer("signal", 9, 1, 10_000, "values of the line that the signal averages"))
            .with(Crossing.ALLOW_SHORT)
            .whereLess("fast", "slow")
            .warmingUp(parameters -> parameters.integer("slow") + parameters.integer("signal") - 1)
            .madeBy(MacdCross::new);

    private final Macd macd;
    private final Crossing crossing;

    private MacdCross(Parameters parameters) {
        this.macd = new Macd(parameters.integer("fast"), parameters.integer("slow"), parameters.integer("signal"));
        this.crossing = new Crossing(parameters);
    }

    @Override
    public void atClose(History history, Desk desk) {
        macd.add(history.close());
        crossing.trade(macd.line(), macd.signal(), desk);
    }
}
