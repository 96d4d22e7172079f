package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;

/**
 * Holds an instrument that has risen over the past year, the last month left out.
 *
 * <p>The return from {@code lookback} bars ago to {@code skip} bars ago decides; a return of 0 is none. The month left
 * out is Jegadeesh's short-term reversal (N. Jegadeesh, S. Titman, "Returns to Buying Winners and Selling Losers", 1993;
 * for one instrument's own past T. Moskowitz, Y. Ooi, L. Pedersen, "Time Series Momentum", 2012).
 */
final class Momentum implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "momentum",
                    "Long while the return from lookback to skip bars ago (12 months without the last one) is above 0,"
                            + " looked at once a month.")
            .with(Parameter.integer("lookback", 252, 2, 10_000, "bars from the start of the return to now"))
            .with(Parameter.integer("skip", 21, 0, 9_999, "last bars that the return leaves out"))
            .with(Cadence.EVERY)
            .with(Cadence.UNIT)
            .with(Crossing.ALLOW_SHORT)
            .whereLess("skip", "lookback")
            .warmingUp(parameters -> parameters.integer("lookback"))
            .madeBy(Momentum::new);

    private final int lookback;
    private final int skip;
    private final boolean allowShort;
    private final Cadence cadence;

    private Momentum(Parameters parameters) {
        this.lookback = parameters.integer("lookback");
        this.skip = parameters.integer("skip");
        this.allowShort = parameters.flag(Crossing.ALLOW_SHORT.name());
        this.cadence = new Cadence(parameters);
    }

    @Override
    public void atClose(History history, Desk desk) {
        if (history.bar() < lookback || !desk.isTrading() || !cadence.isDue(history)) {
            return;
        }
        cadence.done(history);
        double change = history.close(skip) - history.close(lookback);
        if (change > 0) {
            desk.enterLong(0);
        } else if (change < 0 && allowShort) {
            desk.enterShort(0);
        } else {
            desk.exit(0);
        }
    }
}
