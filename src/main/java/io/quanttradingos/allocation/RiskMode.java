package io.quanttradingos.allocation;

import java.util.Locale;

/** The size multiplier in one word; {@link RiskModeThresholds} draws the lines. */
public enum RiskMode {
    NORMAL,
    REDUCED,
    DEFENSIVE,
    /** No new trades: a limit is broken or nothing is left of the size. */
    HALT;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in answers, for example {@code defensive}. */
    public String key() {
        return key;
    }

    /** The key, so that whoever writes an answer writes that. */
    @Override
    public String toString() {
        return key;
    }
}
