package io.quanttradingos.backtest.engine;

/** How an order is filled; the rules are in {@link Matching}. */
public enum OrderType {
    MARKET,
    LIMIT,
    STOP,
    STOP_LIMIT,
    TRAILING_STOP
}
