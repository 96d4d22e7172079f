package io.quanttradingos.backtest;

import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.units.Symbol;

/** Fetches bars from a service. */
@FunctionalInterface
public interface BarSource {
    /**
     * The bars of an instrument.
     *
     * @param source which service
     * @param period how far back, such as {@code 1y}
     */
    Input<BarFile> bars(BacktestQuestion.DataSource source, Symbol symbol, String period);
}
