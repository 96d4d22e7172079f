package io.quanttradingos.portfolio;

import org.jspecify.annotations.Nullable;

/** The shape of the portfolio's returns and their worst days. */
@SuppressWarnings("MemberName") // as in PortfolioReport
record TailStatistics(
        TailReturn var_95,
        TailReturn var_99,
        TailReturn cvar_95,
        TailReturn cvar_99,
        @Nullable Double skew,
        @Nullable Double kurtosis) {
    private static final double WORST_TWENTIETH = 0.05;
    private static final double WORST_HUNDREDTH = 0.01;
    private static final TailStatistics UNKNOWN = new TailStatistics(
            TailReturn.UNKNOWN, TailReturn.UNKNOWN, TailReturn.UNKNOWN, TailReturn.UNKNOWN, null, null);

    /** The statistics; all unknown, without a further sentence, where there are no returns. */
    static TailStatistics of(double[] returns, Warnings warnings) {
        if (returns.length == 0) {
            return UNKNOWN;
        }
        TailReturns tail = new TailReturns(returns);
        String reason = " unknown: the returns are too few or do not vary.";
        TailStatistics statistics = new TailStatistics(
                tail.valueAtRisk(WORST_TWENTIETH),
                tail.valueAtRisk(WORST_HUNDREDTH),
                tail.conditionalValueAtRisk(WORST_TWENTIETH),
                tail.conditionalValueAtRisk(WORST_HUNDREDTH),
                warnings.known(tail.skewness(), "skew is" + reason),
                warnings.known(tail.excessKurtosis(), "kurtosis is" + reason));
        if (statistics.var_95().cornishFisher() == null) {
            warnings.add("The Cornish-Fisher figures are" + reason);
        }
        if (statistics.var_95().parametric() == null) {
            warnings.add("The parametric figures are" + reason);
        }
        return statistics;
    }
}
