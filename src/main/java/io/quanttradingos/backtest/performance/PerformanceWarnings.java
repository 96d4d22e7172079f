package io.quanttradingos.backtest.performance;

import java.util.ArrayList;
import java.util.List;

/** Says of every figure that is null why it is. */
final class PerformanceWarnings {
    private PerformanceWarnings() {}

    static List<String> of(EquityCurve curve, boolean noSharpe, boolean noSortino, boolean noDrawdown) {
        List<String> warnings = new ArrayList<>();
        if (curve.isRuined()) {
            int last = curve.bars() - 1;
            warnings.add("equity fell to " + Wording.number(curve.finalValue()) + " at " + curve.time(last)
                    + ": the run is measured up to there and cagr is -100");
        } else if (curve.days() < Growth.SHORTEST_DAYS) {
            warnings.add("cagr and calmar are null: the bars span " + Wording.number(curve.days())
                    + " days, and fewer than " + Growth.SHORTEST_DAYS + " say nothing of a year");
        }
        if (curve.bars() < 3) {
            warnings.add("volatility, sharpe_ratio, skewness and kurtosis are null: they need 2 returns, there "
                    + (curve.bars() == 2 ? "is 1" : "are none"));
        } else if (noSharpe) {
            warnings.add("sharpe_ratio, skewness and kurtosis are null: the returns have no spread");
        }
        addSortino(warnings, curve, noSortino);
        if (noDrawdown && curve.days() >= Growth.SHORTEST_DAYS) {
            warnings.add("calmar is null: there was no drawdown");
        }
        return warnings;
    }

    private static void addSortino(List<String> warnings, EquityCurve curve, boolean noSortino) {
        if (curve.bars() < 2) {
            warnings.add(
                    "bars_per_year, sortino, best_bar_return and worst_bar_return are null: there is a single bar");
        } else if (noSortino) {
            warnings.add("sortino is null: no return fell short of the riskless one");
        }
    }
}
