package io.quanttradingos.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What trading cost, and what is left of the result when it costs more.
 *
 * <p>The break-even holds the trades as they were: it is how many times the costs could have been paid before nothing was
 * left, {@code (profit + costs) / costs}, and that in basis points of the traded value, {@code (profit + costs) / traded
 * value}. A profit before costs that is none breaks even nowhere: null.
 *
 * @param commission in currency
 * @param slippage half spread, slippage and impact, in currency
 * @param total of both
 * @param tradedValue the value of all fills, in currency
 * @param breakEvenMultiple null without costs or without a profit before them
 * @param breakEvenBps null without fills or without a profit before costs
 * @param at the result at 0, 1 and 2 times the costs, each a run of its own
 */
public record CostReport(
        double commission,
        double slippage,
        double total,
        double tradedValue,
        @Nullable Double breakEvenMultiple,
        @Nullable Double breakEvenBps,
        List<AtMultiple> at) {

    /**
     * The result at a multiple of the costs.
     *
     * @param multiple of every cost
     * @param finalValue the equity at the end
     * @param totalReturnPct in percent of the initial cash
     * @param sharpeRatio yearly; null where it cannot be computed
     * @param maxDrawdownPct in percent of the peak
     */
    public record AtMultiple(
            double multiple,
            double finalValue,
            double totalReturnPct,
            @Nullable Double sharpeRatio,
            double maxDrawdownPct) {}
}
