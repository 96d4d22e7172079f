package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.weights.Weighting;
import io.quanttradingos.backtest.weights.Weights;
import java.util.Map;

/**
 * Brings several instruments back to their shares of the equity from time to time.
 *
 * <p>Shares from past returns need every return of the lookback: an instrument takes part once it has that many, and the
 * bars count that all who take part have. An instrument without a close in the last ten bars takes no part. While no
 * shares can be worked out, nothing is done, and the next bar is tried.
 */
final class Rebalance implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "rebalance",
                    "Holds several instruments at the shares of the equity that a rule gives them, and restores these"
                            + " once a month.")
            .with(RebalanceRule.PARAMETER)
            .with(Parameter.map(
                    "weights", Map.of(), 0, 1, "share of the equity by symbol for the rule fixed, together at most 1"))
            .with(Parameter.integer("lookback", 252, 2, 10_000, "past returns that the shares are worked out from"))
            .with(Cadence.EVERY)
            .with(Cadence.UNIT)
            .with(TargetWeight.band(0))
            .forManyInstruments()
            .warmingUp(parameters -> RebalanceRule.of(parameters).needsReturns() ? parameters.integer("lookback") : 0)
            .madeBy(Rebalance::new);

    private final Weighting weighting;
    private final ReturnWindow window;
    private final double band;
    private final Cadence cadence;

    private Rebalance(Parameters parameters, StrategyContext context) {
        RebalanceRule rule = RebalanceRule.of(parameters);
        this.weighting = rule.weighting(parameters.map("weights"), context.symbols());
        this.window = new ReturnWindow(context.instruments(), rule.needsReturns() ? parameters.integer("lookback") : 0);
        this.band = parameters.number("band");
        this.cadence = new Cadence(parameters);
    }

    @Override
    public void atClose(History history, Desk desk) {
        window.see(history);
        if (!desk.isTrading() || !cadence.isDue(history) || !window.fill(history)) {
            return;
        }
        double[][] returns = window.returns();
        Weights weights = weighting.weights(returns, 0, returns[0].length);
        if (weights.leftOut().size() < weights.assets()) {
            cadence.done(history);
            restore(weights, desk);
        }
    }

    private void restore(Weights weights, Desk desk) {
        for (int i = 0; i < weights.assets(); i++) {
            TargetWeight.restore(desk, i, window.takesPart(i) ? weights.fraction(i) : 0, band);
        }
    }
}
