package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Hooks;

/** The gate of one run: its hooks, and afterwards what they did. */
public final class GatedRun {
    private final Hooks hooks;
    private final GateTally tally;

    GatedRun(Hooks hooks, GateTally tally) {
        this.hooks = hooks;
        this.tally = tally;
    }

    /** For one run of the engine, with the ledger they were made for. */
    public Hooks hooks() {
        return hooks;
    }

    /** What was vetoed, scaled and limited so far. */
    public GateCounts counts() {
        return tally.counts();
    }
}
