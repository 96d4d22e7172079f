package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.units.Symbol;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongestRunTest {
    @Test
    void what_is_kept_ascends_and_no_choice_of_rows_keeps_more() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 3_000; round++) {
            long[] times = random.longs(random.nextInt(12), 0, 9).toArray();

            boolean[] kept = LongestRun.kept(series(times));

            long before = Long.MIN_VALUE;
            int count = 0;
            for (int row = 0; row < times.length; row++) {
                if (kept[row]) {
                    assertThat(times[row]).isGreaterThan(before);
                    before = times[row];
                    count++;
                }
            }
            assertThat(count).as(Arrays.toString(times)).isEqualTo(longest(times));
        }
    }

    /** Tries every choice of rows. */
    private static int longest(long[] times) {
        int longest = 0;
        for (int choice = 0; choice < 1 << times.length; choice++) {
            long before = Long.MIN_VALUE;
            boolean ascends = true;
            for (int row = 0; row < times.length; row++) {
                if ((choice >> row & 1) == 1) {
                    ascends &= times[row] > before;
                    before = times[row];
                }
            }
            longest = ascends ? Math.max(longest, Integer.bitCount(choice)) : longest;
        }
        return longest;
    }

    @Test
    void of_equal_times_in_a_row_the_first_is_kept() {
        assertThat(LongestRun.kept(series(new long[] {1, 2, 2, 2, 3}))).containsExactly(true, true, false, false, true);
    }

    private static BarSeries series(long[] times) {
        return new BarSeries(Symbol.of("SPY"), times, new int[times.length], new double[6][0], times.length);
    }
}
