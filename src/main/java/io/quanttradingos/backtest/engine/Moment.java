package io.quanttradingos.backtest.engine;

/** When within a bar something is filled. */
enum Moment {
    AT_OPEN,
    /** After the open and before the close; what else the bar showed may have been before or after. */
    WITHIN,
    AT_CLOSE,
    /** At the close, once the strategy has seen it. */
    AFTER_CLOSE;

    /** Whether the next price after it is the next bar's. */
    boolean isAtEnd() {
        return this == AT_CLOSE || this == AFTER_CLOSE;
    }
}
