package io.quanttradingos.marketdata;

/** What a column is for; from 0 up, the number column it fills. */
final class ColumnRole {
    static final int DATE = -1;
    static final int SYMBOL = -2;
    static final int IGNORED = -3;
    /** A column without a name, which may have no content. */
    static final int UNNAMED = -4;
    /** The time of day, where it stands beside the date. */
    static final int TIME_OF_DAY = -5;

    private ColumnRole() {}
}
