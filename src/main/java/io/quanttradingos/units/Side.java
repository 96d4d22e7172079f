package io.quanttradingos.units;

import java.util.Locale;
import java.util.Optional;

/** The direction of a trade's entry. */
public enum Side {
    LONG(1),
    SHORT(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** Plus one where a rising price earns, minus one where it costs. */
    public int sign() {
        return sign;
    }

    /** Reads {@code LONG}, {@code BUY}, {@code SHORT} or {@code SELL} in any letter case; a sell opens a short. */
    public static Optional<Side> parse(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "LONG", "BUY" -> Optional.of(LONG);
            case "SHORT", "SELL" -> Optional.of(SHORT);
            default -> Optional.empty();
        };
    }
}
