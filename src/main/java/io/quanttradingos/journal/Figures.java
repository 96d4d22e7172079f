package io.quanttradingos.journal;

import org.jspecify.annotations.Nullable;

/** All that was computed from a journal's results. */
record Figures(
        Tally tally,
        Spread spread,
        @Nullable ExpectancyInterval interval,
        RiskMultiples risk,
        Streaks streaks,
        ClosedTradeCurve curve,
        Days days,
        Breakdowns by) {

    /** Null where fees are unknown, or there was no gain for them to eat. */
    static @Nullable Double feesToGross(double gross, @Nullable Double fees) {
        return fees == null || !(gross > 0) ? null : (Double) (fees / gross);
    }
}
