package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.weights.EqualRiskContribution;
import io.quanttradingos.backtest.weights.EqualWeights;
import io.quanttradingos.backtest.weights.FixedWeights;
import io.quanttradingos.backtest.weights.HierarchicalRiskParity;
import io.quanttradingos.backtest.weights.InverseVolatility;
import io.quanttradingos.backtest.weights.MinimumVariance;
import io.quanttradingos.backtest.weights.Weighting;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.units.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How {@link Rebalance} divides the equity. */
enum RebalanceRule {
    EQUAL,
    FIXED,
    INVERSE_VOL,
    MIN_VARIANCE,
    HRP,
    EQUAL_RISK;

    static final Parameter PARAMETER = Parameter.choice(
            "weighting",
            Arrays.stream(values()).map(RebalanceRule::key).toList(),
            "the rule: equal shares, the fixed ones of weights, by inverse volatility, minimum variance, hierarchical"
                    + " risk parity, or equal contributions to the risk");

    private static final double SLACK = 1e-9;

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RebalanceRule of(Parameters parameters) {
        return valueOf(parameters.text(PARAMETER.name()).toUpperCase(Locale.ROOT));
    }

    /** Whether the shares are worked out from past returns. */
    boolean needsReturns() {
        return this != EQUAL && this != FIXED;
    }

    /**
     * The rule itself.
     *
     * @throws Refusal for weights that are missing, out of place, of an unknown instrument or more than 1 together
     */
    Weighting weighting(Map<String, Double> weights, List<Symbol> symbols) {
        if (weights.isEmpty() == (this == FIXED)) {
            throw refusal("are needed for the weighting fixed, and only for that, which was " + key());
        }
        return switch (this) {
            case EQUAL -> new EqualWeights();
            case FIXED -> new FixedWeights(fractions(weights, symbols));
            case INVERSE_VOL -> new InverseVolatility();
            case MIN_VARIANCE -> new MinimumVariance();
            case HRP -> new HierarchicalRiskParity();
            case EQUAL_RISK -> new EqualRiskContribution();
        };
    }

    private static double[] fractions(Map<String, Double> weights, List<Symbol> symbols) {
        double[] fractions = new double[symbols.size()];
        double sum = 0;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            int number = InstrumentNames.number(Rebalance.KIND.name(), "weights", weight.getKey(), symbols);
            fractions[number] += weight.getValue();
            sum += weight.getValue();
        }
        if (sum > 1 + SLACK) {
            throw refusal("must be at most 1 together, were " + sum);
        }
        return fractions;
    }

    private static Refusal refusal(String message) {
        return Refusal.invalid(List.of(new InputProblem(Rebalance.KIND.name(), null, "weights", message)));
    }
}
