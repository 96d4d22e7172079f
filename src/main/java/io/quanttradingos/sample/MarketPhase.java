package io.quanttradingos.sample;

import java.util.List;

/**
 * A stretch of the invented history with its own drifts and volatility.
 *
 * @param days trading days; the last phase lasts as long as there are dates
 * @param marketDrift per year, logarithmic
 * @param marketVolatility per year
 * @param ratesDrift of the factor behind bonds, per year
 * @param flight how far bonds move against the market; negative where they fall together
 */
record MarketPhase(
        String name, int days, double marketDrift, double marketVolatility, double ratesDrift, double flight) {

    /** The story: a calm rise, a scare, a crash with a flight into bonds, a rebound, a choppy year, a repair. */
    static final List<MarketPhase> STORY = List.of(
            new MarketPhase("calm rise", 430, 0.15, 0.09, 0.01, 0.08),
            new MarketPhase("scare", 45, -0.70, 0.22, 0.03, 0.12),
            new MarketPhase("recovery", 250, 0.22, 0.11, 0.03, 0.08),
            new MarketPhase("late cycle", 240, 0.07, 0.12, 0.04, 0.10),
            new MarketPhase("crash", 30, -3.40, 0.52, 0.45, 0.12),
            new MarketPhase("rebound", 120, 0.80, 0.26, -0.02, 0.08),
            new MarketPhase("bull", 330, 0.22, 0.13, -0.03, 0.05),
            new MarketPhase("choppy year", 260, -0.14, 0.22, -0.11, -0.08),
            new MarketPhase("repair", 215, 0.17, 0.14, -0.01, 0.02),
            new MarketPhase("today", 400, 0.16, 0.11, 0.00, 0.04));

    static MarketPhase at(int row) {
        int left = row;
        for (MarketPhase phase : STORY) {
            if (left < phase.days) {
                return phase;
            }
            left -= phase.days;
        }
        return STORY.get(STORY.size() - 1);
    }

    /** Whether a careful trader would open a long position. */
    boolean rising() {
        return marketDrift > 0.05;
    }
}
