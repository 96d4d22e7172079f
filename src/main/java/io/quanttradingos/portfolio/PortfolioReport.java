package io.quanttradingos.portfolio;

import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio on one day and over the dates up to it. What could not be computed is null and has a warning.
 *
 * <p>Fractions are fractions, losses are negative. Component names are the answer's field names but for the letter case,
 * so the levels keep their underscore.
 *
 * @param asof the last date with a price of every holding, and the day of valuation
 * @param firstDate the first such date
 * @param observations how many such dates there are; returns are one fewer
 * @param totalValue net value, cash included and shorts subtracted
 * @param openPositions symbols held, cash not counted
 * @param portfolioHeat the loss if every stop were hit, over the net value; see {@code heatMethod}
 * @param heatMethod {@code stops} or {@code volatility_proxy}
 * @param maxDrawdown the deepest fall below an earlier high, at most 0
 * @param maxDrawdownRecovery null while it has not recovered
 * @param alpha a year's, compounded
 * @param hhi the sum of squared gross weights, cash left out; 1 for a single position
 * @param effectivePositions 1 / hhi
 */
@SuppressWarnings("MemberName") // var_95 is the answer's field name, which no letter case rule yields from var95
public record PortfolioReport(
        LocalDate asof,
        LocalDate firstDate,
        int observations,
        double totalValue,
        int openPositions,
        @Nullable Double portfolioHeat,
        String heatMethod,
        @Nullable Double volAnnual,
        @Nullable Double retTotal,
        @Nullable Double cagr,
        @Nullable Double sharpe,
        @Nullable Double sortino,
        @Nullable Double maxDrawdown,
        @Nullable LocalDate maxDrawdownPeak,
        @Nullable LocalDate maxDrawdownTrough,
        @Nullable LocalDate maxDrawdownRecovery,
        @Nullable Double calmar,
        @Nullable Double ulcerIndex,
        Symbol benchmark,
        @Nullable Double beta,
        @Nullable Double alpha,
        TailReturn var_95,
        TailReturn var_99,
        TailReturn cvar_95,
        TailReturn cvar_99,
        @Nullable Double skew,
        @Nullable Double kurtosis,
        @Nullable Double grossExposure,
        @Nullable Double netExposure,
        @Nullable Double hhi,
        @Nullable Double effectivePositions,
        @Nullable Double diversificationRatio,
        List<HoldingReport> holdings,
        CorrelationMatrix correlation,
        List<String> warnings) {
    public PortfolioReport {
        holdings = List.copyOf(holdings);
        warnings = List.copyOf(warnings);
    }
}
