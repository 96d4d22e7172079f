package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.marketdata.Bars;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReversionAndBreakoutTest {
    @Test
    void rsi_buys_below_its_entry_and_sells_above_its_exit() {
        // Over 2 changes. At 2 gains 0 of losses 1: 0. At 3 (0.5, 0.5): 50. At 4 (1.25, 0.25): 83.3.
        // At 5 (0.625, 1.125): 35.7. At 6 (0.3125, 1.5625): 16.7. At 7 (0.15625, 0.78125): 16.7.
        Bars bars = TestRun.closes(10, 9, 8, 9, 11, 9, 7, 7, 7);
        Map<String, Object> values = Map.of("bars", 2, "entry", 20, "exit", 55);

        assertThat(TestRun.orders(TestRun.run("rsi_reversion", values, bars))).isEqualTo("+2 -4 +6");
    }

    @Test
    void an_index_at_its_entry_or_exit_is_neither_below_nor_above() {
        // The index is 50 at bars 2, 4 and 6 (as many gains as losses) and 25 or 75 between.
        Bars bars = TestRun.closes(10, 11, 10);

        assertThat(TestRun.orders(TestRun.run("rsi_reversion", Map.of("bars", 2, "entry", 50, "exit", 60), bars)))
                .isEmpty();
        assertThat(TestRun.orders(TestRun.run("rsi_reversion", Map.of("bars", 2, "entry", 51, "exit", 60), bars)))
                .isEqualTo("?2");
    }

    @Test
    void bollinger_buys_below_the_lower_band_and_sells_at_the_average() {
        // Three closes, one deviation. At 3: 10, 10, 7, mean 9, deviation 1.41, 7 < 7.59: long. At 4: 10, 7, 7, mean 8.
        // At 5: 7, 7, 7, the mean itself: out. At 6: 7, 7, 10, above the upper band of 9.41.
        Bars bars = TestRun.closes(10, 10, 10, 7, 7, 7, 10, 10, 10, 10);
        Map<String, Object> values = Map.of("bars", 3, "width", 1);

        assertThat(TestRun.orders(TestRun.run("bollinger_reversion", values, bars)))
                .isEqualTo("+3 -5");
    }

    @Test
    void bollinger_sells_short_above_the_upper_band_where_that_is_allowed() {
        Bars bars = TestRun.closes(10, 10, 10, 7, 7, 7, 10, 10, 10, 10);
        Map<String, Object> values = Map.of("bars", 3, "width", 1, "allow_short", true);

        // Short at 6; at 7 10 is above the mean of 9, at 8 it is the mean: covered.
        assertThat(TestRun.orders(TestRun.run("bollinger_reversion", values, bars)))
                .isEqualTo("+3 -5 -6 +8");
    }

    @Test
    void closes_that_do_not_vary_are_outside_of_no_band() {
        Bars bars = TestRun.closes(TestRun.constant(30, 0.1 + 0.2));

        assertThat(TestRun.orders(TestRun.run("bollinger_reversion", Map.of("bars", 3, "allow_short", true), bars)))
                .isEmpty();
    }

    @Test
    void donchian_buys_above_the_range_before_and_sells_below_the_shorter_one() {
        // Highs of the three bars before, lows of the two before. At 3: 12 is not above 12. At 4: 13 > 12.
        // At 5: 12, lows 12 and 12, not below. At 6: 11 < 12: out. At 7 and 8 within. At 9: 14 > 13.
        Bars bars = TestRun.closes(10, 12, 11, 12, 13, 12, 11, 11, 13, 14, 14);
        Map<String, Object> values = Map.of("entry", 3, "exit", 2);

        assertThat(TestRun.orders(TestRun.run("donchian_breakout", values, bars)))
                .isEqualTo("+4 -6 +9");
    }

    @Test
    void donchian_turns_short_below_the_longer_range_where_that_is_allowed() {
        Bars bars = TestRun.closes(10, 12, 11, 12, 13, 12, 11, 10, 9, 10, 12, 12);
        Map<String, Object> values = Map.of("entry", 3, "exit", 2, "allow_short", true);

        // At 6: 11, lows of the three before 11, 12, 12: below the two, not below the three: out. At 7: 10 < 11: short.
        // At 10: 12 above the highs 10 and 10 of the two, and above 11, 10, 10 of the three: long at once.
        assertThat(TestRun.orders(TestRun.run("donchian_breakout", values, bars)))
                .isEqualTo("+4 -6 -7 +10 +10");
    }

    @Test
    void volatility_is_kept_near_the_wanted_one() {
        // Over two returns their deviation is their distance over √2. From +10 and -10 percent it is 0.1414 a bar,
        // times √252 2.245 a year; 0.2245 wanted is a tenth of it. From 11 to 11.11 and 11 it is about a tenth as
        // much, and as much as there is is held.
        Bars bars = TestRun.closes(10, 11, 9.9, 10.89, 11, 11.11, 11, 11);
        Map<String, Object> values = Map.of("annual", 0.2244994, "bars", 2, "band", 0.1);
        Ledger ledger = TestRun.run("vol_target", values, bars);

        assertThat(ledger.orders().askedWeight(0)).isBetween(0.0999999, 0.1000001);
        assertThat(TestRun.orders(ledger)).startsWith("+2 +4");
        assertThat(ledger.orders().askedWeight(1)).isBetween(0.22, 0.24);
    }

    @Test
    void a_target_that_buys_nothing_is_repeated_once_a_window() {
        // A share costs more than there is.
        double[] closes = new double[50];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 200_000 + (i % 2) * 20_000;
        }
        Ledger ledger = TestRun.run("vol_target", Map.of("bars", 10), TestRun.closes(closes));

        assertThat(TestRun.orders(ledger)).isEqualTo("x10 x20 x30 x40");
        assertThat(ledger.orders().note(0)).isEqualTo("came to less than one share");
    }

    @Test
    void without_any_volatility_nothing_is_bought() {
        assertThat(TestRun.orders(TestRun.run("vol_target", Map.of("bars", 2), TestRun.closes(10, 10, 10, 10, 10))))
                .isEmpty();
    }
}
