package io.quanttradingos.backtest.research;

import io.quanttradingos.failure.Refusal;

/** How much one search may take on. */
final class SearchLimits {
    /** Combinations of a grid. */
    static final int COMBINATIONS = 20_000;

    /** Runs of a walk-forward test: combinations times windows. */
    static final long RUNS = 2_000_000;

    /** Bars that all runs together see: some minutes of a core. */
    static final long BARS = 10_000_000_000L;

    private static final int LEAST_BARS = 3;

    private SearchLimits() {}

    static void requireBars(Span span, int rows) {
        if (span.bars() < LEAST_BARS) {
            throw Refusal.notUsable("a search needs at least " + LEAST_BARS + " bars to trade on, there are "
                    + span.bars() + " of " + rows);
        }
    }

    static void requireWork(long runs, long bars) {
        if (runs > RUNS) {
            throw Refusal.invalid("the search would take " + runs + " runs, at most " + RUNS
                    + " are allowed: try fewer combinations or fewer windows");
        }
        if (bars > BARS) {
            throw Refusal.invalid("the search would run over " + bars + " bars in all, at most " + BARS
                    + " are allowed: try fewer combinations, fewer windows or fewer bars");
        }
    }
}
