package io.quanttradingos.allocation;

import io.quanttradingos.failure.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of the corrected conventions.
 *
 * <ul>
 *   <li>A calm downtrend is a {@link RegimeKey#DOWNTREND}.
 *   <li>A missing confidence is 0.5, what the regime agent itself says when it can assess nothing.
 *   <li>Profit is earned on the value at the start: {@code value - value / (1 + return)}; unknown without a return, or
 *       where everything was lost.
 *   <li>Drawdown is {@code max(0, 1 - value / peak)}; without a peak there is none, for none is invented.
 *   <li>A heat that is not given is min(1, 0.6 · volatility), and unknown where the volatility is.
 * </ul>
 */
public final class StandardAdapter implements AllocationAdapter {
    private static final double CONFIDENCE_OF_NOTHING_ASSESSED = 0.5;

    @Override
    public AllocationInput adapt(UpstreamFigures figures) {
        Double total = figures.totalValue();
        if (total == null || !Double.isFinite(total)) {
            throw Refusal.invalid("total_value must be a number, was " + total);
        }
        Double confidence = figures.confidence();
        boolean heatGiven = figures.portfolioHeat() != null;
        return new AllocationInput(
                new MarketRegime(
                        RegimeKey.ofLabel(figures.label()),
                        confidence == null ? CONFIDENCE_OF_NOTHING_ASSESSED : confidence),
                new PortfolioMetrics(
                        profit(total, figures.retTotal()),
                        heatGiven ? figures.portfolioHeat() : estimatedHeat(figures.volAnnual()),
                        drawdown(total, figures.peakEquity()),
                        figures.openPositions(),
                        figures.totalExposure() == null ? total : figures.totalExposure()),
                figures.executionDisciplineScore(),
                figures.volAnnual(),
                heatGiven ? figures.heatMethod() : HeatMethod.VOLATILITY_PROXY);
    }

    private static @Nullable Double profit(double total, @Nullable Double totalReturn) {
        if (totalReturn == null || totalReturn == -1) {
            return null;
        }
        return total * totalReturn / (1 + totalReturn);
    }

    private static @Nullable Double estimatedHeat(@Nullable Double volAnnual) {
        return volAnnual == null ? null : Math.min(1, HeatRule.PROXY_PER_VOLATILITY * volAnnual);
    }

    private static double drawdown(double total, @Nullable Double peak) {
        if (peak == null) {
            return 0;
        }
        Check.field(peak > 0 && Double.isFinite(peak), "peak_equity", "greater than 0", peak);
        return Math.max(0, (peak - total) / peak);
    }
}
