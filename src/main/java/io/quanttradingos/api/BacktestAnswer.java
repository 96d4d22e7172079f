package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quanttradingos.backtest.BacktestOrder;
import io.quanttradingos.backtest.BacktestTrade;
import io.quanttradingos.backtest.ChartSeries;
import io.quanttradingos.backtest.CostReport;
import io.quanttradingos.backtest.DataUsed;
import io.quanttradingos.backtest.OrderSummary;
import io.quanttradingos.backtest.ReturnHistogram;
import io.quanttradingos.backtest.SweepReport;
import io.quanttradingos.backtest.WalkForwardReport;
import io.quanttradingos.backtest.gate.GateCounts;
import io.quanttradingos.backtest.performance.BuyAndHoldComparison;
import io.quanttradingos.backtest.performance.GateCheck;
import io.quanttradingos.backtest.performance.HonestyStatistics;
import io.quanttradingos.backtest.performance.Performance;
import io.quanttradingos.backtest.performance.RegimePerformance;
import io.quanttradingos.backtest.performance.TradeStatistics;
import io.quanttradingos.backtest.performance.Verdict;
import io.quanttradingos.backtest.performance.YearOfReturns;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code /backtest} answers; the first five fields are the original's. */
record BacktestAnswer(
        String status,
        String symbol,
        String strategyType,
        int numTrades,
        Performance metrics,
        BacktestGateAnswer gate,
        DataUsed data,
        Map<String, Object> parameters,
        Map<String, Object> settings,
        boolean lookAhead,
        TradeStatistics tradeStatistics,
        BuyAndHoldComparison benchmark,
        CostReport costs,
        HonestyStatistics honesty,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GateCounts agents,

        List<YearOfReturns> monthlyReturns,
        List<RegimePerformance> regimes,
        OrderSummary orders,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SweepReport sweep,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WalkForwardReport walkForward,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<BacktestTrade> trades,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<BacktestOrder> orderList,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ChartSeries series,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReturnHistogram returnHistogram,

        List<String> warnings,
        Map<String, String> conventions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String runId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Receipt receipt) {

    /**
     * Whether the result shows more than luck and costs explain.
     *
     * @param verdict pass, fail or insufficient_evidence
     * @param text why
     * @param checks each rule with its number and limit
     */
    record BacktestGateAnswer(Verdict verdict, String text, List<GateCheck> checks) {}
}
