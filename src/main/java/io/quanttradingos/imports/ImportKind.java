package io.quanttradingos.imports;

/** What an export holds. */
public enum ImportKind {
    /** What an account holds at one time. */
    POSITIONS,
    /** What happened in an account: purchases, sales, dividends, fees, money moved. */
    TRANSACTIONS,
    /** Trades that are closed, with entry and exit in one row. */
    CLOSED_TRADES,
    /** Closing prices of one or more instruments. */
    PRICES,
    /** Open, high, low and close of one instrument. */
    BARS
}
