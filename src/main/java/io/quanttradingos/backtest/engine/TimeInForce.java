package io.quanttradingos.backtest.engine;

/** How long an order works. */
public enum TimeInForce {
    /** Until the end of the instrument's next bar. */
    DAY,
    /** Until it is filled or cancelled. */
    GOOD_TILL_CANCELLED
}
