package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.strategy.Parameters;
import io.quanttradingos.backtest.strategy.StrategyContext;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.BarFile;
import java.time.Instant;
import java.util.List;

/**
 * All that a run needs.
 *
 * @param at when it began
 * @param bars what the market was read from
 * @param agents who has a say, and the regime of each bar
 * @param warnings what a reader should know of the bars
 */
public record Prepared(
        BacktestQuestion question,
        Instant at,
        List<Input<BarFile>> bars,
        Market market,
        Parameters parameters,
        StrategyContext context,
        EngineSettings settings,
        AgentsAtWork agents,
        List<String> warnings)
        implements Preparation {
    /** The same with other values of the strategy's parameters. */
    Prepared with(Parameters values) {
        return new Prepared(question, at, bars, market, values, context, settings, agents, warnings);
    }
}
