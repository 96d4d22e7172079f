package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.gate.GateCounts;
import io.quanttradingos.backtest.performance.EquityCurve;
import java.util.List;
import java.util.Optional;

/**
 * A strategy that has run.
 *
 * @param ledger the record of the run under the costs that were asked for
 * @param curve its equity
 * @param atMultiples the result at 0, 1 and 2 times the costs
 * @param agents what the pipeline's agents did; empty where none had a say
 * @param search what else was tried
 */
public record Ran(
        Prepared prepared,
        Ledger ledger,
        EquityCurve curve,
        List<CostReport.AtMultiple> atMultiples,
        Optional<GateCounts> agents,
        Optional<Searched> search)
        implements Finished {

    CostReport.AtMultiple atTwiceTheCosts() {
        return atMultiples.get(atMultiples.size() - 1);
    }
}
