package io.quanttradingos.backtest.engine;

import static io.quanttradingos.backtest.engine.OrderAssert.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The exits of entries, by hand: ten shares, stop 5 percent below, profit 10 percent above. */
class BracketTest {
    private static final double NONE = Double.NaN;
    private static final Bracket BOTH = new Bracket(0.05, 0.10, NONE);
    private static final String CALM = "100 101 99 100";

    private static Ledger longWith(Bracket bracket, String... bars) {
        return Tape.of(bars)
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10).with(bracket)))
                .run();
    }

    @Test
    void an_entry_brings_a_stop_and_a_profit_measured_from_its_price() {
        Ledger ledger = longWith(BOTH, CALM, "100 101 99 100", CALM);

        order(ledger, 1).is(OrderType.STOP).isOpen();
        order(ledger, 2).is(OrderType.LIMIT).isOpen();
        assertThat(ledger.orders().stop(1)).isEqualTo(95);
        assertThat(ledger.orders().limit(2)).isEqualTo(110.00000000000001);
        assertThat(ledger.orders().submittedBar(1)).isEqualTo(1);
        assertThat(ledger.orders().askedShares(1)).isEqualTo(-10);
    }

    @Test
    void the_stop_is_filled_and_cancels_the_profit() {
        Ledger ledger = longWith(BOTH, CALM, CALM, "98 99 94 96", "100 120 99 118");

        order(ledger, 1).filled(-10).in(2).at(95);
        order(ledger, 2).became(OrderStatus.CANCELLED, 2, "its counterpart was filled");
        assertThat(ledger.finalEquity()).isEqualTo(9_950);
    }

    @Test
    void the_profit_is_filled_and_cancels_the_stop() {
        Ledger ledger = longWith(new Bracket(0.05, 0.25, NONE), CALM, CALM, "110 126 109 120", "80 81 79 80");

        order(ledger, 2).filled(-10).in(2).at(125);
        order(ledger, 1).became(OrderStatus.CANCELLED, 2, "its counterpart was filled");
    }

    @Test
    void a_bar_that_reaches_both_sides_counts_as_stopped() {
        Ledger ledger = longWith(BOTH, CALM, CALM, "100 115 94 112");

        order(ledger, 1).filled(-10).in(2).at(95);
        order(ledger, 2).became(OrderStatus.CANCELLED, 2, "its counterpart was filled");
    }

    @Test
    void a_bar_that_opens_beyond_the_profit_took_it_before_it_reached_the_stop() {
        Ledger ledger = longWith(BOTH, CALM, CALM, "112 115 94 95");

        order(ledger, 2).filled(-10).in(2).at(112);
        order(ledger, 1).became(OrderStatus.CANCELLED, 2, "its counterpart was filled");
    }

    @Test
    void a_stop_works_in_the_bar_of_an_entry_at_the_open() {
        Ledger ledger = longWith(BOTH, CALM, "100 115 94 112");

        order(ledger, 0).filled(10).in(1).at(100);
        order(ledger, 1).filled(-10).in(1).at(95);
    }

    @Test
    void a_profit_works_in_the_bar_of_an_entry_at_the_open() {
        Ledger ledger = longWith(new Bracket(0.05, 0.25, NONE), CALM, "100 126 99 112");

        order(ledger, 2).filled(-10).in(1).at(125);
    }

    @Test
    void of_an_entry_within_a_bar_only_the_stop_works_in_that_bar() {
        Ledger stopped = Tape.of(CALM, "104 120 90 100")
                .at(0, desk -> desk.submit(OrderTicket.stop(0, 10, 105).with(new Bracket(0.10, 0.05, NONE))))
                .run();
        order(stopped, 0).filled(10).in(1).at(105);
        order(stopped, 1).filled(-10).in(1).at(94.5);

        // The high may have been before the limit was reached
        Ledger held = Tape.of(CALM, "110 120 100 105", "105 112 104 111")
                .at(0, desk -> desk.submit(OrderTicket.limit(0, 10, 104).with(new Bracket(0.10, 0.0625, NONE))))
                .run();
        order(held, 0).filled(10).in(1).at(104);
        order(held, 2).filled(-10).in(2).at(110.5);
    }

    @Test
    void the_stop_of_a_limit_entry_at_the_open_comes_before_its_profit() {
        Ledger ledger = Tape.of(CALM, "90 110 80 100")
                .at(0, desk -> desk.submit(OrderTicket.limit(0, 10, 95).with(new Bracket(0.10, 0.10, NONE))))
                .run();

        order(ledger, 0).filled(10).in(1).at(90);
        order(ledger, 1).filled(-10).in(1).at(81);
    }

    @Test
    void a_stop_that_the_market_gaps_over_is_filled_at_the_open() {
        order(longWith(BOTH, CALM, CALM, "90 91 89 90"), 1).filled(-10).in(2).at(90);
    }

    @Test
    void the_exits_of_a_short_position_are_on_the_other_sides() {
        Ledger ledger = Tape.of(CALM, CALM, "100 104 94 95", "95 106 95 100")
                .at(0, desk -> desk.submit(OrderTicket.market(0, -10).with(BOTH)))
                .run();

        assertThat(ledger.orders().stop(1)).isEqualTo(105);
        assertThat(ledger.orders().limit(2)).isEqualTo(90);
        order(ledger, 1).filled(10).in(3).at(105);
    }

    @Test
    void the_exits_of_an_entry_at_the_close_begin_with_the_next_bar() {
        for (FillModel model : new FillModel[] {FillModel.NEXT_CLOSE, FillModel.SAME_CLOSE}) {
            String entry = "100 130 60 100";
            Ledger ledger = Tape.of(model == FillModel.SAME_CLOSE ? entry : CALM, entry, "90 91 89 90")
                    .with(model)
                    .at(
                            model == FillModel.SAME_CLOSE ? 1 : 0,
                            desk -> desk.submit(OrderTicket.market(0, 10).with(BOTH)))
                    .run();

            order(ledger, 0).filled(10).in(1).at(100);
            order(ledger, 1).filled(-10).in(2).at(90); // the gap, not the 95 it was set at
        }
    }

    @Test
    void a_trailing_exit_follows_the_best_price_since_the_entry() {
        Ledger ledger =
                longWith(new Bracket(NONE, NONE, 0.1), CALM, "100 110 99 108", "108 120 107.9 119", "118 119 107 110");

        order(ledger, 1).is(OrderType.TRAILING_STOP).filled(-10).in(3).at(108);
    }

    @Test
    void a_trailing_exit_of_an_entry_within_a_bar_begins_with_its_price_and_goes_on_with_the_close() {
        // Of the bar of the entry only the close is known to come after it: 130 is not the best price, 112 is
        Ledger ledger = Tape.of(CALM, "100 130 100 112", "111 112 101 105", "105 106 100 101")
                .at(0, desk -> desk.submit(OrderTicket.stop(0, 10, 110).with(new Bracket(NONE, NONE, 0.1))))
                .run();

        order(ledger, 0).filled(10).in(1).at(110);
        // The bar reaches 99 = 110 · 0.9 nowhere; 100.8 = 112 · 0.9 is reached in the last one
        order(ledger, 1).filled(-10).in(3).at(100.8);
    }

    @Test
    void an_exit_sells_only_what_is_left_of_the_position() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, "98 99 94 95")
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10).with(BOTH)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, -7)))
                .run();

        order(ledger, 1).filled(-3).in(3).at(95);
    }

    @Test
    void an_exit_leaves_shares_that_were_bought_besides() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, "98 99 94 95")
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10).with(BOTH)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, 5)))
                .run();

        order(ledger, 1).filled(-10).in(3).at(95);
        assertThat(ledger.account().shares(0)).isEqualTo(5);
    }

    @Test
    void the_end_of_a_position_cancels_its_exits() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, "98 120 80 95")
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10).with(BOTH)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, -10)))
                .run();

        order(ledger, 1).became(OrderStatus.CANCELLED, 2, "its position is gone");
        order(ledger, 2).became(OrderStatus.CANCELLED, 2, "its position is gone");
        assertThat(ledger.account().shares(0)).isZero();
    }

    @Test
    void a_position_turned_round_has_the_exits_of_its_new_side_only() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, "98 99 94 95", "96 106 95 105")
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10).with(BOTH)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, -16).with(new Bracket(0.05, NONE, NONE))))
                .run();

        order(ledger, 1).became(OrderStatus.CANCELLED, 2, "its position is gone");
        order(ledger, 2).became(OrderStatus.CANCELLED, 2, "its position is gone");
        order(ledger, 4).is(OrderType.STOP).filled(6).in(4).at(105);
        assertThat(ledger.account().shares(0)).isZero();
    }

    @Test
    void a_fill_that_opens_nothing_brings_no_exits() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, CALM)
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, -4).with(BOTH)))
                .run();

        assertThat(ledger.orders().size()).isEqualTo(2);
    }

    @Test
    void exits_wait_while_their_instrument_has_no_bar() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, CALM)
                .and(CALM, CALM, "-", "90 91 89 90")
                .at(0, desk -> desk.submit(OrderTicket.market(1, 10).with(BOTH)))
                .run();

        order(ledger, 1).filled(-10).in(3).at(90);
    }

    @Test
    void a_new_entry_in_the_bar_of_a_stop_keeps_its_own_exits() {
        Ledger ledger = Tape.of(CALM, CALM, "98 99 94 95", "95 96 90.5 91", "91 92 89 90")
                .with(BOTH)
                .at(0, desk -> desk.enterLong(0))
                .at(2, desk -> desk.enterLong(0))
                .run();

        order(ledger, 1).filled(-10).in(2).at(95);
        order(ledger, 3).filled(10).in(3).at(95);
        order(ledger, 4).is(OrderType.STOP).filled(-10).in(4).at(90.25);
    }

    @Test
    void distances_outside_of_their_range_are_refused() {
        assertThatThrownBy(() -> new Bracket(1, NONE, NONE))
                .hasMessage("stop loss must be a fraction in (0, 1.0), was 1.0");
        assertThatThrownBy(() -> new Bracket(NONE, -0.1, NONE)).hasMessageContaining("take profit");
        assertThatThrownBy(() -> new Bracket(NONE, NONE, 0)).hasMessageContaining("trailing stop");
    }
}
