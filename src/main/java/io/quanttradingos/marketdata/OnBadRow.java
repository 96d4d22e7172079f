package io.quanttradingos.marketdata;

import java.util.Locale;
import java.util.Optional;

/** What becomes of a file one of whose rows is wrong. */
public enum OnBadRow {
    /** Nothing of the file is used; every bad row is a problem. */
    REJECT("reject"),
    /** The row is left out; a warning says how many were, and what was wrong with the first of them. */
    SKIP("skip");

    private final String code;

    OnBadRow(String code) {
        this.code = code;
    }

    /** The value of {@code on_bad_row} that asks for this. */
    public String code() {
        return code;
    }

    /** What an {@code on_bad_row} asks for; empty for any other text. */
    public static Optional<OnBadRow> parse(String code) {
        String wanted = code.strip().toLowerCase(Locale.ROOT);
        for (OnBadRow choice : values()) {
            if (choice.code.equals(wanted)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
