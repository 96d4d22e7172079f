package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.backtest.engine.Bracket;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.marketdata.Bars;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrossingStrategiesTest {
    private static final Map<String, Object> ONE_AND_TWO = Map.of("fast", 1, "slow", 2);
    private static final Map<String, Object> BOTH_WAYS = Map.of("fast", 1, "slow", 2, "allow_short", true);

    /** The average of one close is above that of two where the close rose. */
    private static final Bars BARS = TestRun.closes(10, 9, 8, 9, 10, 10, 11, 10, 9, 9, 9);

    @Test
    void it_is_long_from_the_cross_upwards_to_the_cross_downwards() {
        // Up at 3. At 5 the averages are equal, that is not above any more: down. Up at 6, down at 7.
        assertThat(TestRun.orders(TestRun.run("sma_cross", ONE_AND_TWO, BARS))).isEqualTo("+3 -5 +6 -7");
    }

    @Test
    void with_short_positions_it_is_short_in_between() {
        assertThat(TestRun.orders(TestRun.run("sma_cross", BOTH_WAYS, BARS))).isEqualTo("+3 -5 -5 +6 +6 -7 -7");
    }

    @Test
    void the_order_of_the_averages_when_they_are_first_known_is_no_cross() {
        assertThat(TestRun.orders(TestRun.run("sma_cross", BOTH_WAYS, TestRun.closes(10, 11, 12, 13, 14))))
                .isEmpty();
        assertThat(TestRun.orders(TestRun.run("sma_cross", BOTH_WAYS, TestRun.closes(10, 10, 12, 13, 14))))
                .isEqualTo("+2");
    }

    @Test
    void a_cross_before_the_run_trades_is_not_made_up_for() {
        Ledger ledger = TestRun.run("sma_cross", ONE_AND_TWO, TestRun.PLAIN.from(4), BARS);

        assertThat(TestRun.orders(ledger)).isEqualTo("+6 -7");
    }

    @Test
    void after_a_stop_it_waits_for_the_next_cross() {
        Ledger ledger = TestRun.run(
                "sma_cross",
                Map.of("fast", 1, "slow", 5),
                TestRun.PLAIN.with(new Bracket(0.2, Double.NaN, Double.NaN)),
                TestRun.closes(10, 10, 10, 10, 10, 20, 20, 16, 19, 19, 19, 18, 19));

        // Up at 5, stopped in bar 7 at 16. It is above the average of five until 11, below at 11, up again at 12.
        assertThat(TestRun.orders(ledger)).isEqualTo("+5 -6 ?12");
        assertThat(ledger.orders().filledBar(1)).isEqualTo(7);
    }

    @Test
    void exponential_averages_cross_sooner_than_plain_ones() {
        // EMA(1) is the close; EMA(3) from 12 on halves the distance: 12, 11, 10, 9, 9.5 and 9, 10, 9.5, ...
        Bars bars = TestRun.closes(12, 10, 9, 8, 10, 8.5, 10.5, 9);

        // At 4: 10 > 9.5. At 5: 8.5 < 9. At 6: 10.5 > 9.75. At 7: 9 < 9.375.
        assertThat(TestRun.orders(TestRun.run("ema_cross", Map.of("fast", 1, "slow", 3), bars)))
                .isEqualTo("+4 -5 +6 ?7");
    }

    @Test
    void the_macd_line_crosses_its_signal() {
        // EMA(1) - EMA(3): at 2 the line is 9 - 10, at 3 8 - 9, at 4 10 - 9.5, at 5 12 - 10.75, at 6 12 - 11.375,
        // at 7 12 - 11.6875. The signal of 1 and 3 halves likewise: -1 (2), -1 (3), -0.25 (4), 0.5 (5), 0.5625 (6),
        // 0.4375 (7). Known from 4 on, the line is above it already; below at 7.
        Bars bars = TestRun.closes(12, 10, 9, 8, 10, 12, 12, 12, 12, 14, 14);
        Map<String, Object> values = Map.of("fast", 1, "slow", 3, "signal", 3, "allow_short", true);

        // At 8: 0.15625 against 0.296875. At 9: 14 - 12.921875 = 1.078125 against 0.6875, up. At 10: 0.5391 against
        // 0.6133.
        assertThat(TestRun.orders(TestRun.run("macd", values, bars))).isEqualTo("-7 +9 +9 ?10 ?10");
    }
}
