package io.quanttradingos.insider;

import java.util.Locale;

/**
 * The transaction codes of SEC Form 4, for example {@code S}, a sale. Source: general instruction 8 of the form.
 *
 * <p>{@link #P} and {@link #S} alone are trades an insider chose to make at the market's price. The form has them include
 * private ones, which its lines do not tell apart.
 */
public enum TransactionCode {
    P(TransactionKind.MARKET_PURCHASE, "purchase on the market or in private"),
    S(TransactionKind.MARKET_SALE, "sale on the market or in private"),
    V(TransactionKind.OTHER, "reported earlier than required"),
    A(TransactionKind.AWARD, "grant or award"),
    D(TransactionKind.TO_ISSUER, "disposition to the issuer"),
    F(TransactionKind.TAX, "shares withheld or delivered for taxes or an exercise price"),
    I(TransactionKind.OTHER, "discretionary transaction of a benefit plan"),
    M(TransactionKind.EXERCISE, "exercise or conversion of an exempt derivative"),
    C(TransactionKind.EXERCISE, "conversion of a derivative"),
    E(TransactionKind.EXPIRY, "expiry of a short derivative"),
    H(TransactionKind.EXPIRY, "expiry or cancellation of a long derivative for value"),
    O(TransactionKind.EXERCISE, "exercise of a derivative out of the money"),
    X(TransactionKind.EXERCISE, "exercise of a derivative in or at the money"),
    G(TransactionKind.GIFT, "gift"),
    L(TransactionKind.OTHER, "small acquisition"),
    W(TransactionKind.INHERITANCE, "by will or inheritance"),
    Z(TransactionKind.OTHER, "into or out of a voting trust"),
    J(TransactionKind.OTHER, "other, explained in a footnote"),
    K(TransactionKind.OTHER, "equity swap or the like"),
    U(TransactionKind.OTHER, "tendered in a change of control"),
    /** No code, or none of the form's. */
    UNKNOWN(TransactionKind.UNKNOWN, "no known code");

    private final TransactionKind kind;
    private final String title;

    TransactionCode(TransactionKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** The code of a text, letter case and blanks aside; {@link #UNKNOWN} where it is none. */
    public static TransactionCode of(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        for (TransactionCode code : values()) {
            if (code != UNKNOWN && code.name().equals(wanted)) {
                return code;
            }
        }
        return UNKNOWN;
    }

    public TransactionKind kind() {
        return kind;
    }

    /** What it means, in a few plain words. */
    public String title() {
        return title;
    }
}
