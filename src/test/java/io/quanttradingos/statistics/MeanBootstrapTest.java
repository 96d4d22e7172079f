package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeanBootstrapTest {
    private static final double NORMAL_975 = 1.959963984540054;

    private static double[] normals(long seed, int count) {
        Random random = new Random(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> 3 + 10 * random.nextGaussian());
        Arrays.sort(values);
        return values;
    }

    /** Mostly nothing, sometimes a fortune: as unlike a normal law as results of trades get. */
    private static double[] lottery(long seed, int count) {
        Random random = new Random(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextInt(2000) == 0 ? 1000 * (1 + random.nextDouble()) : -random.nextDouble());
        Arrays.sort(values);
        return values;
    }

    private static double standardError(double[] values) {
        return SampleDeviation.of(values) / Math.sqrt(values.length);
    }

    @Test
    void draws_from_the_generator_it_names() {
        NoiseSource ours = new NoiseSource(42);
        SplittableRandom theirs = new SplittableRandom(42);
        for (int i = 0; i < 1000; i++) {
            assertThat(ours.bits()).isEqualTo(theirs.nextLong());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 37, MeanBootstrap.MOST_DRAWN, MeanBootstrap.MOST_DRAWN + 1, 20_000})
    void a_seed_gives_the_same_interval_again_and_another_seed_another(int count) {
        double[] values = normals(count, count);
        MeanBootstrap first = MeanBootstrap.percentile(values, 0.95, 1000, 5);
        assertThat(MeanBootstrap.percentile(values, 0.95, 1000, 5)).isEqualTo(first);
        assertThat(MeanBootstrap.percentile(values, 0.5, 1000, 6))
                .isNotEqualTo(MeanBootstrap.percentile(values, 0.5, 1000, 5));
        assertThat(first.low()).isLessThan(first.high());
        assertThat(first.drawnSingly()).isEqualTo(count <= MeanBootstrap.MOST_DRAWN ? count : MeanBootstrap.FAR_VALUES);
    }

    @Test
    void two_values_give_the_three_means_their_draws_can_have() {
        // A quarter each for 0 and 10, half for 5: at a level of 0.4 the middle, at 0.6 the ends.
        double[] values = {0, 10};
        assertThat(MeanBootstrap.percentile(values, 0.4, 10_000, 1)).isEqualTo(new MeanBootstrap(5, 5, 2));
        assertThat(MeanBootstrap.percentile(values, 0.6, 10_000, 1)).isEqualTo(new MeanBootstrap(0, 10, 2));
    }

    @Test
    void equal_values_have_an_interval_of_no_width() {
        double[] values = new double[6000];
        Arrays.fill(values, 0.1);
        MeanBootstrap interval = MeanBootstrap.percentile(values, 0.95, 1000, 1);
        assertThat(interval.low()).isCloseTo(0.1, within(1e-15));
        assertThat(interval.high()).isCloseTo(0.1, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"4000, 1", "4000, 2", "50000, 3", "200000, 4"})
    void of_many_values_the_interval_is_that_of_the_normal_law(int count, long seed) {
        double[] values = normals(seed, count);
        MeanBootstrap interval = MeanBootstrap.percentile(values, 0.95, 20_000, seed);
        double error = standardError(values);
        // An end's own noise is sqrt(.025 * .975 / 20,000) / .0584 = 0.019 standard errors; four of those.
        assertThat(interval.low()).isCloseTo(Mean.of(values) - NORMAL_975 * error, within(0.076 * error));
        assertThat(interval.high()).isCloseTo(Mean.of(values) + NORMAL_975 * error, within(0.076 * error));
    }

    @ParameterizedTest
    @CsvSource({"normal, 1", "normal, 2", "lottery, 3", "lottery, 4", "lottery, 5"})
    void drawing_only_the_far_values_singly_gives_what_drawing_all_would(String law, long seed) {
        int count = 6000;
        double[] values = law.equals("normal") ? normals(seed, count) : lottery(seed, count);
        MeanBootstrap far = MeanBootstrap.percentile(values, 0.9, 20_000, seed);
        double[] means = new double[20_000];
        Random random = new Random(seed);
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int j = 0; j < count; j++) {
                sum += values[random.nextInt(count)];
            }
            means[i] = sum / count;
        }
        // Shares rather than distances, since a lottery's means come in clumps with nothing between them. Each side's
        // noise is sqrt(.05 * .95 / 20,000) = 0.0015, both together 0.0022; four of those.
        assertThat(Arrays.stream(means).filter(mean -> mean < far.low()).count() / 20_000.0)
                .isCloseTo(0.05, within(0.0088));
        assertThat(Arrays.stream(means).filter(mean -> mean < far.high()).count() / 20_000.0)
                .isCloseTo(0.95, within(0.0088));
    }

    @Test
    void about_95_in_100_intervals_hold_the_true_mean() {
        int held = 0;
        for (int seed = 0; seed < 400; seed++) {
            MeanBootstrap interval = MeanBootstrap.percentile(normals(seed, 200), 0.95, 1000, seed);
            held += interval.low() <= 3 && 3 <= interval.high() ? 1 : 0;
        }
        // 380 expected, with a deviation of 4.4 over 400 samples; three and a half of those each way.
        assertThat(held).isBetween(365, 395);
    }

    @Test
    void the_table_draws_the_binomial_law() {
        int trials = 50_000;
        double probability = 0.04;
        BinomialTable table = new BinomialTable(trials, probability);
        NoiseSource noise = new NoiseSource(3);
        double[] draws = new double[200_000];
        Arrays.setAll(draws, i -> table.draw(noise));
        double deviation = Math.sqrt(trials * probability * (1 - probability));
        assertThat(Mean.of(draws)).isCloseTo(2000, within(4 * deviation / Math.sqrt(draws.length)));
        assertThat(SampleDeviation.of(draws))
                .isCloseTo(deviation, within(4 * deviation / Math.sqrt(2.0 * draws.length)));
    }

    @Test
    void the_table_of_few_trials_gives_each_count_its_share() {
        BinomialTable table = new BinomialTable(3, 0.5);
        NoiseSource noise = new NoiseSource(9);
        int[] seen = new int[4];
        for (int i = 0; i < 80_000; i++) {
            seen[table.draw(noise)]++;
        }
        // 10,000 and 30,000 expected, deviations 94 and 137.
        assertThat(seen[0]).isBetween(9600, 10_400);
        assertThat(seen[1]).isBetween(29_400, 30_600);
        assertThat(seen[2]).isBetween(29_400, 30_600);
        assertThat(seen[3]).isBetween(9600, 10_400);
    }
}
