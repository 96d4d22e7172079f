package io.quanttradingos.marketdata;

/** What a file that came without a word about it holds. */
public enum ContentKind {
    /** Closes, one column per ticker. */
    WIDE_PRICES,
    /** Closes, one row per date and ticker. */
    LONG_PRICES,
    /** Bars, of one instrument or with a column that names it. */
    OHLCV,
    /** Positions: a symbol and how many. */
    HOLDINGS,
    /** Closed trades with entry and exit price, to be held against a plan. */
    TRADES,
    /** A trade journal: quantity, entry, exit. */
    JOURNAL,
    /** A trading plan in JSON. */
    PLAN_JSON,
    /** A request in JSON. */
    JOB_JSON,
    /** None of these. */
    UNKNOWN
}
