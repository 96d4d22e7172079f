package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.performance.CoreMetrics;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** What one thread runs candidates with, one after the other. */
final class Runner {
    private final Conditions conditions;
    private final BooleanSupplier givesUp;
    private final Ledger ledger = new Ledger();
    private final CoreMetrics metrics = new CoreMetrics();
    private double[] equity = new double[0];
    private double[] returns = new double[0];
    private double cash;
    private int bars;

    Runner(Conditions conditions, BooleanSupplier givesUp) {
        this.conditions = conditions;
        this.givesUp = givesUp;
    }

    /**
     * Runs a strategy that gives its first order at the close of a span's first bar, having seen those before, and
     * measures that bar and the others of the span. Nothing after the span is looked at.
     */
    RunFigures run(Strategy strategy, Span span, double initialCash) {
        Market market = conditions.market().until(span.end());
        EngineSettings settings = conditions.settings().from(span.first()).withCash(initialCash);
        Strategy patient = PatientStrategy.of(strategy, span.end(), givesUp);
        new Engine(market, settings).run(patient, conditions.hooks().apply(ledger), ledger);
        cash = initialCash;
        takeEquity(span);
        metrics.measure(equity, bars, cash);
        int trades = ledger.trades().size();
        return RunFigures.of(metrics, conditions.riskFree(), settings.barsPerYear(), trades, ledger.finalEquity());
    }

    private void takeEquity(Span span) {
        if (returns.length != span.bars() - 1) {
            equity = new double[span.bars()];
            returns = new double[span.bars() - 1];
        }
        bars = ledger.bars() - span.first();
        System.arraycopy(ledger.equity(), span.first(), equity, 0, bars);
    }

    /** The equity at the close of each bar of the last run; only the first {@link #bars} count. */
    double[] equity() {
        return equity;
    }

    /** How many bars the last run had: all of its span, unless the account went bankrupt. */
    int bars() {
        return bars;
    }

    /**
     * The return of each bar of the last run's span after the first, the first of them from the initial cash; 0 once the
     * account is gone. Overwritten by the next call.
     */
    double[] returns() {
        Arrays.fill(returns, 0);
        double before = cash;
        for (int bar = 1; bar < bars && before > 0; bar++) {
            returns[bar - 1] = equity[bar] / before - 1;
            before = equity[bar];
        }
        return returns;
    }
}
