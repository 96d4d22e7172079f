package io.quanttradingos.insider;

import java.util.Locale;

/** What stands behind a line of an insider's report; only the first two are trades on the market. */
public enum TransactionKind {
    MARKET_PURCHASE,
    MARKET_SALE,
    /** Given by the company. */
    AWARD,
    /** Shares from options or the like. */
    EXERCISE,
    /** Shares withheld or handed over for taxes or an exercise price. */
    TAX,
    GIFT,
    /** Back to the company. */
    TO_ISSUER,
    /** An option or the like ran out or was cancelled. */
    EXPIRY,
    /** By will or inheritance. */
    INHERITANCE,
    /** Anything else there is a code for. */
    OTHER,
    /** No code, or none that is known. */
    UNKNOWN;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name in answers, for example {@code market_sale}. */
    public String key() {
        return key;
    }

    /** The key, so that whoever writes an answer writes that. */
    @Override
    public String toString() {
        return key;
    }
}
