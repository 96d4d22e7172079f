package io.quanttradingos.statistics;

/** How long a year is: 252 observations, or 365.25 calendar days. */
public final class TradingYear {
    /** Trading days in a year, the factor of every annualised daily figure. */
    public static final int DAYS = 252;

    /** Calendar days in a year, leap years averaged in. */
    public static final double CALENDAR_DAYS = 365.25;

    private TradingYear() {}
}
