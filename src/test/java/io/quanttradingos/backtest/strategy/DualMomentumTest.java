package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.Bars;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DualMomentumTest {
    private static final double GAP = Double.NaN;
    private static final String DAY = "2020-01-01";

    @Test
    void it_holds_the_one_that_rose_most() {
        // Every second bar from bar 2 on, over 2 bars. At 2: A 1.2, B 1.1. At 4: A 1.0, B 1.5. At 6: the same, B stays.
        Bars a = TestRun.closes("A", DAY, 10, 11, 12, 12, 12, 12, 12, 12);
        Bars b = TestRun.closes("B", DAY, 10, 10, 11, 15, 16.5, 16.5, 18, 18);
        Ledger ledger = run(Map.of(), a, b);

        assertThat(TestRun.orders(ledger, 0)).isEqualTo("+2 -4");
        assertThat(TestRun.orders(ledger, 1)).isEqualTo("+4");
    }

    @Test
    void one_that_did_not_rise_is_not_held_though_it_fell_least() {
        // At 2: A 0.9, B 0.8, cash. At 4: A 1.0 is no rise. At 6: A rose.
        Bars a = TestRun.closes("A", DAY, 10, 10, 9, 9, 9, 9, 10, 10);
        Bars b = TestRun.closes("B", DAY, 10, 10, 8, 7, 6, 5, 4, 4);
        Ledger ledger = run(Map.of(), a, b);

        assertThat(TestRun.orders(ledger, 0)).isEqualTo("+6");
        assertThat(TestRun.orders(ledger, 1)).isEmpty();
    }

    @Test
    void the_named_instrument_is_held_in_place_of_cash_and_is_not_ranked() {
        // Bonds rise most of all, but only stand in when A falls.
        Bars a = TestRun.closes("A", DAY, 10, 10, 11, 11, 9, 9, 10, 10);
        Bars bonds = TestRun.closes("BOND", DAY, 10, 20, 30, 40, 50, 60, 70, 80);
        Ledger ledger = run(Map.of("risk_off", "bond"), a, bonds);

        assertThat(TestRun.orders(ledger, 0)).isEqualTo("+2 -4 +6");
        assertThat(TestRun.orders(ledger, 1)).isEqualTo("+4 -6");
    }

    @Test
    void several_are_held_at_equal_shares_and_the_free_share_goes_to_the_refuge() {
        Bars a = TestRun.closes("A", DAY, 10, 10, 12, 12, 12);
        Bars b = TestRun.closes("B", DAY, 10, 10, 11, 11, 11);
        Bars c = TestRun.closes("C", DAY, 10, 10, 9, 9, 9);
        Bars d = TestRun.closes("D", DAY, 10, 10, 10, 10, 10);
        Ledger ledger = run(Map.of("top", 3, "risk_off", "D"), a, b, c, d);

        assertThat(ledger.orders().askedWeight(0)).isEqualTo(1.0 / 3);
        assertThat(ledger.orders().askedWeight(1)).isEqualTo(1.0 / 3);
        assertThat(ledger.orders().askedWeight(2)).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(TestRun.orders(ledger, 2)).isEmpty();
        assertThat(TestRun.orders(ledger, 3)).startsWith("+2");
    }

    @Test
    void of_equal_returns_the_first_instrument_is_held() {
        Bars a = TestRun.closes("A", DAY, 10, 10, 12, 12);
        Bars b = TestRun.closes("B", DAY, 20, 20, 24, 24);

        assertThat(TestRun.orders(run(Map.of(), a, b), 0)).isEqualTo("+2");
        assertThat(TestRun.orders(run(Map.of(), a, b), 1)).isEmpty();
    }

    @Test
    void a_missing_bar_is_bridged_by_the_close_before_it() {
        // B lacks the bar at which the return begins and the one at which it ends: 12 / 10 by the closes before them.
        Bars a = TestRun.closes("A", DAY, 10, 10, 10, 10, 11, 11, 11);
        Bars b = TestRun.closes("B", DAY, 10, 10, GAP, 12, GAP, 12, 13);
        Ledger ledger = run(Map.of(), a, b);

        // The order of bar 4 waits for the next bar of B.
        assertThat(TestRun.orders(ledger, 0)).isEmpty();
        assertThat(TestRun.orders(ledger, 1)).isEqualTo("+4");
        assertThat(ledger.orders().filledBar(0)).isEqualTo(5);
    }

    @Test
    void an_instrument_that_is_gone_is_left_with_one_order_that_waits() {
        double[] rising = new double[40];
        double[] gone = new double[40];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = 100 + i;
            gone[i] = i < 10 ? 100 + 10 * i : GAP;
        }
        Ledger ledger = run(Map.of(), TestRun.closes("A", DAY, rising), TestRun.closes("B", DAY, gone));

        // B rose more up to bar 9, its last; from bar 12 on its return is 0, and from bar 20 on it has none.
        assertThat(TestRun.orders(ledger, 1)).isEqualTo("+2 ?12");
        assertThat(TestRun.orders(ledger, 0)).isEqualTo("x12 x14 x16 x18 x20 x22 x24 x26 x28 x30 x32 x34 x36 x38");
    }

    @Test
    void an_entry_that_waits_for_a_bar_is_taken_back_when_it_is_no_longer_wanted() {
        // At 2 B is wanted, but has no bar until 5; at 4 it is not wanted any more.
        Bars a = TestRun.closes("A", DAY, 10, 10, 10, 10, 20, 20);
        Bars b = TestRun.closes("B", DAY, 10, 11, GAP, GAP, GAP, 11);
        Ledger ledger = run(Map.of(), a, b);

        assertThat(TestRun.orders(ledger, 1)).isEqualTo("x2");
        assertThat(TestRun.orders(ledger, 0)).isEqualTo("+4");
    }

    @Test
    void an_unknown_refuge_and_more_places_than_instruments_are_refused() {
        Bars a = TestRun.closes("SPY", DAY, 10, 10);
        Bars b = TestRun.closes("TLT", DAY, 10, 10);

        assertThatThrownBy(() -> run(Map.of("risk_off", "TLL"), a, b))
                .isInstanceOf(Refusal.class)
                .hasMessage("dual_momentum risk_off names 'TLL', which is none of the instruments; did you mean TLT?");
        assertThatThrownBy(() -> run(Map.of("risk_off", "TLT", "top", 2), a, b))
                .isInstanceOf(Refusal.class)
                .hasMessage("dual_momentum top must be at most the 1 instruments ranked, was 2");
    }

    private static Ledger run(Map<String, Object> values, Bars... bars) {
        Map<String, Object> all = new HashMap<>(Map.of("lookback", 2, "every", 2, "every_unit", "bars"));
        all.putAll(values);
        return TestRun.run("dual_momentum", all, bars);
    }
}
