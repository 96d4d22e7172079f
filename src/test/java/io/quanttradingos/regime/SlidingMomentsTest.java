package io.quanttradingos.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingMomentsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 63})
    void equals_exact_sums_even_where_the_mean_dwarfs_the_deviation_and_prices_collapse(int window) {
        Random random = new Random(window);
        double[] values = new double[6 * window + 5];
        for (int i = 0; i < values.length; i++) {
            double level = i < values.length / 2 ? 1e9 : 1e-3;
            values[i] = level * (1 + 1e-4 * random.nextGaussian());
        }
        SlidingMoments moments = new SlidingMoments(window);
        for (int i = 0; i < values.length; i++) {
            moments.add(values[i]);
            int count = Math.min(window, i + 1);
            double mean = exactMean(values, i + 1 - count, i + 1);
            assertThat(moments.count()).isEqualTo(count);
            assertThat(moments.mean()).isCloseTo(mean, within(1e-14 * mean));
            if (count > 1) {
                double deviation = exactDeviation(values, i + 1 - count, i + 1);
                assertThat(moments.deviation()).isCloseTo(deviation, within(1e-10 * deviation));
            }
        }
    }

    @Test
    void values_that_never_change_have_exactly_themselves_as_mean_and_no_deviation() {
        SlidingMoments moments = new SlidingMoments(50);
        for (int i = 0; i < 500; i++) {
            moments.add(0.1);
            assertThat(moments.mean()).isEqualTo(0.1);
        }
        assertThat(moments.deviation()).isZero();
    }

    @Test
    void a_value_that_is_not_finite_is_gone_once_it_has_left_the_window() {
        SlidingMoments moments = new SlidingMoments(4);
        for (double value : new double[] {1, 2, Double.POSITIVE_INFINITY, 4, 5, 6}) {
            moments.add(value);
        }
        assertThat(Double.isFinite(moments.mean())).isFalse();
        moments.add(7);
        assertThat(moments.mean()).isEqualTo(5.5);
        assertThat(moments.deviation()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-15));
    }

    @Test
    void without_enough_values_there_is_no_mean_and_no_deviation() {
        SlidingMoments moments = new SlidingMoments(3);
        assertThat(moments.mean()).isNaN();
        moments.add(1);
        assertThat(moments.deviation()).isNaN();
    }

    private static double exactMean(double[] values, int from, int to) {
        return exactSum(values, from, to)
                .divide(BigDecimal.valueOf(to - from), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static BigDecimal exactSum(double[] values, int from, int to) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = from; i < to; i++) {
            sum = sum.add(new BigDecimal(values[i]));
        }
        return sum;
    }

    private static double exactDeviation(double[] values, int from, int to) {
        BigDecimal mean = exactSum(values, from, to).divide(BigDecimal.valueOf(to - from), MathContext.DECIMAL128);
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = from; i < to; i++) {
            BigDecimal distance = new BigDecimal(values[i]).subtract(mean);
            squares = squares.add(distance.multiply(distance));
        }
        return squares.divide(BigDecimal.valueOf(to - from - 1), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL64)
                .doubleValue();
    }
}
