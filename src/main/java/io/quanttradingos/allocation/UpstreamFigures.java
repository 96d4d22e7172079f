package io.quanttradingos.allocation;

import org.jspecify.annotations.Nullable;

/**
 * What the agents before this one said, as plain values and not yet judged; null where they said nothing.
 *
 * @param label the market's label, such as {@code Risk-On / Low Vol / Uptrend / Healthy Breadth}
 * @param confidence in the label
 * @param totalValue what the portfolio is worth now, in currency
 * @param volAnnual its annual volatility as a fraction
 * @param retTotal its return since the first date, as a fraction
 * @param openPositions how many positions it holds
 * @param portfolioHeat the fraction of equity at risk; null to have it estimated from the volatility
 * @param heatMethod how the heat was measured; of no account where the heat is null
 * @param totalExposure what the positions are worth; null for the total value
 * @param peakEquity the highest value the portfolio has had, in currency; null where none is known
 * @param executionDisciplineScore the share of trades that kept to the plan
 */
public record UpstreamFigures(
        @Nullable String label,
        @Nullable Double confidence,
        @Nullable Double totalValue,
        @Nullable Double volAnnual,
        @Nullable Double retTotal,
        int openPositions,
        @Nullable Double portfolioHeat,
        HeatMethod heatMethod,
        @Nullable Double totalExposure,
        @Nullable Double peakEquity,
        double executionDisciplineScore) {}
