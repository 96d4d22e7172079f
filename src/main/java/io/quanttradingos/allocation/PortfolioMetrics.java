package io.quanttradingos.allocation;

import org.jspecify.annotations.Nullable;

/**
 * The portfolio as the allocation sees it.
 *
 * @param currentPnl profit since the first date in currency; null where unknown; shown, never decided on
 * @param portfolioHeat the fraction of equity at risk, at least 0; null where unknown
 * @param drawdown the fraction of the peak that is lost, at least 0; above 1 where more than all of it is
 * @param openPositions at least 0
 * @param totalExposure what the positions are worth in currency; shown, never decided on
 */
public record PortfolioMetrics(
        @Nullable Double currentPnl,
        @Nullable Double portfolioHeat,
        double drawdown,
        int openPositions,
        double totalExposure) {
    public PortfolioMetrics {
        if (currentPnl != null) {
            Check.field(Double.isFinite(currentPnl), "current_pnl", "a number", currentPnl);
        }
        if (portfolioHeat != null) {
            Check.field(
                    portfolioHeat >= 0 && Double.isFinite(portfolioHeat),
                    "portfolio_heat",
                    "at least 0",
                    portfolioHeat);
        }
        Check.field(drawdown >= 0 && Double.isFinite(drawdown), "drawdown", "at least 0", drawdown);
        Check.field(openPositions >= 0, "open_positions", "at least 0", openPositions);
        Check.field(Double.isFinite(totalExposure), "total_exposure", "a number", totalExposure);
    }
}
