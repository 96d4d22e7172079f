package io.quanttradingos.backtest.engine;

/** Is told of every fill after it was booked. */
@FunctionalInterface
public interface FillObserver {
    /** @param order its number in the log */
    void filled(int order, OrderLog orders, Account account);
}
