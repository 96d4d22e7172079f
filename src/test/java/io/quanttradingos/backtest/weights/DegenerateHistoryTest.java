package io.quanttradingos.backtest.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.backtest.weights.LeftOut.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DegenerateHistoryTest {
    private static final double[] MOVES = {0.01, -0.02, 0.03, -0.01};
    private static final double[] STILL = {0.01, 0.01, 0.01, 0.01};
    private static final double[] GAP = {0.01, Double.NaN, 0.03, -0.01};
    private static final double[] ENDLESS = {0.01, -0.02, Double.POSITIVE_INFINITY, -0.01};

    private static List<Weighting> rulesOfSpread() {
        return List.of(
                new InverseVolatility(),
                new MinimumVariance(),
                new HierarchicalRiskParity(),
                new EqualRiskContribution());
    }

    @ParameterizedTest
    @MethodSource("rulesOfSpread")
    void one_asset_gets_everything(Weighting rule) {
        Weights weights = rule.weights(new double[][] {MOVES}, 0, 4);

        assertThat(weights.fractions()).containsExactly(1);
        assertThat(weights.leftOut()).isEmpty();
        assertThat(weights.assets()).isOne();
        assertThat(weights).hasToString("[1.0]");
    }

    @ParameterizedTest
    @MethodSource("rulesOfSpread")
    void what_cannot_be_weighed_is_left_out_with_its_reason(Weighting rule) {
        Weights weights = rule.weights(new double[][] {STILL, GAP, MOVES, ENDLESS}, 0, 4);

        assertThat(weights.fractions()).containsExactly(0, 0, 1, 0);
        assertThat(weights.leftOut())
                .containsExactly(
                        new LeftOut(0, Reason.NO_SPREAD),
                        new LeftOut(1, Reason.MISSING_HISTORY),
                        new LeftOut(3, Reason.MISSING_HISTORY));
        assertThat(weights.leftOut().get(0)).hasToString("0: its returns do not vary");
    }

    @ParameterizedTest
    @MethodSource("rulesOfSpread")
    void where_nothing_can_be_weighed_nothing_is(Weighting rule) {
        Weights weights = rule.weights(new double[][] {STILL, GAP}, 0, 4);

        assertThat(weights.fractions()).containsExactly(0, 0);
        assertThat(weights.leftOut()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("rulesOfSpread")
    void one_return_is_too_few_to_tell_risk_of(Weighting rule) {
        Weights weights = rule.weights(new double[][] {MOVES, GAP}, 0, 1);

        assertThat(weights.fractions()).containsExactly(0, 0);
        assertThat(weights.leftOut())
                .containsExactly(new LeftOut(0, Reason.WINDOW_TOO_SHORT), new LeftOut(1, Reason.WINDOW_TOO_SHORT));
        assertThat(weights.leftOut().get(1)).hasToString("1: the window has fewer than two returns");
    }

    @ParameterizedTest
    @MethodSource("rulesOfSpread")
    void no_assets_have_no_weights(Weighting rule) {
        assertThat(rule.weights(new double[0][], 0, 4).fractions()).isEmpty();
    }

    @Test
    void halves_hedged_to_nothing_share_evenly() {
        double[] mirrored = {-0.01, 0.02, -0.03, 0.01};
        double[] other = {0.02, 0.02, -0.02, -0.02};
        double[] otherMirrored = {-0.02, -0.02, 0.02, 0.02};

        Weights weights =
                new HierarchicalRiskParity().weights(new double[][] {MOVES, mirrored, other, otherMirrored}, 0, 4);
        assertThat(weights.fractions()).doesNotContain(Double.NaN);
        assertThat(weights.fraction(0) + weights.fraction(1) + weights.fraction(2) + weights.fraction(3))
                .isEqualTo(1);
    }

    @Test
    void equal_weights_need_known_returns_but_no_spread_and_no_window() {
        double[][] returns = {STILL, GAP, MOVES};

        assertThat(new EqualWeights().weights(returns, 0, 4).fractions()).containsExactly(0.5, 0, 0.5);
        assertThat(new EqualWeights().weights(returns, 2, 2).fractions()).containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
        assertThat(new EqualWeights().weights(new double[][] {GAP}, 0, 4).fractions())
                .containsExactly(0);
    }

    @Test
    void fixed_weights_stay_as_given_whatever_the_past() {
        double[] given = {0.6, 0.3};
        Weighting rule = new FixedWeights(given);
        given[0] = 0.1;

        Weights weights = rule.weights(new double[][] {GAP, STILL}, 0, 4);
        assertThat(weights.fractions()).containsExactly(0.6, 0.3);
        assertThat(weights.leftOut()).isEmpty();
        weights.fractions()[0] = 7;
        assertThat(rule.weights(new double[2][], 0, 0).fraction(0)).isEqualTo(0.6);
    }

    @Test
    void fixed_weights_that_are_none_are_refused() {
        assertThatThrownBy(() -> new FixedWeights(0.5, -0.1)).hasMessage("a weight must be in [0, 1], was -0.1");
        assertThatThrownBy(() -> new FixedWeights(Double.NaN)).hasMessage("a weight must be in [0, 1], was NaN");
        assertThatThrownBy(() -> new FixedWeights(0.75, 0.5))
                .hasMessage("weights must sum to at most 1, were [0.75, 0.5], together 1.25");
        assertThatThrownBy(() -> new FixedWeights(0.5).weights(new double[2][], 0, 0))
                .hasMessage("2 assets need as many weights, there were 1");
        assertThatThrownBy(() -> new LeftOut(-1, Reason.NO_SPREAD)).hasMessage("asset must not be negative, was -1");
    }
}
