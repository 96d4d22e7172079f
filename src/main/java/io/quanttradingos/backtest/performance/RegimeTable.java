package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.AnnualVolatility;
import io.quanttradingos.statistics.Drawdown;
import io.quanttradingos.statistics.Mean;
import io.quanttradingos.statistics.SampleDeviation;
import io.quanttradingos.statistics.SharpeRatio;
import java.util.ArrayList;
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
        double[][] within = within(curve.returns(), labels, names.size());
        List<RegimePerformance> rows = new ArrayList<>();
        for (int regime = 0; regime < names.size(); regime++) {
            add(rows, names.get(regime), within[regime + 1], curve);
        }
        add(rows, NO_REGIME, within[0], curve);
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

    /** The returns of the bars that began in each regime, those in none first. */
    private static double[][] within(double[] returns, byte[] labels, int regimes) {
        int[] counts = new int[regimes + 1];
        for (int i = 0; i < returns.length; i++) {
            counts[Math.max(-1, labels[i]) + 1]++;
        }
        double[][] within = new double[regimes + 1][];
        for (int place = 0; place <= regimes; place++) {
            within[place] = new double[counts[place]];
        }
        int[] taken = new int[regimes + 1];
        for (int i = 0; i < returns.length; i++) {
            int place = Math.max(-1, labels[i]) + 1;
            within[place][taken[place]++] = returns[i];
        }
        return within;
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
        double deviation = SampleDeviation.of(returns);
        rows.add(new RegimePerformance(
                name,
                returns.length,
                (double) returns.length / (curve.bars() - 1),
                (path[returns.length] - 1) * 100,
                Wording.known(AnnualVolatility.ofDeviation(deviation, barsPerYear)),
                Wording.known(SharpeRatio.ofMoments(Mean.of(returns), deviation, barsPerYear)),
                Wording.known(Math.abs(Drawdown.deepest(path).depth()) * 100)));
    }
}
