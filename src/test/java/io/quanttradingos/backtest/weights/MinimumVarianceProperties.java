package io.quanttradingos.backtest.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The long-only minimum of variance by other routes: trying all weights, and the conditions of optimality. */
class MinimumVarianceProperties {
    private static double[] weights(double[][] returns) {
        return new MinimumVariance().weights(returns, 0, returns[0].length).fractions();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_weights_of_three_assets_on_a_grid_have_less_variance(long seed) {
        double[][] returns = MatrixChecks.market(new Random(seed), 3, 60);
        double[][] covariances = MatrixChecks.covariances(returns);
        double[] weights = weights(returns);
        int parts = 400;
        double lowest = Double.POSITIVE_INFINITY;
        double[] best = new double[3];
        for (int i = 0; i <= parts; i++) {
            for (int j = 0; i + j <= parts; j++) {
                double[] tried = {i / (double) parts, j / (double) parts, (parts - i - j) / (double) parts};
                double variance = MatrixChecks.form(covariances, tried);
                if (variance < lowest) {
                    lowest = variance;
                    best = tried;
                }
            }
        }
        assertThat(MatrixChecks.form(covariances, weights)).isLessThanOrEqualTo(lowest * (1 + 1e-14));
        // The variance is a bowl, so the lowest point of the grid lies near the lowest of all.
        assertThat(weights).containsExactly(best, within(0.02));
    }

    /** Regular covariances only: more days than assets. */
    @Test
    void the_conditions_of_optimality_hold_to_rounding_for_three_thousand_markets() {
        double worst = 0;
        int atZero = 0;
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            int assets = 1 + random.nextInt(30);
            double[][] returns = MatrixChecks.market(random, assets, assets + 20 + random.nextInt(100));
            double[] weights = weights(returns);
            worst = Math.max(worst, MatrixChecks.violation(MatrixChecks.covariances(returns), weights));
            for (double weight : weights) {
                atZero += weight == 0 ? 1 : 0;
            }
        }
        assertThat(worst).isLessThan(1e-13);
        assertThat(atZero).as("weights the bound holds at zero").isGreaterThan(1000);
    }

    /** With more assets than days, or assets that repeat others, many weights have the same variance. */
    @Test
    void singular_covariances_of_a_thousand_markets_give_a_variance_nobody_undercuts() {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            int assets = 2 + random.nextInt(25);
            double[][] returns = MatrixChecks.market(random, assets, 2 + random.nextInt(assets));
            returns[assets - 1] = returns[0].clone();
            double[][] covariances = MatrixChecks.covariances(returns);
            double[] weights = weights(returns);
            double[] product = MatrixChecks.product(covariances, weights);
            double variance = MatrixChecks.form(covariances, weights);
            double sum = 0;
            for (int i = 0; i < assets; i++) {
                assertThat(weights[i]).isNotNegative();
                sum += weights[i];
                // The shrinkage of 1e-8 moves no slope by more than that.
                double largest = MatrixChecks.largestDeviation(covariances, weights);
                assertThat(product[i]).isGreaterThanOrEqualTo(variance - 1e-8 * Math.sqrt(covariances[i][i]) * largest);
            }
            assertThat(sum).isCloseTo(1, within(1e-14));
            assertThat(weights[assets - 1])
                    .as("the repeated asset, seed " + seed)
                    .isCloseTo(weights[0], within(1e-7));
        }
    }

    @Test
    void two_assets_have_the_weights_of_the_closed_form() {
        for (int seed = 0; seed < 200; seed++) {
            double[][] returns = MatrixChecks.market(new Random(seed), 2, 40);
            double[][] covariances = MatrixChecks.covariances(returns);
            double first = (covariances[1][1] - covariances[0][1])
                    / (covariances[0][0] + covariances[1][1] - 2 * covariances[0][1]);
            assertThat(weights(returns)[0]).isCloseTo(Math.max(0, Math.min(1, first)), within(1e-13));
        }
    }

    @Test
    void a_perfect_hedge_is_held_in_inverse_proportion_to_the_deviations() {
        double[] up = {0.01, -0.02, 0.005, 0.03};
        double[] down = new double[4];
        for (int day = 0; day < 4; day++) {
            down[day] = -3 * up[day];
        }
        assertThat(weights(new double[][] {up, down})).containsExactly(new double[] {0.75, 0.25}, within(1e-7));
    }

    @Test
    void a_matrix_that_is_not_positive_definite_is_refused() {
        double[][] indefinite = {{1, -2}, {-2, 1}};
        assertThatThrownBy(() -> new NonNegativeMinimum(indefinite, new double[] {1, 1}).solve())
                .hasMessage("the matrix must be positive definite");
    }
}
