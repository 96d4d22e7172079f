package io.quanttradingos.backtest;

import io.quanttradingos.backtest.CostReport.AtMultiple;
import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.performance.CoreMetrics;
import io.quanttradingos.backtest.performance.EquityCurve;
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
        Ledger ledger = run(costs, true);
        AtMultiple asAsked = at(1, ledger);
        Ledger other = costs.areNone() ? ledger : new Ledger();
        List<AtMultiple> atMultiples = new ArrayList<>();
        for (double multiple : MULTIPLES) {
            if (multiple == 1) {
                atMultiples.add(asAsked);
            } else if (costs.areNone()) {
                atMultiples.add(at(multiple, ledger));
            } else {
                run(costs.times(multiple), false, other);
                atMultiples.add(at(multiple, other));
            }
        }
        return new Ran(prepared, ledger, curve(ledger), atMultiples, search);
    }

    private Ledger run(Costs costs, boolean counted) {
        Ledger ledger = new Ledger();
        run(costs, counted, ledger);
        return ledger;
    }

    private void run(Costs costs, boolean counted, Ledger ledger) {
        Strategy strategy = prepared.parameters().kind().create(prepared.parameters(), prepared.context());
        Hooks hooks = prepared.agents().hooks(counted);
        new Engine(prepared.market(), prepared.settings().with(costs)).run(strategy, hooks, ledger);
    }

    private EquityCurve curve(Ledger ledger) {
        return new EquityCurve(
                prepared.market().times(),
                ledger.equity(),
                ledger.bars(),
                prepared.settings().initialCash());
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
