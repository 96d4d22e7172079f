package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.CalmarRatio;
import io.quanttradingos.statistics.CompoundAnnualGrowthRate;

/** The yearly growth of a run. */
final class Growth {
    /** A shorter time says nothing of a year: a percent in a week would be 68 % in a year. */
    static final int SHORTEST_DAYS = 30;

    private Growth() {}

    /** In percent; -100 where nothing is left, else NaN for less than 30 days. */
    static double percent(EquityCurve curve) {
        if (curve.isRuined()) {
            return -100;
        }
        double total = curve.finalValue() / curve.initialCash() - 1;
        return curve.days() < SHORTEST_DAYS
                ? Double.NaN
                : CompoundAnnualGrowthRate.overCalendarDays(total, curve.days()) * 100;
    }

    /** The Calmar ratio of a growth in percent and a drawdown as a negative fraction; NaN without a drawdown. */
    static double perDrawdown(double growthPercent, double drawdown) {
        return CalmarRatio.of(growthPercent / 100, drawdown);
    }
}
