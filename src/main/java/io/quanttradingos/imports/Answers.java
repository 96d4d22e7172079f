package io.quanttradingos.imports;

import org.jspecify.annotations.Nullable;

/**
 * What the sender says of an export, where its content alone does not; each null where nothing is said.
 *
 * @param format the name of a format, such as {@code schwab-transactions}
 * @param dateOrder {@code dmy}, {@code mdy} or {@code ymd}
 * @param decimal {@code point} or {@code comma}
 * @param account the one account to take of several
 * @param currency the one currency to take of several
 * @param symbol the ticker of an export that does not name its instrument
 */
public record Answers(
        @Nullable String format,
        @Nullable String dateOrder,
        @Nullable String decimal,
        @Nullable String account,
        @Nullable String currency,
        @Nullable String symbol) {
    /** Nothing is said. */
    public static Answers none() {
        return new Answers(null, null, null, null, null, null);
    }
}
