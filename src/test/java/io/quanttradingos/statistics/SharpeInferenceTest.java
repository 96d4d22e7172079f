package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard error, probabilistic and deflated Sharpe ratio, track record length: against the papers and by simulation. */
class SharpeInferenceTest {
    private static final double MONTHLY = 0.458;
    private static final double SKEWNESS = -2.448;
    private static final double KURTOSIS = 10.164;

    /** Bailey and López de Prado, "The Sharpe ratio efficient frontier": a fund with two and with three years. */
    @Test
    void the_example_of_the_paper_exceeds_zero_with_its_probabilities() {
        assertThat(ProbabilisticSharpeRatio.of(MONTHLY, 0, 24, SKEWNESS, KURTOSIS))
                .isCloseTo(0.913, within(0.0005));
        assertThat(ProbabilisticSharpeRatio.of(MONTHLY, 0, 24, 0, 3)).isCloseTo(0.982, within(0.0005));
        assertThat(ProbabilisticSharpeRatio.of(MONTHLY, 0, 36, SKEWNESS, KURTOSIS))
                .isCloseTo(0.953, within(0.001));
    }

    /** The same paper: years until a yearly ratio of 2 exceeds 1 with 95 %. */
    @ParameterizedTest
    @CsvSource({"252, 0, 3, 2.73", "52, 0, 3, 2.83", "12, 0, 3, 3.24", "12, -0.72, 5.78, 4.99"})
    void the_years_until_two_exceeds_one_are_those_of_the_paper(
            int periods, double skewness, double kurtosis, double years) {
        double root = Math.sqrt(periods);
        assertThat(MinimumTrackRecordLength.of(2 / root, 1 / root, skewness, kurtosis, 0.95) / periods)
                .isCloseTo(years, within(0.005));
    }

    /** Bailey and López de Prado, "The deflated Sharpe ratio": 2.5 a year over 1,250 days of which 250 make a year. */
    @ParameterizedTest
    @CsvSource({"100, -3, 10, 0.9004", "46, -3, 10, 0.9505", "88, 0, 3, 0.9505"})
    void the_example_of_the_paper_deflates_as_published(int trials, double skewness, double kurtosis, double deflated) {
        double daily = 2.5 / Math.sqrt(250);
        assertThat(DeflatedSharpeRatio.of(daily, 1250, skewness, kurtosis, trials, 0.5 / 250))
                .isCloseTo(deflated, within(0.00005));
        assertThat(ExpectedMaximumSharpe.of(100, 0.5 / 250)).isCloseTo(0.1132, within(0.00005));
    }

    @Test
    void excess_kurtosis_in_place_of_the_raw_one_is_refused() {
        assertThatThrownBy(() -> ProbabilisticSharpeRatio.of(0.1, 0, 100, 0, 0))
                .hasMessage("raw kurtosis is at least 1 and 3 for a normal distribution, was 0.0");
        assertThatThrownBy(() -> MinimumTrackRecordLength.of(0.1, 0, 0, 0.5, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * Exponential returns turned round have skewness -2 and kurtosis 9. Over many samples the estimates scatter as the
     * formula says, which is a fifth more than for normal ones.
     */
    @Test
    void estimates_scatter_as_the_standard_error_says() {
        Random random = new Random(20261122);
        int length = 400;
        double sharpe = 0.2;
        double[] estimates = new double[20_000];
        int confident = 0;
        for (int sample = 0; sample < estimates.length; sample++) {
            double[] returns = skewed(random, length, sharpe);
            estimates[sample] = SharpeRatio.perReturn(returns, 0);
            double psr = ProbabilisticSharpeRatio.of(
                    estimates[sample], sharpe, length, PopulationSkewness.of(returns), RawKurtosis.of(returns));
            confident += psr >= 0.95 ? 1 : 0;
        }
        double error = SharpeStandardError.of(sharpe, length, -2, 9);
        assertThat(SampleDeviation.of(estimates)).isCloseTo(error, within(0.02 * error));
        assertThat(SharpeStandardError.of(sharpe, length, 0, 3)).isLessThan(0.85 * error);
        // A true ratio is exceeded with 95 % by about one estimate in twenty.
        assertThat(confident / (double) estimates.length).isCloseTo(0.05, within(0.012));
    }

    private static double[] skewed(Random random, int length, double sharpe) {
        return random.doubles(length).map(u -> sharpe + 1 + Math.log1p(-u)).toArray();
    }

    /** The exact mean of the largest of N normal values is ∫ x·N·φ(x)·Φ(x)^(N-1) dx. */
    @ParameterizedTest
    @CsvSource({"2, -0.08", "5, 0.0255", "10, 0.0235", "100, 0.0092", "1000, 0.0045", "100000, 0.002"})
    void the_expected_maximum_is_the_integral_within_its_stated_error(int trials, double relativeError) {
        double exact = 0;
        double width = 1e-4;
        for (double x = -10; x < 10; x += width) {
            exact +=
                    x * trials * StandardNormal.density(x) * Math.pow(StandardNormal.cumulative(x), trials - 1) * width;
        }
        assertThat(ExpectedMaximumSharpe.of(trials, 1) / exact - 1).isCloseTo(relativeError, within(0.0015));
        assertThat(ExpectedMaximumSharpe.of(trials, 0.04)).isEqualTo(0.2 * ExpectedMaximumSharpe.of(trials, 1));
    }

    @Test
    void the_expected_maximum_is_what_searches_through_noise_find() {
        Random random = new Random(7);
        double[] best = new double[2_000];
        Arrays.setAll(
                best,
                search -> random.doubles(100)
                        .map(ignored -> random.nextGaussian())
                        .max()
                        .orElseThrow());
        assertThat(Mean.of(best)).isCloseTo(ExpectedMaximumSharpe.of(100, 1), within(0.04));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_track_record_of_minimum_length_is_just_confident(long seed) {
        Random random = new Random(seed);
        double sharpe = 0.02 + 0.3 * random.nextDouble();
        double benchmark = sharpe * random.nextDouble() * 0.9;
        double skewness = 2 * random.nextDouble() - 1;
        double kurtosis = 3 + 5 * random.nextDouble();
        double confidence = 0.6 + 0.39 * random.nextDouble();
        int length = (int) Math.ceil(MinimumTrackRecordLength.of(sharpe, benchmark, skewness, kurtosis, confidence));
        assertThat(ProbabilisticSharpeRatio.of(sharpe, benchmark, length, skewness, kurtosis))
                .isGreaterThanOrEqualTo(confidence);
        assertThat(ProbabilisticSharpeRatio.of(sharpe, benchmark, length - 1, skewness, kurtosis))
                .isLessThan(confidence);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void more_trials_more_variance_longer_tails_and_fewer_returns_deflate_more(long seed) {
        Random random = new Random(seed);
        double sharpe = 0.03 + 0.1 * random.nextDouble();
        double skewness = -random.nextDouble();
        double variance = 0.001 * random.nextDouble();
        int trials = 2 + random.nextInt(500);
        double base = DeflatedSharpeRatio.of(sharpe, 800, skewness, 6, trials, variance);
        assertThat(DeflatedSharpeRatio.of(sharpe, 800, skewness, 6, trials + 1, variance))
                .isLessThan(base);
        assertThat(DeflatedSharpeRatio.of(sharpe, 800, skewness, 6, trials, 1.1 * variance))
                .isLessThan(base);
        assertThat(DeflatedSharpeRatio.of(sharpe, 800, skewness, 6, 1, variance))
                .isEqualTo(ProbabilisticSharpeRatio.of(sharpe, 0, 800, skewness, 6))
                .isGreaterThan(base);
        double probable = ProbabilisticSharpeRatio.of(sharpe, 0, 800, skewness, 6);
        assertThat(ProbabilisticSharpeRatio.of(sharpe, 0, 800, skewness - 0.1, 6))
                .isLessThan(probable);
        assertThat(ProbabilisticSharpeRatio.of(sharpe, 0, 800, skewness, 7)).isLessThan(probable);
        assertThat(ProbabilisticSharpeRatio.of(sharpe, 0, 799, skewness, 6)).isLessThan(probable);
    }

    @Test
    void degenerate_cases_are_as_described() {
        assertThat(SharpeStandardError.of(0.1, 1, 0, 3)).isNaN();
        assertThat(ProbabilisticSharpeRatio.of(0.1, 0, 1, 0, 3)).isNaN();
        assertThat(ProbabilisticSharpeRatio.of(Double.NaN, 0, 100, 0, 3)).isNaN();
        assertThat(ProbabilisticSharpeRatio.of(0.1, 0, 100, Double.NaN, Double.NaN))
                .isNaN();
        assertThat(ProbabilisticSharpeRatio.of(0.1, 0.1, 100, 0, 3)).isEqualTo(0.5);
        assertThat(MinimumTrackRecordLength.of(0.1, 0.1, 0, 3, 0.95)).isInfinite();
        assertThat(MinimumTrackRecordLength.of(-0.1, 0, 0, 3, 0.95)).isInfinite();
        assertThat(MinimumTrackRecordLength.of(Double.NaN, 0, 0, 3, 0.95)).isNaN();
        assertThat(MinimumTrackRecordLength.of(0.1, 0, Double.NaN, 3, 0.95)).isNaN();
        assertThat(ExpectedMaximumSharpe.of(1, 0.5)).isZero();
        assertThat(ExpectedMaximumSharpe.of(1, Double.NaN)).isZero();
        assertThat(ExpectedMaximumSharpe.of(50, 0)).isZero();
        assertThat(ExpectedMaximumSharpe.of(50, Double.NaN)).isNaN();
        assertThat(DeflatedSharpeRatio.of(0.1, 100, 0, 3, 5, Double.NaN)).isNaN();
        assertThatThrownBy(() -> ExpectedMaximumSharpe.of(0, 1))
                .hasMessage("needs at least 1 trial and no negative variance, were 0 and 1.0");
        assertThatThrownBy(() -> ExpectedMaximumSharpe.of(3, -1)).isInstanceOf(IllegalArgumentException.class);
        for (double confidence : new double[] {0.5, 1, Double.NaN}) {
            assertThatThrownBy(() -> MinimumTrackRecordLength.of(0.1, 0, 0, 3, confidence))
                    .hasMessage("confidence must be above 0.5 and below 1, was " + confidence);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void moments_of_the_values_are_the_adjusted_ones_without_the_adjustment(long seed) {
        Random random = new Random(seed);
        double[] values =
                random.doubles(5 + random.nextInt(60)).map(u -> Math.exp(3 * u)).toArray();
        double n = values.length;
        double skewness = Skewness.of(values) * (n - 2) / Math.sqrt(n * (n - 1));
        double kurtosis = (ExcessKurtosis.of(values) * (n - 2) * (n - 3) / (n - 1) - 6) / (n + 1) + 3;
        assertThat(PopulationSkewness.of(values)).isCloseTo(skewness, within(1e-12));
        assertThat(RawKurtosis.of(values)).isCloseTo(kurtosis, within(1e-12));
        double[] repeated = Arrays.copyOf(values, 2 * values.length);
        System.arraycopy(values, 0, repeated, values.length, values.length);
        assertThat(PopulationSkewness.of(repeated)).isCloseTo(skewness, within(1e-12));
        assertThat(RawKurtosis.of(repeated)).isCloseTo(kurtosis, within(1e-12));
    }

    @Test
    void moments_of_too_few_or_equal_values_are_unknown() {
        assertThat(PopulationSkewness.of(new double[] {1})).isNaN();
        assertThat(RawKurtosis.of(new double[] {1})).isNaN();
        assertThat(RawKurtosis.of(new double[] {2, 2, 2})).isNaN();
        assertThat(RawKurtosis.of(new double[] {1, 2})).isCloseTo(1, within(1e-15));
        assertThat(PopulationSkewness.of(new double[] {1, 2})).isZero();
        // Two values have the smallest kurtosis there is: rounding there must not be taken for a mistake.
        assertThat(ProbabilisticSharpeRatio.of(0.5, 0, 2, 0, Math.nextDown(1.0)))
                .isBetween(0.5, 1.0);
    }
}
