package io.quanttradingos.allocation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The market regimes the allocation tells apart, for example {@code high_vol}. */
public enum RegimeKey {
    TRENDING,
    RANGE,
    RANGING,
    CHOP,
    DOWNTREND,
    HIGH_VOL,
    UNKNOWN;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in answers and policies, for example {@code high_vol}. */
    public String key() {
        return key;
    }

    /** The key, so that whoever writes an answer writes that. */
    @Override
    public String toString() {
        return key;
    }

    /**
     * The regime a market label stands for: {@code "Risk-Off / Low Vol / Downtrend / Weak Breadth"} is
     * {@link #DOWNTREND}.
     *
     * <p>High volatility wins over everything. In a calm market an uptrend is {@link #TRENDING}, else a downtrend
     * {@link #DOWNTREND}, else weak breadth {@link #CHOP}, else {@link #TRENDING}. A label without a volatility that
     * speaks of chop or of ranging is {@link #RANGING}. Anything else, a missing label included, is {@link #UNKNOWN}.
     * Upper and lower case are the same.
     */
    public static RegimeKey ofLabel(@Nullable String label) {
        return ofLabel(label, DOWNTREND);
    }

    /** As {@link #ofLabel(String)}, but a calm downtrend is {@link #RANGING}, as the original system had it. */
    public static RegimeKey ofLabelAsSeed(@Nullable String label) {
        return ofLabel(label, RANGING);
    }

    private static RegimeKey ofLabel(@Nullable String label, RegimeKey calmDowntrend) {
        String text = label == null ? "" : label.toUpperCase(Locale.ROOT);
        if (text.contains("HIGH VOL")) {
            return HIGH_VOL;
        }
        if (text.contains("LOW VOL") || text.contains("NORMAL VOL")) {
            return ofCalmLabel(text, calmDowntrend);
        }
        return text.contains("CHOP") || text.contains("RANGING") ? RANGING : UNKNOWN;
    }

    private static RegimeKey ofCalmLabel(String text, RegimeKey calmDowntrend) {
        if (text.contains("UPTREND")) {
            return TRENDING;
        }
        if (text.contains("DOWNTREND")) {
            return calmDowntrend;
        }
        return text.contains("WEAK BREADTH") ? CHOP : TRENDING;
    }
}
