package io.quanttradingos.portfolio;

import io.quanttradingos.statistics.AnnualVolatility;
import io.quanttradingos.statistics.CalmarRatio;
import io.quanttradingos.statistics.CompoundAnnualGrowthRate;
import io.quanttradingos.statistics.Drawdown;
import io.quanttradingos.statistics.SharpeRatio;
import io.quanttradingos.statistics.SortinoRatio;
import io.quanttradingos.statistics.TotalReturn;
import io.quanttradingos.statistics.UlcerIndex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the value of the portfolio did over its path. */
record PathStatistics(
        @Nullable Double volAnnual,
        @Nullable Double retTotal,
        @Nullable Double cagr,
        @Nullable Double sharpe,
        @Nullable Double sortino,
        @Nullable Double maxDrawdown,
        @Nullable LocalDate peak,
        @Nullable LocalDate trough,
        @Nullable LocalDate recovery,
        @Nullable Double calmar,
        @Nullable Double ulcerIndex) {
    private static final PathStatistics UNKNOWN =
            new PathStatistics(null, null, null, null, null, null, null, null, null, null, null);

    /** The statistics; all unknown, without a further sentence, where there are no returns. */
    static PathStatistics of(SharedPath path, double[] returns, PortfolioPolicy policy, Warnings warnings) {
        if (returns.length == 0) {
            return UNKNOWN;
        }
        double[] values = path.netValues();
        double total = TotalReturn.of(values);
        double growth = growth(path, total, policy, warnings);
        Drawdown drawdown = Drawdown.deepest(values);
        String noSpread = returns.length == 1 ? "there is one return only." : "the returns do not vary.";
        return new PathStatistics(
                warnings.known(AnnualVolatility.of(returns), "vol_annual is unknown: " + noSpread),
                Warnings.known(total),
                Warnings.known(growth),
                warnings.known(SharpeRatio.of(returns, policy.riskFree()), "sharpe is unknown: " + noSpread),
                warnings.known(
                        SortinoRatio.of(returns, policy.riskFree()),
                        "sortino is unknown: no return fell below the riskless one."),
                Warnings.known(drawdown.depth()),
                date(path, drawdown.peak()),
                date(path, drawdown.trough()),
                date(path, drawdown.recovery()),
                warnings.known(
                        CalmarRatio.of(growth, drawdown.depth()),
                        "calmar is unknown: "
                                + (Double.isNaN(growth) ? "cagr is." : "the portfolio never stood below its high.")),
                warnings.known(UlcerIndex.sample(values), "ulcer_index is unknown: there is one return only."));
    }

    private static double growth(SharedPath path, double total, PortfolioPolicy policy, Warnings warnings) {
        if (path.calendarDays() < policy.minimumCagrDays()) {
            warnings.add("cagr is unknown: the prices cover " + path.calendarDays() + " calendar days, fewer than "
                    + policy.minimumCagrDays() + ".");
            return Double.NaN;
        }
        return CompoundAnnualGrowthRate.overCalendarDays(total, path.calendarDays());
    }

    private static @Nullable LocalDate date(SharedPath path, int place) {
        return place < 0 ? null : path.date(place);
    }
}
