package io.quanttradingos.allocation;

import org.jspecify.annotations.Nullable;

/**
 * The adapter of the original system, its faults kept so that old records can be compared with new ones.
 *
 * <ul>
 *   <li>A calm downtrend is {@link RegimeKey#RANGING}.
 *   <li>Profit is the return on the value at the <em>end</em>.
 *   <li>Heat that is not given is 0.6 · volatility and at most 1; 1 where the volatility is NaN, 0 where it is missing.
 *   <li>Drawdown is 0 without a positive peak, and where the value is NaN.
 *   <li>Nothing is checked before the allocation itself does.
 * </ul>
 */
public final class SeedAdapter implements AllocationAdapter {
    @Override
    public AllocationInput adapt(UpstreamFigures figures) {
        return figures(figures).toInput(figures.volAnnual(), heatMethod(figures));
    }

    /** The original adapter's output word for word, NaN included. */
    public static SeedFigures figures(UpstreamFigures figures) {
        double total = or(figures.totalValue(), 0);
        return new SeedFigures(
                RegimeKey.ofLabelAsSeed(figures.label()),
                or(figures.confidence(), 0.5),
                profit(or(figures.retTotal(), 0), total),
                heat(figures.portfolioHeat(), or(figures.volAnnual(), 0)),
                drawdown(total, or(figures.peakEquity(), 0)),
                figures.openPositions(),
                or(figures.totalExposure(), total),
                figures.executionDisciplineScore());
    }

    /** Without a return the profit is a plain 0, whatever the value is, NaN and infinities included. */
    private static double profit(double totalReturn, double total) {
        return totalReturn == 0 ? 0 : totalReturn * total;
    }

    private static double heat(@Nullable Double given, double volAnnual) {
        if (given != null) {
            return given;
        }
        double estimated = HeatRule.PROXY_PER_VOLATILITY * volAnnual;
        if (volAnnual == 0) {
            return 0;
        }
        return estimated < 1 ? estimated : 1;
    }

    private static double drawdown(double total, double peak) {
        double drawdown = peak > 0 ? (peak - total) / peak : 0;
        return drawdown > 0 ? drawdown : 0;
    }

    private static HeatMethod heatMethod(UpstreamFigures figures) {
        return figures.portfolioHeat() == null ? HeatMethod.VOLATILITY_PROXY : figures.heatMethod();
    }

    private static double or(@Nullable Double value, double other) {
        return value == null ? other : value;
    }
}
