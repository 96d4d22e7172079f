package io.quanttradingos.backtest;

import io.quanttradingos.backtest.CostReport.AtMultiple;
import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.gate.GateCounts;
import io.quanttradingos.backtest.performance.CoreMetrics;
import io.quanttradingos.backtest.performance.EquityCurve;
import io.quanttradingos.failure.Abandonment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs what was prepared, under the costs that were asked for and under none and twice as high ones. */
final class StrategyRun {
    private static final double[] MULTIPLES = {0, 1, 2};

    private final Prepared prepared;
    private final CoreMetrics core = new CoreMetrics();

    StrategyRun(Prepared prepared) {
        this.prepared = prepared;
    }

    Ran ran(Optional<Searched> search) {
        Costs costs = prepared.settings().costs();
        Ledger ledger = new Ledger();
        Optional<GateCounts> counts = run(costs, ledger);
        List<AtMultiple> atMultiples = new ArrayList<>();
        Ledger other = new Ledger();
        for (double multiple : MULTIPLES) {
            boolean same = multiple == 1 || costs.areNone();
            if (!same) {
                run(costs.times(multiple), other);
            }
            atMultiples.add(at(multiple, same ? ledger : other));
        }
        return new Ran(prepared, ledger, curve(ledger), atMultiples, counts, search);
    }

    private Optional<GateCounts> run(Costs costs, Ledger ledger) {
        Abandonment.check();
        Strategy strategy = prepared.parameters().kind().create(prepared.parameters(), prepared.context());
        AgentsAtWork.Seats seats = prepared.agents().over(ledger);
        new Engine(prepared.market(), prepared.settings().with(costs)).run(strategy, seats.hooks(), ledger);
        return seats.counts();
    }

    private EquityCurve curve(Ledger ledger) {
        Market market = prepared.market();
        double cash = prepared.settings().initialCash();
        // One bar, or a run that ended early, has another number of bars a year than the whole market, or none.
        return ledger.bars() == market.rows() && market.rows() > 1
                ? new EquityCurve(
                        market.times(),
                        ledger.equity(),
                        ledger.bars(),
                        cash,
                        prepared.settings().barsPerYear())
                : new EquityCurve(market.times(), ledger.equity(), ledger.bars(), cash);
    }

    private AtMultiple at(double multiple, Ledger ledger) {
        double cash = prepared.settings().initialCash();
        core.measure(ledger.equity(), ledger.bars(), cash);
        return new AtMultiple(
                multiple,
                ledger.finalEquity(),
                (ledger.finalEquity() - cash) / cash * 100,
                known(core.sharpeRatio(prepared.settings().barsPerYear())),
                core.maxDrawdownPct());
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
