package io.quanttradingos.guardian;

import java.util.Locale;

/** How nervous the market is, in the trader's three words. */
public enum VolatilityLevel {
    LOW,
    NORMAL,
    HIGH;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in requests and answers, for example {@code high}. */
    public String key() {
        return key;
    }

    /** The key, so that whoever writes an answer writes that. */
    @Override
    public String toString() {
        return key;
    }
}
