package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Bracket;
import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.engine.FillModel;
import io.quanttradingos.backtest.engine.Sizing;

/**
 * How a backtest trades.
 *
 * @param initialCash in currency
 * @param sizing of entries by signal
 * @param fractional whether parts of shares are traded
 * @param fillModel when market orders are filled
 * @param costs of every fill
 * @param bracket exits of every entry by signal
 * @param leverage the most that all positions may be worth, in multiples of the equity
 */
public record TradingTerms(
        double initialCash,
        Sizing sizing,
        boolean fractional,
        FillModel fillModel,
        Costs costs,
        Bracket bracket,
        double leverage) {}
