package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.AnnualVolatility;
import io.quanttradingos.statistics.Drawdown;
import io.quanttradingos.statistics.SampleDeviation;
import io.quanttradingos.statistics.SharpeRatio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a run did in each regime.
 *
 * <p>A bar's return counts for the regime that was known when the bar began, which is the label at the close before it: a
 * crash belongs to the regime it came from, not to the one it made. The growth of all rows multiplies up to the total
 * one.
 *
 * @param rows in the order of the regimes' names, only those with a bar, bars in no regime last
 */
public record RegimeTable(List<RegimePerformance> rows) {
    /** The name of the row of bars in no regime. */
    public static final String NO_REGIME = "unknown";

    public RegimeTable {
        rows = List.copyOf(rows);
    }

    /**
     * The table of a run.
     *
     * @param labels one per bar at its close: the place of its name, or a negative number for no regime
     * @param names of the regimes
     */
    public static RegimeTable of(EquityCurve curve, byte[] labels, List<String> names) {
        requireNamed(labels, curve.bars(), names);
        double[] returns = curve.returns();
        List<RegimePerformance> rows = new ArrayList<>();
        for (int regime = 0; regime < names.size(); regime++) {
            add(rows, names.get(regime), within(returns, labels, regime), curve);
        }
        add(rows, NO_REGIME, within(returns, labels, -1), curve);
        return new RegimeTable(rows);
    }

    private static void requireNamed(byte[] labels, int bars, List<String> names) {
        for (int bar = 0; bar < bars; bar++) {
            if (labels[bar] >= names.size()) {
                throw new IllegalArgumentException(
                        "bar " + bar + " has label " + labels[bar] + ", there are " + names.size() + " names");
            }
        }
    }

    /** The returns of the bars that began in a regime. */
    private static double[] within(double[] returns, byte[] labels, int regime) {
        double[] within = new double[returns.length];
        int count = 0;
        for (int i = 0; i < returns.length; i++) {
            if (Math.max(-1, labels[i]) == regime) {
                within[count++] = returns[i];
            }
        }
        return Arrays.copyOf(within, count);
    }

    private static void add(List<RegimePerformance> rows, String name, double[] returns, EquityCurve curve) {
        if (returns.length == 0) {
            return;
        }
        double[] path = new double[returns.length + 1];
        path[0] = 1;
        for (int i = 0; i < returns.length; i++) {
            path[i + 1] = path[i] * (1 + returns[i]);
        }
        double barsPerYear = curve.barsPerYear();
        rows.add(new RegimePerformance(
                name,
                returns.length,
                (double) returns.length / (curve.bars() - 1),
                (path[returns.length] - 1) * 100,
                Wording.known(AnnualVolatility.ofDeviation(SampleDeviation.of(returns), barsPerYear)),
                Wording.known(SharpeRatio.of(returns, 0, barsPerYear)),
                Wording.known(Math.abs(Drawdown.deepest(path).depth()) * 100)));
    }
}
