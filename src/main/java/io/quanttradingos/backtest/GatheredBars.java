package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.BarFile;
import java.util.List;

/**
 * The bars of a backtest.
 *
 * @param inputs what they were read from
 * @param market the bars of all instruments within the dates that were asked for
 * @param warnings what a reader of the answer should know of them
 */
record GatheredBars(List<Input<BarFile>> inputs, Market market, List<String> warnings) {}
