package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.marketdata.Bars;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MomentumTest {
    /** Looked at every second bar from bar 3 on, the return from 3 bars ago to 1 bar ago. */
    private static final Map<String, Object> SHORT_PAST =
            Map.of("lookback", 3, "skip", 1, "every", 2, "every_unit", "bars");

    @Test
    void it_holds_while_the_return_without_the_last_bars_is_above_0() {
        // At 3: close 2 against close 0, 12 > 10, long, though the last bar fell. At 4 nothing is looked at.
        // At 5: close 4 against 2, 9 < 12, out. At 7: close 6 against 4, 9 = 9, stays out. At 9: 10 > 9, long.
        Bars bars = TestRun.closes(10, 11, 12, 6, 9, 20, 9, 8, 10, 10, 10);

        assertThat(TestRun.orders(TestRun.run("momentum", SHORT_PAST, bars))).isEqualTo("+3 -5 +9");
    }

    @Test
    void a_fall_is_sold_short_where_that_is_allowed_and_no_change_is_not() {
        Bars bars = TestRun.closes(10, 11, 12, 6, 9, 20, 9, 8, 10, 10, 10);
        Map<String, Object> both =
                Map.of("lookback", 3, "skip", 1, "every", 2, "every_unit", "bars", "allow_short", true);

        // At 5 the long position is sold and a short one opened, at 7 that is closed, at 9 a long one is opened.
        assertThat(TestRun.orders(TestRun.run("momentum", both, bars))).isEqualTo("+3 -5 -5 +7 +9");
    }

    @Test
    void by_default_it_looks_at_twelve_months_without_the_last_at_the_first_bar_of_a_month() {
        double[] rising = TestRun.constant(400, 10);
        for (int i = 100; i < rising.length; i++) {
            rising[i] = 20;
        }
        Ledger ledger = TestRun.run("momentum", Map.of(), TestRun.closes(rising));

        // Bar 252, the 9th of September 2020, sees bar 231 against bar 0. On the first of January 2021, bar 366, bar
        // 345
        // and bar 114 are the same; on the first of December, bar 335, bar 314 is higher than bar 83.
        assertThat(TestRun.orders(ledger)).isEqualTo("+252 -366");
    }
}
