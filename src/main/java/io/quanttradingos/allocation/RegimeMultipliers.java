package io.quanttradingos.allocation;

/**
 * The share of full size each regime deserves, each in [0, 1]; 0 stops new trades in that regime.
 *
 * <p>In a trend the size stands; the less a market pays for direction, and the less is known of it, the smaller.
 */
public record RegimeMultipliers(
        double trending, double range, double ranging, double chop, double downtrend, double highVol, double unknown) {
    public RegimeMultipliers {
        Check.limit("trending", trending, 0, 1);
        Check.limit("range", range, 0, 1);
        Check.limit("ranging", ranging, 0, 1);
        Check.limit("chop", chop, 0, 1);
        Check.limit("downtrend", downtrend, 0, 1);
        Check.limit("high_vol", highVol, 0, 1);
        Check.limit("unknown", unknown, 0, 1);
    }

    public static RegimeMultipliers defaults() {
        return new RegimeMultipliers(1, 0.6, 0.5, 0.5, 0.4, 0.35, 0.25);
    }

    /** The table's entry. */
    public double multiplier(RegimeKey regime) {
        return switch (regime) {
            case TRENDING -> trending;
            case RANGE -> range;
            case RANGING -> ranging;
            case CHOP -> chop;
            case DOWNTREND -> downtrend;
            case HIGH_VOL -> highVol;
            case UNKNOWN -> unknown;
        };
    }

    WaterfallStep step(RegimeKey regime) {
        double multiplier = multiplier(regime);
        return new WaterfallStep(
                Factor.REGIME,
                regime.key(),
                multiplier,
                "the regime " + regime.key() + " is given " + Wording.number(multiplier) + " of full size");
    }
}
