package io.quanttradingos.discipline;

/** The rules of a plan, in the order their violations are reported. */
public enum Rule {
    REGIME_MISMATCH("Regime Mismatch"),
    MISSING_STOP("Missing Stop"),
    OVERSIZED_FOR_REGIME("Oversized for Regime"),
    OVERSIZED_POSITION("Oversized Position"),
    STOP_TOO_WIDE("Stop Too Wide"),
    RISK_TOO_LARGE("Risk Too Large"),
    EARLY_EXIT("Early Exit"),
    /** Only the original system's: a stop that was obeyed. */
    LATE_EXIT("Late Exit");

    private final String title;

    Rule(String title) {
        this.title = title;
    }

    /** The {@code violation_type} of an answer. */
    public String title() {
        return title;
    }
}
