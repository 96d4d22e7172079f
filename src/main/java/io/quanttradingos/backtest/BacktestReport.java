package io.quanttradingos.backtest;

import io.quanttradingos.backtest.gate.GateCounts;
import io.quanttradingos.backtest.performance.BuyAndHoldComparison;
import io.quanttradingos.backtest.performance.GateVerdict;
import io.quanttradingos.backtest.performance.Performance;
import io.quanttradingos.backtest.performance.RegimePerformance;
import io.quanttradingos.backtest.performance.TradeStatistics;
import io.quanttradingos.backtest.performance.YearOfReturns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a backtest says.
 *
 * @param symbol the instruments, parted by commas
 * @param strategyType the strategy
 * @param numTrades trades that were begun, the open ones included
 * @param metrics of the equity
 * @param data the bars it ran on
 * @param parameters of the strategy, all of them
 * @param settings how it traded, all of it
 * @param lookAhead whether its fills used a price that was known too late
 * @param tradeStatistics of the trades
 * @param benchmark against holding
 * @param costs of trading, and the result at other costs
 * @param verdict whether it shows more than luck and costs explain
 * @param agents what the pipeline's agents did; empty where none had a say
 * @param monthlyReturns as fractions
 * @param regimes how it did in each regime; empty where the regimes are not known
 * @param orders what became of the orders
 * @param search what else was tried
 * @param warnings what a reader should know, one sentence each
 * @param conventions how the numbers are defined, by topic
 */
public record BacktestReport(
        String symbol,
        String strategyType,
        int numTrades,
        Performance metrics,
        DataUsed data,
        Map<String, Object> parameters,
        Map<String, Object> settings,
        boolean lookAhead,
        TradeStatistics tradeStatistics,
        BuyAndHoldComparison benchmark,
        CostReport costs,
        GateVerdict verdict,
        Optional<GateCounts> agents,
        List<YearOfReturns> monthlyReturns,
        List<RegimePerformance> regimes,
        OrderSummary orders,
        Optional<Searched> search,
        List<String> warnings,
        Map<String, String> conventions) {}
