package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.indicator.BollingerBands;

/**
 * Buys what has fallen far: long below the lower band, out at the average; the other way round above the upper band where
 * short positions are allowed. The bands are Bollinger's, of the population's deviation, and include the bar at hand.
 */
final class BollingerReversion implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "bollinger_reversion",
                    "Long when the close is below the lower Bollinger band, out when it is back at the average.")
            .with(Parameter.integer("bars", 20, 2, 10_000, "closes of the average and the deviation"))
            .with(Parameter.number("width", 2, 0.01, 10, "deviations from the average to a band"))
            .with(Crossing.ALLOW_SHORT)
            .warmingUp(parameters -> parameters.integer("bars") - 1)
            .madeBy(BollingerReversion::new);

    private final BollingerBands bands;
    private final boolean allowShort;

    private BollingerReversion(Parameters parameters) {
        this.bands = BollingerBands.ofPopulation(parameters.integer("bars"), parameters.number("width"));
        this.allowShort = parameters.flag(Crossing.ALLOW_SHORT.name());
    }

    @Override
    public void atClose(History history, Desk desk) {
        double close = history.close();
        bands.add(close);
        if (!desk.isTrading()) {
            return;
        }
        if (Clearly.below(close, bands.lower())) {
            desk.enterLong(0);
        } else if (allowShort && Clearly.above(close, bands.upper())) {
            desk.enterShort(0);
        } else if (isBack(close, desk.shares(0))) {
            desk.exit(0);
        }
    }

    private boolean isBack(double close, double shares) {
        double middle = bands.middle();
        return shares > 0 ? !Clearly.below(close, middle) : shares < 0 && !Clearly.above(close, middle);
    }
}
