package io.quanttradingos.allocation;

import io.quanttradingos.failure.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * All the allocation is decided from.
 *
 * @param executionDisciplineScore the share of trades that kept to the plan, in [0, 1]
 * @param volAnnual the portfolio's annual volatility as a fraction, at least 0; null where unknown
 * @param heatMethod how the heat was measured; only an estimated heat may be unknown
 */
public record AllocationInput(
        MarketRegime marketRegime,
        PortfolioMetrics portfolioMetrics,
        double executionDisciplineScore,
        @Nullable Double volAnnual,
        HeatMethod heatMethod) {
    public AllocationInput {
        Check.field(
                executionDisciplineScore >= 0 && executionDisciplineScore <= 1,
                "execution_discipline_score",
                "in [0, 1]",
                executionDisciplineScore);
        if (volAnnual != null) {
            Check.field(volAnnual >= 0 && Double.isFinite(volAnnual), "vol_annual", "at least 0", volAnnual);
        }
        if (heatMethod == HeatMethod.STOPS && portfolioMetrics.portfolioHeat() == null) {
            throw Refusal.invalid("portfolio_heat must be given when it was measured at the stops");
        }
    }

    /** The same with another regime. */
    public AllocationInput withRegime(RegimeKey regime) {
        return withMarketRegime(new MarketRegime(regime, marketRegime.confidence()));
    }

    /** The same with another confidence. */
    public AllocationInput withConfidence(double confidence) {
        return withMarketRegime(new MarketRegime(marketRegime.regime(), confidence));
    }

    /** The same with another drawdown. */
    public AllocationInput withDrawdown(double drawdown) {
        PortfolioMetrics m = portfolioMetrics;
        return withPortfolioMetrics(new PortfolioMetrics(
                m.currentPnl(), m.portfolioHeat(), drawdown, m.openPositions(), m.totalExposure()));
    }

    /** The same with another discipline score. */
    public AllocationInput withDiscipline(double score) {
        return new AllocationInput(marketRegime, portfolioMetrics, score, volAnnual, heatMethod);
    }

    /** The same with another volatility. */
    public AllocationInput withVolatility(@Nullable Double volatility) {
        return new AllocationInput(marketRegime, portfolioMetrics, executionDisciplineScore, volatility, heatMethod);
    }

    /** The same with another heat, measured the same way. */
    public AllocationInput withHeat(@Nullable Double heat) {
        PortfolioMetrics m = portfolioMetrics;
        return withPortfolioMetrics(
                new PortfolioMetrics(m.currentPnl(), heat, m.drawdown(), m.openPositions(), m.totalExposure()));
    }

    /** The same with another number of open positions. */
    public AllocationInput withOpenPositions(int openPositions) {
        PortfolioMetrics m = portfolioMetrics;
        return withPortfolioMetrics(new PortfolioMetrics(
                m.currentPnl(), m.portfolioHeat(), m.drawdown(), openPositions, m.totalExposure()));
    }

    private AllocationInput withMarketRegime(MarketRegime other) {
        return new AllocationInput(other, portfolioMetrics, executionDisciplineScore, volAnnual, heatMethod);
    }

    private AllocationInput withPortfolioMetrics(PortfolioMetrics other) {
        return new AllocationInput(marketRegime, other, executionDisciplineScore, volAnnual, heatMethod);
    }
}
