package io.quanttradingos.backtest.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderTest {
    private static SeedBars sorted(int rows, IntToLongFunction time) {
        long[] times = IntStream.range(0, rows).mapToLong(time).toArray();
        double[] closes = IntStream.range(0, rows).asDoubleStream().toArray();
        return TimeOrder.sorted(times, closes, rows);
    }

    private static int[] order(SeedBars bars) {
        return IntStream.range(0, bars.rows()).map(row -> (int) bars.close(row)).toArray();
    }

    private static IntToLongFunction tied(int times) {
        return row -> (row * 7919 + row * row * 31) % times;
    }

    @Test
    void sixteen_bars_of_one_time_keep_the_order_of_the_file() {
        assertThat(order(sorted(16, tied(3)))).containsExactly(0, 1, 3, 4, 6, 7, 9, 10, 12, 13, 15, 2, 5, 8, 11, 14);
    }

    /** Expected by pandas 1.5.3 on numpy 1.24. */
    @Test
    void beyond_sixteen_the_order_among_equals_is_the_one_the_original_got() {
        assertThat(order(sorted(17, tied(3))))
                .containsExactly(0, 13, 12, 10, 9, 15, 7, 16, 4, 3, 1, 6, 5, 11, 2, 14, 8);
        assertThat(order(sorted(40, tied(5))))
                .containsExactly(
                        0, 15, 26, 20, 11, 10, 21, 16, 30, 6, 5, 36, 25, 1, 35, 31, 23, 38, 13, 33, 8, 3, 18, 28, 32,
                        34, 29, 37, 19, 24, 22, 17, 14, 12, 9, 7, 4, 2, 27, 39);
        int[] many = order(sorted(200, tied(7)));
        assertThat(many).startsWith(0, 91, 88, 172, 84, 81, 175, 74, 95, 70, 179, 63, 60, 56, 53, 182, 49, 67, 98, 102);
        assertThat(IntStream.range(0, 200)
                        .map(place -> (place + 1) * many[place])
                        .sum())
                .isEqualTo(1_980_589);
    }

    @Test
    void a_file_in_order_is_left_alone_however_many_bars_share_a_time() {
        assertThat(order(sorted(500, row -> row / 100)))
                .isEqualTo(IntStream.range(0, 500).toArray());
    }

    @Test
    void bars_without_a_date_come_last_in_the_order_of_the_file() {
        SeedBars bars = sorted(60, row -> row % 3 == 0 ? SeedBars.NO_TIME : 1000 - row);
        assertThat(bars.times()).endsWith(LongArrays.of(20, SeedBars.NO_TIME));
        assertThat(Arrays.copyOfRange(order(bars), 40, 60))
                .isEqualTo(IntStream.range(0, 20).map(row -> 3 * row).toArray());
        assertThat(bars.time(59)).isNull();
    }

    @Test
    void any_order_is_put_right_and_every_close_stays_with_its_time() {
        for (int run = 0; run < 300; run++) {
            Random random = new Random(run);
            int rows = random.nextInt(3000);
            long spread = 1 + random.nextInt(1 + random.nextInt(5000));
            long[] times = random.longs(rows, 0, spread).toArray();
            double[] closes =
                    Arrays.stream(times).mapToDouble(time -> time * 0.5).toArray();
            SeedBars bars = TimeOrder.sorted(times.clone(), closes, rows);
            Arrays.sort(times);
            assertThat(bars.times()).isEqualTo(times);
            assertThat(IntStream.range(0, rows).allMatch(row -> bars.close(row) == times[row] * 0.5))
                    .isTrue();
        }
    }

    /** A pattern on which the median of three is a bad pivot every time: the halvings run out. */
    @Test
    void a_file_made_to_be_slow_is_put_in_order_too() {
        int rows = 4000;
        int half = rows / 2;
        SeedBars bars = sorted(rows, row -> row < half ? (row % 2 == 0 ? row : half + row) : 2L * (row - half) + 1);
        assertThat(bars.times()).isSorted();
        assertThat(order(bars))
                .containsExactlyInAnyOrder(IntStream.range(0, rows).toArray());
    }

    private static final class LongArrays {
        static long[] of(int length, long value) {
            long[] values = new long[length];
            Arrays.fill(values, value);
            return values;
        }
    }
}
