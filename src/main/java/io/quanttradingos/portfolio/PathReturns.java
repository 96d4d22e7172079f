package io.quanttradingos.portfolio;

import io.quanttradingos.statistics.SimpleReturns;

/** The portfolio's own returns, or none, with the reason, where its value does not admit any. */
final class PathReturns {
    private PathReturns() {}

    /** The returns V_t / V_{t-1} - 1; empty where a V_{t-1} is not positive or there is one date only. */
    static double[] of(SharedPath path, Warnings warnings) {
        if (path.dates() == 1) {
            warnings.add("The holdings share one date only, " + path.firstDate()
                    + "; returns and every figure made of them are unknown.");
            return new double[0];
        }
        double[] values = path.netValues();
        for (int i = 0; i < values.length - 1; i++) {
            if (!(values[i] > 0)) {
                warnings.add("The net value of the portfolio was not positive on " + path.date(i)
                        + "; returns and every figure made of them are unknown.");
                return new double[0];
            }
        }
        return SimpleReturns.of(values);
    }
}
