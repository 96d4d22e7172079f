package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.indicator.RollingVolatility;

/**
 * Holds as much as keeps the volatility at a wanted one: {@code min(cap, wanted / recent)} of the equity.
 *
 * <p>Orders are given only when the position is off by more than the band. One that changed nothing, for a veto or for
 * less than a share, is given again when the wanted share moved by more than the band, or after as many bars as the
 * volatility covers. While the closes do not vary there is no volatility to go by, and nothing is done.
 */
final class VolTarget implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "vol_target",
                    "Long by the share of the equity that would have had the wanted volatility lately, whatever the"
                            + " sizing of the run.")
            .with(Parameter.number("annual", 0.10, 0.001, 10, "the wanted yearly volatility, 0.10 is 10 percent"))
            .with(Parameter.integer("bars", 20, 2, 10_000, "returns that the volatility is measured over"))
            .with(TargetWeight.band(0.1))
            .with(Parameter.number("cap", 1, 0.01, 100, "the most of the equity that is held"))
            .warmingUp(parameters -> parameters.integer("bars"))
            .madeBy(VolTarget::new);

    private final RollingVolatility volatility;
    private final double wantedPerBar;
    private final int bars;
    private final double band;
    private final double cap;
    private double asked = Double.NaN;
    private double sharesWhenAsked;
    private int askedAt;

    private VolTarget(Parameters parameters, StrategyContext context) {
        this.bars = parameters.integer("bars");
        this.volatility = new RollingVolatility(bars);
        this.wantedPerBar = parameters.number("annual") / Math.sqrt(context.barsPerYear());
        this.band = parameters.number("band");
        this.cap = parameters.number("cap");
    }

    @Override
    public void atClose(History history, Desk desk) {
        volatility.add(history.close());
        double recent = volatility.value();
        if (!(recent > 0) || !desk.isTrading()) {
            return;
        }
        double wanted = Math.min(cap, wantedPerBar / recent);
        if (TargetWeight.isOff(desk, 0, wanted, band) && !isAskedAlready(wanted, history.bar(), desk.shares(0))) {
            asked = wanted;
            askedAt = history.bar();
            sharesWhenAsked = desk.shares(0);
            desk.target(0, wanted);
        }
    }

    private boolean isAskedAlready(double wanted, int bar, double shares) {
        return shares == sharesWhenAsked && Math.abs(wanted - asked) <= band && bar - askedAt < bars;
    }
}
