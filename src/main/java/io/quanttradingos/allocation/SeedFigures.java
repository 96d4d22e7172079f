package io.quanttradingos.allocation;

import org.jspecify.annotations.Nullable;

/**
 * What the original system's adapters put out, unchecked; its profit, heat and confidence may be NaN or out of range.
 *
 * @param currentPnl in currency
 * @param portfolioHeat fraction of equity
 * @param drawdown fraction of the peak
 */
public record SeedFigures(
        RegimeKey regime,
        double confidence,
        double currentPnl,
        double portfolioHeat,
        double drawdown,
        int openPositions,
        double totalExposure,
        double executionDisciplineScore) {
    /**
     * The same as a checked input; a profit that is no number becomes unknown, as does a volatility that is none.
     *
     * @throws io.quanttradingos.failure.Refusal where a figure cannot be decided on
     */
    public AllocationInput toInput(@Nullable Double volAnnual, HeatMethod heatMethod) {
        return new AllocationInput(
                new MarketRegime(regime, confidence),
                new PortfolioMetrics(
                        Double.isFinite(currentPnl) ? currentPnl : null,
                        portfolioHeat,
                        drawdown,
                        openPositions,
                        totalExposure),
                executionDisciplineScore,
                volAnnual == null || Double.isNaN(volAnnual) ? null : volAnnual,
                heatMethod);
    }
}
