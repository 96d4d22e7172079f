package io.quanttradingos.backtest.engine;

import static io.quanttradingos.backtest.engine.OrderAssert.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Each order worked through bars by hand. A bar reads open, high, low, close. */
class OrderTypesTest {
    private static final String CALM = "100 101 99 100";

    private static Ledger run(OrderTicket ticket, String... bars) {
        return Tape.of(bars).at(0, desk -> desk.submit(ticket)).run();
    }

    // Market

    @Test
    void a_market_order_is_filled_at_the_next_open() {
        order(run(OrderTicket.market(0, 10), CALM, "102 104 101 103"), 0)
                .filled(10)
                .in(1)
                .at(102)
                .isNotNoted();
    }

    @Test
    void a_market_order_of_the_next_close_is_filled_there() {
        Ledger ledger = Tape.of(CALM, "102 104 101 103")
                .with(FillModel.NEXT_CLOSE)
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10)))
                .run();

        order(ledger, 0).filled(10).in(1).at(103);
    }

    @Test
    void a_market_order_of_the_same_close_is_filled_at_the_close_it_was_given_at() {
        Ledger ledger = Tape.of("100 101 99 100.5", "102 104 101 103")
                .with(FillModel.SAME_CLOSE)
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10)))
                .run();

        order(ledger, 0).filled(10).in(0).at(100.5);
    }

    @Test
    void a_market_order_waits_for_the_next_bar_of_its_instrument() {
        for (FillModel model : FillModel.values()) {
            Ledger ledger = Tape.of(CALM, CALM, CALM, CALM)
                    .and(CALM, "-", "-", "102 104 101 102")
                    .with(model)
                    .at(1, desk -> desk.submit(OrderTicket.market(1, 10).day()))
                    .run();

            order(ledger, 0).filled(10).in(3).at(102);
        }
    }

    @Test
    void an_order_for_an_instrument_without_a_bar_so_far_is_rejected() {
        Ledger ledger = Tape.of(CALM, CALM)
                .and("-", CALM)
                .at(0, desk -> desk.submit(OrderTicket.market(1, 10)))
                .run();

        order(ledger, 0).became(OrderStatus.REJECTED, 0, "no price of it was known yet");
    }

    // Limit

    @Test
    void a_limit_is_filled_at_its_price_when_the_market_trades_through_it() {
        order(run(OrderTicket.limit(0, 10, 98), CALM, "100 101 97.9 100"), 0)
                .filled(10)
                .in(1)
                .at(98);
        order(run(OrderTicket.limit(0, -10, 102), CALM, "100 102.1 99 100"), 0)
                .filled(-10)
                .in(1)
                .at(102);
    }

    @Test
    void a_limit_that_is_only_touched_is_not_filled() {
        order(run(OrderTicket.limit(0, 10, 98), CALM, "100 101 98 100"), 0).isOpen();
        order(run(OrderTicket.limit(0, -10, 102), CALM, "100 102 99 100"), 0).isOpen();
        order(run(OrderTicket.limit(0, 10, 98), CALM, "98 101 98 100"), 0).isOpen();
    }

    @Test
    void a_limit_is_filled_at_an_open_that_is_better() {
        order(run(OrderTicket.limit(0, 10, 98), CALM, "95 101 94 100"), 0)
                .filled(10)
                .at(95);
        order(run(OrderTicket.limit(0, -10, 102), CALM, "105 106 99 100"), 0)
                .filled(-10)
                .at(105);
    }

    // Stop

    @Test
    void a_stop_is_filled_at_its_price_when_it_is_touched() {
        order(run(OrderTicket.stop(0, 10, 102), CALM, "100 102 99 100"), 0)
                .filled(10)
                .in(1)
                .at(102);
        order(run(OrderTicket.stop(0, -10, 98), CALM, "100 101 98 100"), 0)
                .filled(-10)
                .in(1)
                .at(98);
    }

    @Test
    void a_stop_that_is_not_reached_waits() {
        order(run(OrderTicket.stop(0, 10, 102), CALM, "100 101.9 99 100", "100 103 99 100"), 0)
                .filled(10)
                .in(2)
                .at(102);
    }

    @Test
    void a_stop_that_the_market_gaps_over_is_filled_at_the_open() {
        order(run(OrderTicket.stop(0, 10, 102), CALM, "105 106 104 105"), 0)
                .filled(10)
                .at(105);
        order(run(OrderTicket.stop(0, -10, 98), CALM, "90 91 89 90"), 0)
                .filled(-10)
                .at(90);
    }

    // Stop-limit

    @Test
    void a_stop_limit_that_is_triggered_within_the_bar_is_filled_at_its_stop() {
        order(run(OrderTicket.stopLimit(0, 10, 102, 103), CALM, "100 104 99 103"), 0)
                .filled(10)
                .in(1)
                .at(102);
        order(run(OrderTicket.stopLimit(0, -10, 98, 97), CALM, "100 101 96 97"), 0)
                .filled(-10)
                .in(1)
                .at(98);
    }

    @Test
    void a_stop_limit_that_is_triggered_beyond_its_limit_waits_as_a_limit() {
        Ledger ledger = run(
                OrderTicket.stopLimit(0, 10, 102, 103),
                CALM,
                "105 106 104 105", // opens above stop and limit
                "105 105 103 104", // touches the limit
                "104 104 102 103"); // trades through it

        order(ledger, 0).filled(10).in(3).at(103);
    }

    @Test
    void a_stop_limit_that_is_triggered_by_a_gap_is_a_limit_for_the_whole_bar() {
        order(run(OrderTicket.stopLimit(0, 10, 102, 104), CALM, "105 106 103 104"), 0)
                .filled(10)
                .in(1)
                .at(104);
        order(run(OrderTicket.stopLimit(0, 10, 102, 104), CALM, "103 106 102 104"), 0)
                .filled(10)
                .in(1)
                .at(103);
    }

    @Test
    void a_stop_limit_whose_limit_is_better_than_its_stop_waits_for_the_market_to_come_back() {
        Ledger ledger = run(OrderTicket.stopLimit(0, 10, 102, 101), CALM, "100 103 99 102", "102 103 100 101");

        order(ledger, 0).filled(10).in(2).at(101);
    }

    @Test
    void a_stop_limit_that_is_not_triggered_is_no_limit_yet() {
        order(run(OrderTicket.stopLimit(0, 10, 102, 103), CALM, "100 101 90 100"), 0)
                .isOpen();
    }

    // Trailing stop

    @Test
    void a_trailing_stop_follows_the_best_price_and_never_goes_back() {
        Ledger ledger = Tape.of(
                        "100 101 99 100", // the stop begins at 90, ten percent below the close
                        "105 120 104 110", // best price 120: 108 from the next bar on
                        "112 115 109 110", // not reached, best price stays
                        "110 111 107 108")
                .at(0, desk -> desk.submit(OrderTicket.trailingStop(0, -10, 0.1)))
                .run();

        order(ledger, 0).filled(-10).in(3).at(108);
        assertThat(ledger.orders().stop(0)).isEqualTo(108);
    }

    @Test
    void a_trailing_stop_works_with_the_best_price_of_a_bar_only_from_the_next_one_on() {
        // 130 · 0.9 = 117 lies within the bar that makes it
        order(run(OrderTicket.trailingStop(0, -10, 0.1), CALM, "105 130 104 110"), 0)
                .isOpen();
    }

    @Test
    void a_trailing_stop_to_buy_follows_the_lowest_price() {
        order(run(OrderTicket.trailingStop(0, 10, 0.1), CALM, "95 96 80 85", "85 88 84 88"), 0)
                .filled(10)
                .in(2)
                .at(88);
    }

    @Test
    void a_trailing_stop_given_on_a_day_without_a_bar_begins_with_the_last_price() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .and("50 50 50 50", "-", "49 49 44 44")
                .at(1, desk -> desk.submit(OrderTicket.trailingStop(1, -10, 0.1)))
                .run();

        order(ledger, 0).filled(-10).in(2).at(45);
    }

    // Time in force, cancelling, reducing

    @Test
    void a_day_order_ends_with_its_bar() {
        Ledger ledger = run(OrderTicket.limit(0, 10, 98).day(), CALM, CALM, "97 98 96 97");

        order(ledger, 0).became(OrderStatus.EXPIRED, 1, "the day ended before its price was reached");
    }

    @Test
    void the_day_of_an_order_is_the_next_bar_of_its_instrument() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, CALM)
                .and(CALM, "-", "100 101 97 98", CALM)
                .at(0, desk -> desk.submit(OrderTicket.limit(1, 10, 98).day()))
                .run();

        order(ledger, 0).filled(10).in(2).at(98);
    }

    @Test
    void an_order_can_be_taken_back() {
        Ledger ledger = Tape.of(CALM, CALM, "97 98 96 97")
                .at(0, desk -> desk.submit(OrderTicket.limit(0, 10, 98)))
                .at(1, desk -> desk.cancel(0))
                .run();

        order(ledger, 0).became(OrderStatus.CANCELLED, 1, "cancelled by the strategy");
    }

    @Test
    void taking_back_a_filled_order_changes_nothing() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10)))
                .at(1, desk -> desk.cancel(0))
                .run();

        order(ledger, 0).filled(10).in(1);
        assertThat(ledger.account().shares(0)).isEqualTo(10);
    }

    @Test
    void a_reducing_order_without_a_position_is_cancelled() {
        order(run(OrderTicket.market(0, -10).reducing(), CALM, CALM), 0)
                .became(OrderStatus.CANCELLED, 1, "its position is gone");
    }

    @Test
    void a_reducing_order_never_turns_a_position_round() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, -25).reducing()))
                .run();

        order(ledger, 1).filled(-10);
        assertThat(ledger.account().shares(0)).isZero();
    }

    @Test
    void a_reducing_order_does_not_make_a_position_larger() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, 5).reducing()))
                .run();

        order(ledger, 1).became(OrderStatus.CANCELLED, 2, "its position is gone");
    }

    // The order of events in a bar

    @Test
    void a_bar_that_reaches_a_stop_and_a_limit_counts_as_stopped() {
        Ledger ledger = Tape.of(CALM, CALM, "100 112 94 100")
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10)))
                .at(1, desk -> {
                    desk.submit(OrderTicket.limit(0, -10, 110).reducing());
                    desk.submit(OrderTicket.stop(0, -10, 95).reducing());
                })
                .run();

        order(ledger, 2).filled(-10).in(2).at(95);
        order(ledger, 1).became(OrderStatus.CANCELLED, 2, "its position is gone");
    }

    @Test
    void what_a_bar_opens_beyond_is_filled_before_what_it_reaches_later() {
        Ledger ledger = Tape.of(CALM, CALM, "115 116 94 100")
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10)))
                .at(1, desk -> {
                    desk.submit(OrderTicket.stop(0, -10, 95).reducing());
                    desk.submit(OrderTicket.limit(0, -10, 110).reducing());
                })
                .run();

        order(ledger, 2).filled(-10).in(2).at(115);
        order(ledger, 1).became(OrderStatus.CANCELLED, 2, "its position is gone");
    }

    @Test
    void sales_come_before_purchases_at_the_same_open() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .and(CALM, CALM, CALM)
                .at(0, desk -> desk.submit(OrderTicket.market(0, 100)))
                .at(1, desk -> {
                    desk.submit(OrderTicket.market(1, 100)); // all of the cash, which is in the other one
                    desk.submit(OrderTicket.market(0, -100));
                })
                .run();

        order(ledger, 1).filled(100).in(2);
        order(ledger, 2).filled(-100).in(2);
    }

    @Test
    void an_order_that_turned_out_to_reduce_is_filled_in_the_same_bar() {
        Ledger ledger = Tape.of(CALM, CALM)
                .at(0, desk -> {
                    desk.submit(OrderTicket.market(0, 10));
                    desk.submit(OrderTicket.market(0, -4));
                })
                .run();

        order(ledger, 1).filled(-4).in(1);
        assertThat(ledger.account().shares(0)).isEqualTo(6);
    }

    // What cannot be written

    @Test
    void an_order_without_shares_or_with_a_price_it_does_not_have_is_refused() {
        assertThatThrownBy(() -> OrderTicket.market(0, 0)).hasMessage("an order needs shares other than 0, were 0.0");
        assertThatThrownBy(() -> OrderTicket.market(0, Double.NaN)).hasMessageContaining("were NaN");
        assertThatThrownBy(() -> OrderTicket.limit(0, 1, -5))
                .hasMessage("this order needs a limit in (0, Infinity), was -5.0");
        assertThatThrownBy(() -> OrderTicket.trailingStop(0, 1, 1))
                .hasMessage("this order needs a trail in (0, 1.0), was 1.0");
    }
}
