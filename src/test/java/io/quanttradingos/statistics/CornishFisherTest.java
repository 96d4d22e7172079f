package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CornishFisherTest {
    @Test
    void without_skewness_and_kurtosis_it_is_the_normal_distribution() {
        assertThat(ValueAtRisk.parametric(0, 1, 0.05)).isCloseTo(-1.6448536269514722, within(1e-12));
        assertThat(ValueAtRisk.parametric(0, 1, 0.01)).isCloseTo(-2.3263478740408408, within(1e-12));
        assertThat(ConditionalValueAtRisk.parametric(0, 1, 0.05)).isCloseTo(-2.0627128075074257, within(1e-12));
        for (double tail : new double[] {0.05, 0.01}) {
            assertThat(ValueAtRisk.cornishFisher(0.001, 0.02, 0, 0, tail))
                    .isEqualTo(ValueAtRisk.parametric(0.001, 0.02, tail));
            assertThat(ConditionalValueAtRisk.cornishFisher(0.001, 0.02, 0, 0, tail))
                    .isCloseTo(ConditionalValueAtRisk.parametric(0.001, 0.02, tail), within(1e-15));
        }
        assertThat(CornishFisher.isValid(0, 0)).isTrue();
    }

    @Test
    void losses_with_a_long_tail_lower_the_worst_percent() {
        assertThat(CornishFisher.quantile(-2.326, -0.5, 2)).isLessThan(CornishFisher.quantile(-2.326, 0, 0));
    }

    /** The mean below the quantile by adding up the quantile function in a million steps. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_tail_mean_is_the_integral_of_the_quantiles(long seed) {
        Random random = new Random(seed);
        double skewness = random.nextDouble() - 0.5;
        double kurtosis = 4 * random.nextDouble();
        double tail = 0.01 + 0.05 * random.nextDouble();
        double end = StandardNormal.quantile(tail);
        int steps = 200_000;
        double width = (end + 12) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double z = -12 + (i + 0.5) * width;
            sum += CornishFisher.quantile(z, skewness, kurtosis) * StandardNormal.density(z) * width;
        }
        assertThat(CornishFisher.tailMean(tail, skewness, kurtosis)).isCloseTo(sum / tail, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void it_is_valid_exactly_where_the_quantiles_rise(long seed) {
        Random random = new Random(seed);
        int valid = 0;
        for (int i = 0; i < 400; i++) {
            double skewness = 5 * random.nextDouble() - 2.5;
            double kurtosis = 12 * random.nextDouble() - 1;
            boolean rises = true;
            for (double z = -60; z < 60 && rises; z += 0.02) {
                rises = CornishFisher.quantile(z + 0.02, skewness, kurtosis)
                        >= CornishFisher.quantile(z, skewness, kurtosis);
            }
            if (isClear(skewness, kurtosis)) {
                assertThat(CornishFisher.isValid(skewness, kurtosis))
                        .as(skewness + " " + kurtosis)
                        .isEqualTo(rises);
            }
            valid += rises ? 1 : 0;
        }
        assertThat(valid).isBetween(20, 380);
    }

    /** Whether a slightly different pair would be judged the same: steps of 0.02 cannot see the very border. */
    private static boolean isClear(double skewness, double kurtosis) {
        boolean judged = CornishFisher.isValid(skewness, kurtosis);
        return judged == CornishFisher.isValid(skewness, kurtosis + 0.02)
                && judged == CornishFisher.isValid(skewness, kurtosis - 0.02);
    }

    @Test
    void the_domain_ends_where_its_description_says() {
        double widest = 6 * (Math.sqrt(2) - 1);
        for (double kurtosis = 0; kurtosis < 20; kurtosis += 0.001) {
            assertThat(CornishFisher.isValid(widest + 0.01, kurtosis)).isFalse();
        }
        assertThat(CornishFisher.isValid(0, 8)).isTrue();
        assertThat(CornishFisher.isValid(0, 8.01)).isFalse();
        assertThat(CornishFisher.isValid(0, -0.01)).isFalse();
        assertThat(CornishFisher.isValid(Double.NaN, 1)).isFalse();
        assertThat(CornishFisher.isValid(0, Double.NaN)).isFalse();
    }
}
