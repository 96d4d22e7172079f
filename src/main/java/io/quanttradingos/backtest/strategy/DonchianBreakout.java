package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.indicator.DonchianChannel;

/**
 * Follows a breakout: long when the close is above the highs of the bars before it, out when it is below the lows of
 * fewer of them; the other way round where short positions are allowed.
 *
 * <p>The bar at hand belongs to neither channel, and a close at the very edge is no breakout.
 */
final class DonchianBreakout implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "donchian_breakout",
                    "Long when the close is above the highest high of the entry bars before it, out when it is below the"
                            + " lowest low of the exit bars before it.")
            .with(Parameter.integer(
                    "entry", 20, 1, 10_000, "bars before the one at hand whose range is broken to enter"))
            .with(Parameter.integer(
                    "exit", 10, 1, 10_000, "bars before the one at hand whose range is broken to leave"))
            .with(Crossing.ALLOW_SHORT)
            .warmingUp(parameters -> parameters.integer("entry"))
            .madeBy(DonchianBreakout::new);

    private final DonchianChannel entry;
    private final DonchianChannel exit;
    private final boolean allowShort;

    private DonchianBreakout(Parameters parameters) {
        this.entry = new DonchianChannel(parameters.integer("entry"));
        this.exit = new DonchianChannel(parameters.integer("exit"));
        this.allowShort = parameters.flag(Crossing.ALLOW_SHORT.name());
    }

    @Override
    public void atClose(History history, Desk desk) {
        if (desk.isTrading()) {
            trade(history.close(), desk);
        }
        double high = history.high(0, 0);
        double low = history.low(0, 0);
        entry.add(high, low);
        exit.add(high, low);
    }

    private void trade(double close, Desk desk) {
        if (close > entry.upper()) {
            desk.enterLong(0);
        } else if (allowShort && close < entry.lower()) {
            desk.enterShort(0);
        } else if (isBroken(close, desk.shares(0))) {
            desk.exit(0);
        }
    }

    private boolean isBroken(double close, double shares) {
        return shares > 0 ? close < exit.lower() : shares < 0 && close > exit.upper();
    }
}
