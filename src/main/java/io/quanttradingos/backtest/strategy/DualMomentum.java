package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.units.Symbol;
import java.util.Arrays;
import java.util.List;

/**
 * Holds the instruments that rose most, as long as they rose at all (G. Antonacci, "Dual Momentum Investing", 2014).
 *
 * <p>Relative: the {@code top} of the instruments by their return over the lookback, the one first named where two are
 * equal. Absolute: one of them that did not rise gives its share to the {@code risk_off} instrument, or to cash where
 * none is named; that instrument is not ranked. An instrument without a close in the ten bars up to now, or in the ten up
 * to the start of the return, is not ranked either.
 */
final class DualMomentum implements Strategy {
    static final StrategyKind KIND = StrategyKind.named(
                    "dual_momentum",
                    "Equal shares of the equity in the instruments with the highest returns, each only where its return"
                            + " is above 0; else in the risk-off instrument or cash.")
            .with(Parameter.integer("lookback", 252, 1, 10_000, "bars of the return that is compared"))
            .with(Parameter.integer("top", 1, 1, 1_000, "how many instruments are held"))
            .with(Parameter.symbol("risk_off", "what is held in place of one that did not rise; cash where empty"))
            .with(Cadence.EVERY)
            .with(Cadence.UNIT)
            .with(TargetWeight.band(0.1))
            .forManyInstruments()
            .warmingUp(parameters -> parameters.integer("lookback"))
            .madeBy(DualMomentum::new);

    private final int lookback;
    private final int top;
    private final int riskOff;
    private final double band;
    private final Cadence cadence;
    private final double[] change;
    private final double[] wanted;

    private DualMomentum(Parameters parameters, StrategyContext context) {
        this.lookback = parameters.integer("lookback");
        this.top = parameters.integer("top");
        this.band = parameters.number("band");
        this.riskOff = riskOff(parameters.text("risk_off"), context.symbols());
        this.cadence = new Cadence(parameters);
        this.change = new double[context.instruments()];
        this.wanted = new double[context.instruments()];
        int ranked = context.instruments() - (riskOff < 0 ? 0 : 1);
        if (top > ranked) {
            throw Refusal.invalid(
                    "dual_momentum top must be at most the " + ranked + " instruments ranked, was " + top);
        }
    }

    private static int riskOff(String name, List<Symbol> symbols) {
        return name.isEmpty() ? -1 : InstrumentNames.number(KIND.name(), "risk_off", name, symbols);
    }

    @Override
    public void atClose(History history, Desk desk) {
        if (history.bar() < lookback || !desk.isTrading() || !cadence.isDue(history)) {
            return;
        }
        cadence.done(history);
        for (int i = 0; i < change.length; i++) {
            change[i] = i == riskOff
                    ? Double.NaN
                    : LastKnown.close(history, i, 0) / LastKnown.close(history, i, lookback) - 1;
        }
        choose();
        for (int i = 0; i < wanted.length; i++) {
            TargetWeight.restore(desk, i, wanted[i], band);
        }
    }

    private void choose() {
        Arrays.fill(wanted, 0);
        double free = 1;
        for (int place = 0; place < top; place++) {
            int best = best();
            if (best < 0 || !(change[best] > 0)) {
                break;
            }
            wanted[best] = 1.0 / top;
            free -= 1.0 / top;
            change[best] = Double.NaN;
        }
        if (riskOff >= 0 && free > 1e-9) {
            wanted[riskOff] = free;
        }
    }

    private int best() {
        int best = -1;
        for (int i = 0; i < change.length; i++) {
            if (!Double.isNaN(change[i]) && (best < 0 || change[i] > change[best])) {
                best = i;
            }
        }
        return best;
    }
}
