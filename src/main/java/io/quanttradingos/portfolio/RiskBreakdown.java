package io.quanttradingos.portfolio;

import io.quanttradingos.statistics.JointReturns;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the risk of today's positions comes from, by the covariances of their returns over the path.
 *
 * @param contributions each security's share of the variance, in the order of the book; null where unknown
 * @param diversificationRatio Σ|w_i|σ_i / σ_p, 1 when nothing diversifies (Y. Choueifaty, Y. Coignard, "Toward maximum
 *     diversification", Journal of Portfolio Management 35, 2008)
 */
record RiskBreakdown(
        List<@Nullable Double> contributions, @Nullable Double diversificationRatio, CorrelationMatrix correlation) {

    /** From the values of the securities, whose scale does not matter. */
    static RiskBreakdown of(SharedPath path, List<Symbol> symbols, double[] values, Warnings warnings) {
        JointReturns joint = new JointReturns(path.securityReturns());
        CorrelationMatrix correlations = correlations(joint, symbols);
        if (path.dates() > 2) {
            warnOfStill(correlations, warnings);
        }
        double[] shares = joint.varianceShares(values);
        List<@Nullable Double> contributions = new ArrayList<>(shares.length);
        for (double share : shares) {
            contributions.add(Warnings.known(share));
        }
        if (contributions.isEmpty() || contributions.contains(null)) {
            warnings.add("Risk contributions and diversification_ratio are unknown: "
                    + (path.dates() < 3 ? "there are fewer than two returns." : "the positions together do not vary."));
            return new RiskBreakdown(contributions, null, correlations);
        }
        double alone = 0;
        for (int member = 0; member < values.length; member++) {
            alone += Math.abs(values[member]) * joint.deviation(member);
        }
        return new RiskBreakdown(contributions, Warnings.known(alone / joint.deviation(values)), correlations);
    }

    private static void warnOfStill(CorrelationMatrix correlations, Warnings warnings) {
        for (int i = 0; i < correlations.symbols().size(); i++) {
            if (correlations.rows().get(i).get(i) == null) {
                warnings.add(
                        "Correlations with " + correlations.symbols().get(i) + " are unknown: the price did not vary.");
            }
        }
    }

    private static CorrelationMatrix correlations(JointReturns joint, List<Symbol> symbols) {
        int size = symbols.size();
        Double[][] cells = new Double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                Double correlation = Warnings.known(joint.correlation(row, column));
                cells[row][column] = correlation;
                cells[column][row] = correlation;
            }
        }
        List<List<@Nullable Double>> rows = new ArrayList<>(size);
        for (Double[] row : cells) {
            rows.add(Collections.unmodifiableList(Arrays.asList(row)));
        }
        return new CorrelationMatrix(symbols, Collections.unmodifiableList(rows));
    }
}
