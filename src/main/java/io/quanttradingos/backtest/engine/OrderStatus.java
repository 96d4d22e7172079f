package io.quanttradingos.backtest.engine;

/** What became of an order. */
public enum OrderStatus {
    /** Still working, or not yet tried when the bars ended. */
    OPEN,
    FILLED,
    /** Could not be filled or was not allowed; its note says why. */
    REJECTED,
    /** A day order whose bar went by. */
    EXPIRED,
    /** Taken back: its position is gone, its counterpart was filled, or the strategy did. */
    CANCELLED
}
