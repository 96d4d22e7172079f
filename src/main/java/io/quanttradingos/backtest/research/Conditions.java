package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import java.util.function.Function;

/**
 * What every candidate is run under.
 *
 * @param market the bars
 * @param settings how it trades, from which bar on, and how many bars a year has
 * @param hooks makes those of one run, given the ledger it is going to be recorded in; called by several threads at once
 * @param riskFree a year's riskless return, as a fraction
 */
public record Conditions(Market market, EngineSettings settings, Function<Ledger, Hooks> hooks, double riskFree) {
    public Conditions {
        if (!(riskFree > -1 && riskFree < 10)) {
            throw new IllegalArgumentException("the riskless return must be in (-1, 10), was " + riskFree);
        }
    }

    /** Without hooks and riskless return. */
    public static Conditions of(Market market, EngineSettings settings) {
        return new Conditions(market, settings, ledger -> Hooks.none(), 0);
    }

    /** All bars that are traded on. */
    Span span() {
        return new Span(Math.min(settings.firstBar(), market.rows()), market.rows());
    }
}
