package io.quanttradingos.units;

import io.quanttradingos.failure.Shortened;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ticker of an instrument, for example {@code SPY}, {@code BRK-B} or {@code ^GSPC}.
 *
 * @param text the ticker in upper case, 1 to 15 of {@code A-Z 0-9 . ^ = _ -}
 */
public record Symbol(String text) implements Comparable<Symbol> {
    private static final Pattern VALID = Pattern.compile("[A-Z0-9.^=_-]{1,15}");

    public Symbol {
        if (!VALID.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "symbol must be 1 to 15 of A-Z 0-9 . ^ = _ -, was '" + shown(text) + "'");
        }
    }

    /** Reads a ticker as people write it: surrounding blanks dropped, letters raised to upper case. */
    public static Symbol of(String text) {
        return new Symbol(normalised(text));
    }

    /** As {@link #of}, but empty where the text is no ticker. */
    public static Optional<Symbol> parse(String text) {
        String candidate = normalised(text);
        return VALID.matcher(candidate).matches() ? Optional.of(new Symbol(candidate)) : Optional.empty();
    }

    private static String normalised(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static String shown(String text) {
        return Shortened.to(40, text);
    }

    @Override
    public int compareTo(Symbol other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
