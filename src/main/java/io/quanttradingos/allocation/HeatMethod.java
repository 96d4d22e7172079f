package io.quanttradingos.allocation;

import java.util.Locale;

/** How a portfolio's heat was measured; the two scales are not comparable. */
public enum HeatMethod {
    /** What is lost if every stop is hit, as a fraction of equity. */
    STOPS,
    /** Estimated as min(1, 0.6 · annual volatility), because no stop is known. */
    VOLATILITY_PROXY;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in answers, for example {@code volatility_proxy}. */
    public String key() {
        return key;
    }

    /** The key, so that whoever writes an answer writes that. */
    @Override
    public String toString() {
        return key;
    }
}
