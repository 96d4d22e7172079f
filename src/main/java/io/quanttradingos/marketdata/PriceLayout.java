package io.quanttradingos.marketdata;

/** How a price file is laid out, told by its header. */
public enum PriceLayout {
    /** A date and one column per ticker. */
    WIDE,
    /** One row per date and ticker, with a column that names the ticker. */
    LONG,
    /** Bars, or at least closes, of one instrument that the file does not name. */
    BARS
}
