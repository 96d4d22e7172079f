package io.quanttradingos.backtest.research;

import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.performance.EquityCurve;
import io.quanttradingos.backtest.performance.Performance;
import java.util.Arrays;

/** One run and its figures by the long way: a ledger of its own and the report of a single backtest. */
final class PlainRun {
    private final Performance performance;
    private final double[] equity;
    private final double[] returns;
    private final int trades;

    private PlainRun(EquityCurve curve, double[] equity, int trades) {
        this.performance = Performance.of(curve, 0);
        this.equity = equity;
        this.returns = curve.returns();
        this.trades = trades;
    }

    static PlainRun of(Market market, EngineSettings settings, Strategy strategy) {
        Ledger ledger = new Ledger();
        new Engine(market, settings).run(strategy, Hooks.none(), ledger);
        int first = settings.firstBar();
        long[] times = Arrays.copyOfRange(market.times(), first, ledger.bars());
        double[] equity = Arrays.copyOfRange(ledger.equity(), first, ledger.bars());
        EquityCurve curve = new EquityCurve(times, equity, equity.length, settings.initialCash());
        return new PlainRun(curve, equity, ledger.trades().size());
    }

    Performance performance() {
        return performance;
    }

    double[] equity() {
        return equity;
    }

    double[] returns() {
        return returns;
    }

    int trades() {
        return trades;
    }
}
