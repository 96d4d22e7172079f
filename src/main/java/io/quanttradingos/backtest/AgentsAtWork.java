package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.gate.Gate;
import io.quanttradingos.backtest.gate.GateCounts;
import io.quanttradingos.backtest.gate.GatedRun;
import io.quanttradingos.backtest.gate.MarketRegimes;
import io.quanttradingos.backtest.performance.EquityCurve;
import io.quanttradingos.backtest.performance.RegimePerformance;
import io.quanttradingos.backtest.performance.RegimeTable;
import io.quanttradingos.backtest.strategy.RegimeLabels;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.PriceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline's agents for the runs over one market: those that have a say, and the regime of each bar where it can be
 * told.
 */
public final class AgentsAtWork {
    private final @Nullable Gate gate;
    private final @Nullable MarketRegimes regimes;
    private final @Nullable Input<PriceFile> prices;
    private final boolean reliedOn;

    /** @param reliedOn whether the regimes have a part in the run, beyond telling how it did in each of them */
    AgentsAtWork(
            @Nullable Gate gate, @Nullable MarketRegimes regimes, @Nullable Input<PriceFile> prices, boolean reliedOn) {
        this.gate = gate;
        this.regimes = regimes;
        this.prices = prices;
        this.reliedOn = reliedOn;
    }

    /** What the regimes were read from, where that was not the bars. */
    Optional<Input<PriceFile>> prices() {
        return Optional.ofNullable(prices);
    }

    /** The regime of each bar, as it was known then; empty where it cannot be told. */
    Optional<RegimeLabels> labels() {
        return Optional.ofNullable(regimes).map(known -> known::label);
    }

    /** Those who have a say in one run. */
    Seats over(Ledger ledger) {
        return new Seats(gate == null ? null : gate.over(ledger));
    }

    /** What is needed to know before relying on the regimes, where they have a part in the run. */
    List<String> warnings() {
        return reliedOn && regimes != null ? regimes.warnings() : List.of();
    }

    /** Those who have a say in one run, and what they did. */
    static final class Seats {
        private final @Nullable GatedRun run;

        private Seats(@Nullable GatedRun run) {
            this.run = run;
        }

        Hooks hooks() {
            return run == null ? Hooks.none() : run.hooks();
        }

        Optional<GateCounts> counts() {
            return Optional.ofNullable(run).map(GatedRun::counts);
        }
    }

    /** How a run did in each regime. */
    List<RegimePerformance> table(EquityCurve curve) {
        if (regimes == null || curve.bars() < 2) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        byte[] labels = new byte[curve.bars()];
        String before = null;
        byte code = -1;
        for (int bar = 0; bar < labels.length; bar++) {
            String label = regimes.label(bar);
            if (label == null) {
                labels[bar] = -1;
            } else {
                code = label.equals(before) ? code : code(names, label);
                before = label;
                labels[bar] = code;
            }
        }
        return RegimeTable.of(curve, labels, names).rows();
    }

    private static byte code(List<String> names, String label) {
        int known = names.indexOf(label);
        if (known < 0) {
            names.add(label);
            known = names.size() - 1;
        }
        return (byte) known;
    }
}
