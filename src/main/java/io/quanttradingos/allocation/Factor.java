package io.quanttradingos.allocation;

import java.util.Locale;

/** What the position size depends on, in the order the multipliers are applied. */
public enum Factor {
    REGIME,
    CONFIDENCE,
    DRAWDOWN,
    DISCIPLINE,
    VOLATILITY,
    HEAT,
    /** Only a hard limit; it never scales the size. */
    OPEN_POSITIONS,
    /** The last step of a waterfall that a hard limit has cut to nothing. */
    BLOCKED;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in answers, for example {@code open_positions}. */
    public String key() {
        return key;
    }

    /** The key, so that whoever writes an answer writes that. */
    @Override
    public String toString() {
        return key;
    }
}
