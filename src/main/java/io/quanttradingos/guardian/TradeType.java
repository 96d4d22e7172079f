package io.quanttradingos.guardian;

import java.util.Locale;

/** How long the trade is meant to be held, and what for. */
public enum TradeType {
    SCALP,
    SWING,
    EARNINGS;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in requests and answers, for example {@code swing}. */
    public String key() {
        return key;
    }

    /** The key, so that whoever writes an answer writes that. */
    @Override
    public String toString() {
        return key;
    }
}
