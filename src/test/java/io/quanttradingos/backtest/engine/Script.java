package io.quanttradingos.backtest.engine;

/** Orders given bar by bar, at either engine. */
@FunctionalInterface
interface Script {
    void act(int bar, TradingDesk desk);

    default Strategy asStrategy() {
        return (history, desk) -> act(history.bar(), TradingDesk.of(desk));
    }
}
