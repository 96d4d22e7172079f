package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every statistic that is computed cleverly against the same computed plainly, over random paths. */
class BruteForceProperties {
    private static final MathContext EXACT = new MathContext(60);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void a_quantile_lies_between_its_neighbours_in_proportion(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(1 + random.nextInt(60), -1, 1).toArray();
        double probability = random.nextDouble();

        // Walks the broken line through (i / (n - 1), i-th smallest).
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double wanted = sorted[0];
        for (int i = 0; i + 1 < n; i++) {
            double left = i / (n - 1.0);
            double right = (i + 1) / (n - 1.0);
            if (probability >= left && probability <= right) {
                double share = (probability - left) / (right - left);
                wanted = sorted[i] * (1 - share) + sorted[i + 1] * share;
            }
        }
        assertThat(Quantile.of(values, probability)).isCloseTo(wanted, within(1e-12));
        assertThat(Quantile.of(values, 0)).isEqualTo(sorted[0]);
        assertThat(Quantile.of(values, 1)).isEqualTo(sorted[n - 1]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_deepest_drawdown_is_the_worst_of_all_pairs_of_days(long seed) {
        double[] path = path(seed, 120);
        double worst = 0;
        for (int i = 0; i < path.length; i++) {
            for (int j = i + 1; j < path.length; j++) {
                worst = Math.min(worst, path[j] / path[i] - 1);
            }
        }
        Drawdown drawdown = Drawdown.deepest(path);
        assertThat(drawdown.depth()).isEqualTo(worst);
        assertThat(path[drawdown.trough()] / path[drawdown.peak()] - 1).isEqualTo(worst);
        assertThat(Arrays.stream(Drawdown.series(path)).min()).hasValue(worst);
        for (int i = drawdown.trough(); i < (drawdown.recovery() < 0 ? path.length : drawdown.recovery()); i++) {
            assertThat(path[i]).isLessThan(path[drawdown.peak()]);
        }
        if (drawdown.recovery() >= 0) {
            assertThat(path[drawdown.recovery()]).isGreaterThanOrEqualTo(path[drawdown.peak()]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_ulcer_index_is_the_root_mean_square_distance_from_the_high(long seed) {
        double[] path = path(seed, 90);
        double squares = 0;
        for (int i = 0; i < path.length; i++) {
            double high = Arrays.stream(path, 0, i + 1).max().orElseThrow();
            squares += Math.pow((high - path[i]) / high, 2);
        }
        assertThat(UlcerIndex.published(path)).isCloseTo(Math.sqrt(squares / 90), within(1e-13));
        assertThat(UlcerIndex.sample(path)).isCloseTo(Math.sqrt(squares / 88), within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_correlation_is_that_of_the_pairs_that_are_complete(long seed) {
        Random random = new Random(seed);
        double[] x = random.doubles(80, -1, 1).toArray();
        double[] y = random.doubles(80, -1, 1).toArray();
        for (int i = 0; i < 80; i++) {
            y[i] += 0.5 * x[i];
        }
        x[3] = Double.NaN;
        y[7] = Double.NaN;
        y[3] = Double.NaN;

        // The textbook form with raw sums: n Σxy - Σx Σy over the roots of the same for x and for y.
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int i = 0; i < 80; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                n++;
                sx += x[i];
                sy += y[i];
                sxx += x[i] * x[i];
                syy += y[i] * y[i];
                sxy += x[i] * y[i];
            }
        }
        double wanted = (n * sxy - sx * sy) / Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
        assertThat(n).isEqualTo(78);
        assertThat(Correlation.of(x, y)).isCloseTo(wanted, within(1e-12));
        assertThat(Correlation.of(y, x)).isEqualTo(Correlation.of(x, y));
        assertThat(Beta.of(y, x)).isCloseTo((n * sxy - sx * sy) / (n * sxx - sx * sx), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void mean_and_deviation_keep_nine_digits_far_from_zero(long seed) {
        double[] values = new Random(seed).doubles(400, 0, 1).map(x -> 1e6 + x).toArray();
        BigDecimal n = BigDecimal.valueOf(values.length);
        BigDecimal sum = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(n, EXACT);
        BigDecimal squares = Arrays.stream(values)
                .mapToObj(value -> new BigDecimal(value).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        double wanted =
                squares.divide(n.subtract(BigDecimal.ONE), EXACT).sqrt(EXACT).doubleValue();

        assertThat(CompensatedSum.of(values)).isEqualTo(sum.doubleValue());
        assertThat(Mean.of(values)).isCloseTo(mean.doubleValue(), within(1e-9));
        assertThat(SampleDeviation.of(values)).isCloseTo(wanted, within(1e-12 * wanted));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shares_of_variance_are_those_of_the_written_out_matrix_and_sum_to_one(long seed) {
        Random random = new Random(seed);
        int members = 2 + random.nextInt(6);
        double[][] returns = new double[members][];
        double[] weights = new double[members];
        for (int i = 0; i < members; i++) {
            returns[i] = random.doubles(103, -0.03, 0.03).toArray();
            weights[i] = random.nextDouble() - 0.3;
        }
        double[] shares = new double[members];
        double whole = 0;
        for (int i = 0; i < members; i++) {
            for (int j = 0; j < members; j++) {
                double part = weights[i] * weights[j] * Covariance.of(returns[i], returns[j]);
                shares[i] += part;
                whole += part;
            }
        }
        JointReturns joint =
                new JointReturns(Arrays.stream(returns).map(double[]::clone).toArray(double[][]::new));
        double[] actual = joint.varianceShares(weights);
        for (int i = 0; i < members; i++) {
            assertThat(actual[i]).isCloseTo(shares[i] / whole, within(1e-12));
            assertThat(joint.deviation(i)).isCloseTo(SampleDeviation.of(returns[i]), within(1e-15));
        }
        assertThat(CompensatedSum.of(actual)).isCloseTo(1, within(1e-12));
        assertThat(joint.deviation(weights)).isCloseTo(Math.sqrt(whole), within(1e-15));
    }

    private static double[] path(long seed, int length) {
        Random random = new Random(seed);
        double[] path = new double[length];
        double value = 100;
        for (int i = 0; i < length; i++) {
            // Whole numbers, so that highs are met again exactly.
            value = Math.max(1, value + random.nextInt(11) - 5);
            path[i] = value;
        }
        return path;
    }
}
