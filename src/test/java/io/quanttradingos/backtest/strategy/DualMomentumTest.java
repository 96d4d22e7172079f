package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.OrderLog;
import io.quanttradingos.backtest.engine.RandomBars;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.Bars;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** The twin writes out the closes with the gaps filled, and sorts all instruments by their return. */
    @Test
    void at_each_look_the_best_by_a_full_sort_are_there_or_asked_for() {
        int asked = 0;
        for (int seed = 0; seed < 40; seed++) {
            Bars[] bars = new Bars[5];
            for (int i = 0; i < bars.length; i++) {
                bars[i] = RandomBars.of("S" + i, 120, 7L * seed + i, 0.05 * i, seed % 2 * 5);
            }
            int top = 1 + seed % 3;
            Map<String, Object> values = Map.of("lookback", 10, "every", 3, "top", top, "band", 0);
            asked += checkLooks(run(values, bars).orders(), Market.of(List.of(bars)), top);
        }
        assertThat(asked).isGreaterThan(1_500);
    }

    /** What is wanted is there or asked for, and nothing else is asked for or kept. */
    private static int checkLooks(OrderLog orders, Market market, int top) {
        int asked = 0;
        for (int bar = 10; bar < market.rows(); bar += 3) {
            Set<Integer> wanted = best(market, bar, top);
            Set<Integer> entries = new TreeSet<>();
            Set<Integer> exits = new TreeSet<>();
            double[] shares = new double[market.instruments()];
            for (int id = 0; id < orders.size() && orders.submittedBar(id) <= bar; id++) {
                boolean isEntry = orders.askedWeight(id) > 0;
                if (orders.submittedBar(id) == bar && isEntry) {
                    entries.add(orders.instrument(id));
                }
                if (!isEntry && (orders.filledBar(id) > bar || orders.filledBar(id) < 0)) {
                    exits.add(orders.instrument(id));
                }
                shares[orders.instrument(id)] += orders.filledBar(id) <= bar ? orders.filledShares(id) : 0;
            }
            for (int i = 0; i < shares.length; i++) {
                boolean isThere = shares[i] > 0;
                boolean isWanted = wanted.contains(i);
                assertThat(isThere ? !exits.contains(i) : entries.contains(i))
                        .as("instrument %d from bar %d on", i, bar)
                        .isEqualTo(isWanted);
            }
            asked += entries.size() + exits.size();
        }
        return asked;
    }

    private static Set<Integer> best(Market market, int bar, int top) {
        return IntStream.range(0, market.instruments())
                .boxed()
                .filter(i -> change(market, i, bar) > 0)
                .sorted(Comparator.comparingDouble(i -> -change(market, i, bar)))
                .limit(top)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double change(Market market, int instrument, int bar) {
        double[] filled = new double[bar + 1];
        int age = 99;
        for (int row = 0; row <= bar; row++) {
            double close = market.close(instrument)[row];
            age = Double.isNaN(close) ? age + 1 : 0;
            filled[row] = age == 0 ? close : age < 10 ? filled[row - 1] : GAP;
        }
        return filled[bar] / filled[bar - 10] - 1;
    }

    private static Ledger run(Map<String, Object> values, Bars... bars) {
        Map<String, Object> all = new HashMap<>(Map.of("lookback", 2, "every", 2, "every_unit", "bars"));
        all.putAll(values);
        return TestRun.run("dual_momentum", all, bars);
    }
}
