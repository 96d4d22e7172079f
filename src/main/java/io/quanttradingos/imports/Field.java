package io.quanttradingos.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of an export is for; in a declaration in lower case, such as {@code average_price}. */
enum Field {
    DAY,
    TIME,
    /** The word that says what happened. */
    TYPE,
    /** A comment that holds quantity and price. */
    TEXT,
    ACCOUNT,
    INSTRUMENT,
    ISIN,
    NAME,
    /** The class of the asset: shares, options. */
    ASSET,
    QUANTITY,
    PRICE,
    FEES,
    TAX,
    AMOUNT,
    CURRENCY,
    AMOUNT_CURRENCY,
    FEES_CURRENCY,
    /** The sender's own number of the row: two equal rows with the same are one. */
    ID,
    AVERAGE_PRICE,
    /** What all shares together cost. */
    COST,
    LAST_PRICE,
    MARKET_VALUE,
    SIDE,
    ENTRY,
    EXIT,
    EXIT_DAY,
    STOP,
    PROFIT,
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    ADJUSTED_CLOSE,
    VOLUME;

    static final Set<Field> NUMBERS = Set.of(
            QUANTITY,
            PRICE,
            FEES,
            TAX,
            AMOUNT,
            AVERAGE_PRICE,
            COST,
            LAST_PRICE,
            MARKET_VALUE,
            ENTRY,
            EXIT,
            STOP,
            PROFIT,
            OPEN,
            HIGH,
            LOW,
            CLOSE,
            ADJUSTED_CLOSE,
            VOLUME);

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> parse(String text) {
        return Arrays.stream(values())
                .filter(field -> field.text().equals(text))
                .findFirst();
    }

    static Field of(String key, String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        key + " names no known field, was '" + text + "'; known are " + List.of(values())));
    }

    /** A field whose columns are added up where there are several. */
    boolean isSummed() {
        return this == FEES || this == TAX;
    }
}
