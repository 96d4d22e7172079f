package io.quanttradingos.backtest.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule that looks at the past must hold to, over random markets. */
class WeightingProperties {
    private static final Map<String, Weighting> RULES = Map.of(
            "equal", new EqualWeights(),
            "inverse volatility", new InverseVolatility(),
            "minimum variance", new MinimumVariance(),
            "hierarchical risk parity", new HierarchicalRiskParity(),
            "equal risk contribution", new EqualRiskContribution());

    private static Stream<Arguments> cases() {
        return RULES.entrySet().stream()
                .flatMap(rule -> IntStream.rangeClosed(1, 12)
                        .mapToObj(seed -> Arguments.of(rule.getKey(), rule.getValue(), (long) seed)));
    }

    private static double[] weights(Weighting rule, double[][] returns) {
        return rule.weights(returns, 0, returns[0].length).fractions();
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("cases")
    void weights_are_not_negative_and_sum_to_one(String name, Weighting rule, long seed) {
        Random random = new Random(seed);
        double[] weights = weights(rule, MatrixChecks.market(random, 1 + random.nextInt(20), 50));

        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-14));
        assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("cases")
    void scaling_all_returns_changes_nothing(String name, Weighting rule, long seed) {
        double[][] returns = MatrixChecks.market(new Random(seed), 12, 50);
        double[][] scaled = Arrays.stream(returns)
                .map(column -> Arrays.stream(column).map(r -> 37.3 * r).toArray())
                .toArray(double[][]::new);

        assertThat(weights(rule, scaled)).containsExactly(weights(rule, returns), within(1e-12));
    }

    /** The tree of hierarchical risk parity leaves the order of two leaves open, which matters from five assets on. */
    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("cases")
    void permuting_the_assets_permutes_the_weights(String name, Weighting rule, long seed) {
        Random random = new Random(seed);
        int assets = rule instanceof HierarchicalRiskParity ? 2 + random.nextInt(3) : 2 + random.nextInt(20);
        double[][] returns = MatrixChecks.market(random, assets, 50);
        List<Integer> order = new ArrayList<>(IntStream.range(0, assets).boxed().toList());
        Collections.shuffle(order, random);
        double[][] permuted = order.stream().map(asset -> returns[asset]).toArray(double[][]::new);

        double[] plain = weights(rule, returns);
        double[] wanted = order.stream().mapToDouble(asset -> plain[asset]).toArray();
        assertThat(weights(rule, permuted)).containsExactly(wanted, within(1e-12));
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("cases")
    void what_lies_outside_the_window_changes_nothing(String name, Weighting rule, long seed) {
        Random random = new Random(seed);
        double[][] returns = MatrixChecks.market(random, 6, 80);
        double[] before = rule.weights(returns, 10, 60).fractions();
        double[][] untouched = Arrays.stream(returns).map(double[]::clone).toArray(double[][]::new);
        for (double[] column : returns) {
            column[9] = Double.NaN;
            column[60] = 5;
            column[79] = Double.NaN;
        }
        assertThat(rule.weights(returns, 10, 60).fractions()).isEqualTo(before);
        assertThat(returns[0]).startsWith(Arrays.copyOf(untouched[0], 9));
        assertThat(Arrays.copyOfRange(returns[5], 10, 60)).isEqualTo(Arrays.copyOfRange(untouched[5], 10, 60));
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("cases")
    void an_asset_with_a_gap_is_left_out_and_the_rest_is_weighed_as_if_it_were_not_there(
            String name, Weighting rule, long seed) {
        Random random = new Random(seed);
        double[][] returns = MatrixChecks.market(random, 7, 50);
        double[][] rest = IntStream.range(0, 7)
                .filter(asset -> asset != 3)
                .mapToObj(asset -> returns[asset])
                .toArray(double[][]::new);
        returns[3][random.nextInt(50)] = Double.NaN;

        Weights weights = rule.weights(returns, 0, 50);
        double[] others = weights(rule, rest);
        assertThat(weights.leftOut()).containsExactly(new LeftOut(3, LeftOut.Reason.MISSING_HISTORY));
        assertThat(weights.fraction(3)).isZero();
        assertThat(weights.fraction(0)).isEqualTo(others[0]);
        assertThat(weights.fraction(6)).isEqualTo(others[5]);
        assertThat(weights)
                .hasToString(Arrays.toString(weights.fractions()) + " left out [3: a return of the window is missing]");
    }

    @ParameterizedTest(name = "{0}, seed {2}")
    @MethodSource("cases")
    void the_same_asset_twice_gets_the_same_weight_twice(String name, Weighting rule, long seed) {
        double[][] returns = MatrixChecks.market(new Random(seed), 5, 50);
        // At distance 0 they are joined first, so that they end up in one half of the four.
        double[][] doubled = {returns[0], returns[1], returns[2], returns[2].clone()};

        double[] weights = weights(rule, doubled);
        assertThat(weights[3]).isCloseTo(weights[2], within(1e-6));
    }

    @Test
    void hierarchical_risk_parity_of_five_assets_can_depend_on_their_order() {
        int moved = 0;
        for (int seed = 0; seed < 200; seed++) {
            double[][] returns = MatrixChecks.market(new Random(seed), 5, 50);
            double[][] reversed = {returns[4], returns[3], returns[2], returns[1], returns[0]};
            double[] plain = weights(new HierarchicalRiskParity(), returns);
            double[] turned = weights(new HierarchicalRiskParity(), reversed);
            moved += Math.abs(plain[0] - turned[4]) > 1e-9 ? 1 : 0;
        }
        assertThat(moved).isBetween(1, 199);
    }

    @Test
    void equal_risk_contributions_are_equal_for_a_thousand_markets() {
        double worst = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            int assets = 1 + random.nextInt(30);
            double[][] returns = MatrixChecks.market(random, assets, assets + 20 + random.nextInt(100));
            double[] weights = weights(new EqualRiskContribution(), returns);
            for (double share : MatrixChecks.riskShares(MatrixChecks.covariances(returns), weights)) {
                worst = Math.max(worst, Math.abs(share - 1.0 / assets));
            }
        }
        assertThat(worst).isLessThan(1e-14);
    }

    /** A singular matrix can have weights without any risk, of which there is nothing to contribute to. */
    @Test
    void equal_risk_contribution_of_singular_covariances_ends_with_weights() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int assets = 2 + random.nextInt(25);
            double[][] returns = MatrixChecks.market(random, assets, 2 + random.nextInt(assets));
            double[] weights = weights(new EqualRiskContribution(), returns);
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-14));
            assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
        }
    }

    @Test
    void equal_correlations_make_equal_risk_contribution_inverse_volatility() {
        // Orthogonal columns: every correlation is 0.
        double[][] returns = {{1, 1, -1, -1}, {2, -2, 2, -2}, {4, -4, -4, 4}};
        double[] wanted = {4 / 7.0, 2 / 7.0, 1 / 7.0};

        assertThat(weights(new InverseVolatility(), returns)).containsExactly(wanted, within(1e-15));
        assertThat(weights(new EqualRiskContribution(), returns)).containsExactly(wanted, within(1e-15));
    }
}
