package io.quanttradingos.state;

import java.time.Instant;
import java.time.LocalDate;

/** Trials for tests. */
final class Trials {
    static final TrialFamily FAMILY = new TrialFamily("desk", "SPY", "sma_cross");

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 29);

    private Trials() {}

    /** The same number stands for the same settings. */
    static Trial trial(int settings, double sharpe) {
        return trial(settings, sharpe, Drafts.START.plusSeconds(settings));
    }

    static Trial trial(int settings, double sharpe, Instant at) {
        return new Trial(Content.of("settings " + settings).sha256(), sharpe, 2_515, -0.4, 5.5, FIRST, LAST, at);
    }
}
