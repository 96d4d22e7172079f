package io.quanttradingos.imports;

/** What a line of an account's history did. */
public enum TransactionKind {
    BUY,
    SELL,
    SELL_SHORT,
    BUY_TO_COVER,
    /** Shares that came of a dividend: bought at its price. */
    REINVESTMENT,
    /** The number of shares changed, their value did not; the quantity is the number of shares added (or taken). */
    SPLIT,
    /** Shares came from, or went to, another account. */
    TRANSFER_IN,
    TRANSFER_OUT,
    DIVIDEND,
    INTEREST,
    TAX,
    FEE,
    DEPOSIT,
    WITHDRAWAL,
    CURRENCY_EXCHANGE,
    /** Changes cash in a way the format has no other word for, such as a correction. */
    OTHER
}
