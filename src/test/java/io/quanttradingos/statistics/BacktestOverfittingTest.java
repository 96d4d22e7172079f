package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestOverfittingTest {
    /** Every split written out: the rows of both halves copied together, measured, ranked by sorting. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_is_what_writing_out_every_split_gives(long seed) {
        Random random = new Random(seed);
        int blocks = 2 + 2 * random.nextInt(4);
        int bars = blocks * (2 + random.nextInt(6)) + random.nextInt(blocks);
        double[][] returns = new double[2 + random.nextInt(7)][];
        for (int strategy = 0; strategy < returns.length; strategy++) {
            returns[strategy] = random.doubles(bars, -0.02, 0.021).toArray();
        }
        // One that trades in the first half only, one that never does, and one twice.
        Arrays.fill(returns[0], bars / 2, bars, 0);
        if (returns.length > 4) {
            Arrays.fill(returns[1], 0);
            returns[2] = returns[3].clone();
        }
        Twin twin = new Twin(returns, blocks);
        BacktestOverfitting actual = BacktestOverfitting.of(returns, blocks);

        assertThat(actual.logits()).hasSameSizeAs(twin.logits);
        Arrays.sort(twin.logits);
        for (int split = 0; split < twin.logits.length; split++) {
            assertThat(actual.logits()[split]).isCloseTo(twin.logits[split], within(1e-12));
        }
        assertThat(actual.probability())
                .isEqualTo(Arrays.stream(twin.logits).filter(l -> l <= 0).count() / (double) twin.logits.length);
        assertThat(actual.probabilityOfLoss())
                .isEqualTo(Arrays.stream(twin.afterwards).filter(s -> s < 0).count() / (double) twin.logits.length);
        assertThat(actual.degradationSlope()).isCloseTo(Beta.of(twin.afterwards, twin.then), within(1e-9));
    }

    private static final class Twin {
        private final double[] logits;
        private final double[] then;
        private final double[] afterwards;

        Twin(double[][] returns, int blocks) {
            int length = returns[0].length / blocks;
            int first = returns[0].length - blocks * length;
            List<int[]> halves = new ArrayList<>();
            choose(new int[blocks / 2], 0, 0, blocks, halves);
            logits = new double[halves.size()];
            then = new double[halves.size()];
            afterwards = new double[halves.size()];
            for (int split = 0; split < halves.size(); split++) {
                int[] past = halves.get(split);
                int[] rest = new int[blocks / 2];
                int at = 0;
                for (int block = 0; block < blocks; block++) {
                    int wanted = block;
                    if (Arrays.stream(past).noneMatch(b -> b == wanted)) {
                        rest[at++] = block;
                    }
                }
                double[] inside = new double[returns.length];
                double[] outside = new double[returns.length];
                for (int strategy = 0; strategy < returns.length; strategy++) {
                    inside[strategy] = sharpe(returns[strategy], past, first, length);
                    outside[strategy] = sharpe(returns[strategy], rest, first, length);
                }
                judge(split, inside, outside);
            }
        }

        private void judge(int split, double[] inside, double[] outside) {
            int best = 0;
            for (int strategy = 0; strategy < inside.length; strategy++) {
                best = inside[strategy] > inside[best] + 1e-12 ? strategy : best;
            }
            List<Integer> places = new ArrayList<>();
            double[] sorted = outside.clone();
            Arrays.sort(sorted);
            for (int place = 0; place < sorted.length; place++) {
                if (Math.abs(sorted[place] - outside[best]) < 1e-12) {
                    places.add(place + 1);
                }
            }
            double rank = places.stream().mapToInt(place -> place).average().orElseThrow();
            double relative = rank / (outside.length + 1);
            then[split] = inside[best];
            afterwards[split] = outside[best];
            logits[split] = Math.log(relative / (1 - relative));
        }

        private static double sharpe(double[] returns, int[] blocks, int first, int length) {
            double[] joined = new double[blocks.length * length];
            for (int i = 0; i < blocks.length; i++) {
                System.arraycopy(returns, first + blocks[i] * length, joined, i * length, length);
            }
            double ratio = SharpeRatio.perReturn(joined, 0);
            return Double.isNaN(ratio) ? 0 : ratio;
        }

        private static void choose(int[] chosen, int count, int from, int blocks, List<int[]> all) {
            if (count == chosen.length) {
                all.add(chosen.clone());
                return;
            }
            for (int block = from; block < blocks; block++) {
                chosen[count] = block;
                choose(chosen, count + 1, block + 1, blocks, all);
            }
        }
    }

    @Test
    void a_choice_among_noise_is_a_coin_toss_afterwards() {
        double sum = 0;
        for (long seed = 1; seed <= 30; seed++) {
            sum += BacktestOverfitting.of(noise(seed, 20, 320), 8).probability();
        }
        assertThat(sum / 30).isCloseTo(0.5, within(0.08));
    }

    @Test
    void a_strategy_with_an_edge_is_chosen_rightly() {
        for (long seed = 1; seed <= 5; seed++) {
            double[][] returns = noise(seed, 20, 640);
            Arrays.setAll(returns[7], bar -> returns[7][bar] + 0.004);
            BacktestOverfitting overfitting = BacktestOverfitting.of(returns);
            assertThat(overfitting.probability()).isLessThan(0.02);
            assertThat(overfitting.probabilityOfLoss()).isLessThan(0.02);
        }
    }

    /** With a fixed sum of both halves, what was best before must be worse afterwards. */
    @Test
    void in_a_zero_sum_of_halves_the_better_past_has_the_worse_future() {
        double[][] returns = noise(3, 30, 320);
        for (double[] series : returns) {
            double mean = Mean.of(series);
            Arrays.setAll(series, bar -> series[bar] - mean);
        }
        BacktestOverfitting overfitting = BacktestOverfitting.of(returns, 10);
        assertThat(overfitting.degradationSlope()).isLessThan(-0.5);
        assertThat(overfitting.probability()).isGreaterThan(0.9);
        assertThat(overfitting.probabilityOfLoss()).isGreaterThan(0.9);
    }

    @Test
    void sixteen_blocks_make_12870_splits_and_fewer_bars_fewer_blocks() {
        assertThat(BacktestOverfitting.of(noise(1, 3, 64)).logits()).hasSize(12_870);
        assertThat(BlockedReturns.blocksFor(64)).isEqualTo(16);
        assertThat(BlockedReturns.blocksFor(31)).isEqualTo(14);
        assertThat(BlockedReturns.blocksFor(4)).isEqualTo(2);
        assertThat(BlockedReturns.blocksFor(3)).isZero();
    }

    @Test
    void without_a_choice_there_is_nothing_to_overfit() {
        BacktestOverfitting one = BacktestOverfitting.of(noise(1, 1, 40));
        assertThat(one.probability()).isNaN();
        assertThat(one.probabilityOfLoss()).isNaN();
        assertThat(one.degradationSlope()).isNaN();
        assertThat(one.logits()).isEmpty();
    }

    @Test
    void strategies_that_cannot_be_told_apart_count_as_overfitted() {
        double[] series = noise(1, 1, 40)[0];
        assertThat(BacktestOverfitting.of(new double[][] {series, series, series})
                        .probability())
                .isEqualTo(1);
    }

    @Test
    void callers_mistakes_are_named() {
        assertThatThrownBy(() -> BacktestOverfitting.of(new double[3][3]))
                .hasMessage("needs an even number of blocks from 2 to 20 with at least 2 returns each,"
                        + " was 0 for 3 returns");
        assertThatThrownBy(() -> BacktestOverfitting.of(new double[][] {new double[40], new double[41]}))
                .hasMessage("strategy 1 needs 40 returns, has 41");
        double[] gap = new double[40];
        gap[3] = Double.NaN;
        assertThatThrownBy(() -> BacktestOverfitting.of(new double[][] {new double[40], gap}, 4))
                .hasMessage("strategy 1 has a return that is not a number");
    }

    private static double[][] noise(long seed, int strategies, int bars) {
        Random random = new Random(seed);
        double[][] returns = new double[strategies][bars];
        for (double[] series : returns) {
            Arrays.setAll(series, bar -> 0.01 * random.nextGaussian());
        }
        return returns;
    }
}
