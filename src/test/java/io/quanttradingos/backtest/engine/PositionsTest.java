package io.quanttradingos.backtest.engine;

import static io.quanttradingos.backtest.engine.OrderAssert.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What becomes of positions: average prices, partial closes, reversals, excursions, exposure and bankruptcy, by hand. */
class PositionsTest {
    private static final String CALM = "100 101 99 100";

    @Test
    void a_position_has_the_average_price_of_its_purchases_and_trades_against_it() {
        Ledger ledger = Tape.of(CALM, CALM, "130 130 130 130", "150 150 150 150", "90 90 90 90", CALM)
                .with(new Costs(0, 1, 0, 0, 0, 0, 0))
                .at(0, desk -> desk.submit(OrderTicket.market(0, 20)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, 10)))
                .at(2, desk -> desk.submit(OrderTicket.market(0, -15)))
                .at(3, desk -> desk.submit(OrderTicket.market(0, -15)))
                .run();

        TradeLog trades = ledger.trades();
        assertThat(trades.size()).isEqualTo(2);
        assertThat(trades.entryPrice(0)).isCloseTo(110, within(1e-9)); // (20 · 100 + 10 · 130) / 30
        assertThat(trades.exitPrice(0)).isEqualTo(150);
        assertThat(trades.shares(0)).isEqualTo(15);
        assertThat(trades.commission(0)).isCloseTo(2, within(1e-9)); // half of 2 for the entries, and 1
        assertThat(trades.profit(0)).isCloseTo(15 * 40 - 2, within(1e-9));
        assertThat(trades.returned(0)).isCloseTo(598 / 1650.0, within(1e-9));
        assertThat(trades.entryBar(0)).isEqualTo(1);
        assertThat(trades.exitBar(0)).isEqualTo(3);
        assertThat(trades.entryPrice(1)).isCloseTo(110, within(1e-9));
        assertThat(trades.profit(1)).isCloseTo(15 * -20 - 2, within(1e-9));
        assertThat(trades.exitBar(1)).isEqualTo(4);
        assertThat(ledger.finalEquity()).isCloseTo(10_000 + 598 - 302, within(1e-9));
    }

    @Test
    void a_short_position_earns_when_the_price_falls() {
        Ledger ledger = Tape.of(CALM, CALM, "80 80 80 80", "80 80 80 80")
                .at(0, desk -> desk.enterShort(0))
                .at(2, desk -> desk.exit(0))
                .run();

        assertThat(ledger.equity()[1]).isEqualTo(10_000);
        assertThat(ledger.equity()[2]).isEqualTo(10_200);
        assertThat(ledger.trades().shares(0)).isEqualTo(-10);
        assertThat(ledger.trades().profit(0)).isEqualTo(200);
        assertThat(ledger.trades().returned(0)).isEqualTo(0.2);
    }

    @Test
    void one_order_that_turns_a_position_round_closes_one_trade_and_opens_the_other_side() {
        Ledger ledger = Tape.of(CALM, CALM, "120 120 120 120", "110 110 110 110", "110 110 110 110")
                .with(new Costs(0, 3, 0, 0, 0, 0, 0))
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, -30)))
                .at(2, desk -> desk.submit(OrderTicket.market(0, 20)))
                .run();

        TradeLog trades = ledger.trades();
        assertThat(trades.size()).isEqualTo(2);
        assertThat(trades.shares(0)).isEqualTo(10);
        assertThat(trades.profit(0)).isCloseTo(200 - 3 - 1, within(1e-9)); // a third of the second commission
        assertThat(trades.shares(1)).isEqualTo(-20);
        assertThat(trades.entryBar(1)).isEqualTo(2);
        assertThat(trades.profit(1)).isCloseTo(200 - 2 - 3, within(1e-9));
    }

    @Test
    void the_account_says_what_it_holds() {
        Ledger ledger = Tape.of(CALM, CALM, "120 120 120 120")
                .and(CALM, CALM, "50 50 50 50")
                .with(EngineSettings.standard(10_000).withLeverage(2))
                .at(0, desk -> {
                    desk.submit(OrderTicket.market(0, 30));
                    desk.submit(OrderTicket.market(1, -20));
                })
                .run();

        Account account = ledger.account();
        assertThat(account.cash()).isEqualTo(9_000);
        assertThat(account.grossExposure()).isEqualTo(30 * 120 + 20 * 50);
        assertThat(account.equity()).isEqualTo(9_000 + 3_600 - 1_000);
        assertThat(account.averagePrice(0)).isEqualTo(100);
        assertThat(account.entryBar(1)).isEqualTo(1);
        assertThat(account.lastPrice(1)).isEqualTo(50);
    }

    @Test
    void without_a_position_there_is_no_average_price_and_no_entry_bar() {
        Account account = Tape.of(CALM).run().account();

        assertThat(account.averagePrice(0)).isNaN();
        assertThat(account.entryBar(0)).isEqualTo(-1);
    }

    // Excursions

    private static Ledger heldFor(FillModel model, String... bars) {
        return Tape.of(bars)
                .with(model)
                .at(0, desk -> desk.enterLong(0))
                .at(2, desk -> desk.exit(0))
                .run();
    }

    @Test
    void excursions_are_those_of_the_bars_a_position_was_held_in() {
        Ledger ledger =
                heldFor(FillModel.NEXT_OPEN, "100 190 10 100", "100 105 98 102", "102 112 94 100", "108 180 20 100");

        assertThat(ledger.trades().adverseExcursion(0)).isCloseTo(-0.06, within(1e-9));
        assertThat(ledger.trades().favourableExcursion(0)).isCloseTo(0.12, within(1e-9));
    }

    @Test
    void a_trade_of_closes_has_seen_the_whole_of_its_last_bar_and_only_the_close_of_its_first() {
        Ledger ledger = heldFor(
                FillModel.NEXT_CLOSE, "100 101 99 100", "100 190 10 100", "102 112 94 100", "108 130 90 100", CALM);

        assertThat(ledger.trades().exitBar(0)).isEqualTo(3);
        assertThat(ledger.trades().adverseExcursion(0)).isCloseTo(-0.10, within(1e-9));
        assertThat(ledger.trades().favourableExcursion(0)).isCloseTo(0.30, within(1e-9));
    }

    @Test
    void a_trade_of_the_same_closes_has_not_seen_the_bar_of_its_entry() {
        Ledger ledger = heldFor(FillModel.SAME_CLOSE, "100 190 10 100", "102 112 94 100", "108 130 90 100", CALM);

        assertThat(ledger.trades().exitBar(0)).isEqualTo(2);
        assertThat(ledger.trades().adverseExcursion(0)).isCloseTo(-0.10, within(1e-9));
        assertThat(ledger.trades().favourableExcursion(0)).isCloseTo(0.30, within(1e-9));
    }

    @Test
    void of_the_bar_that_stops_a_trade_only_its_open_and_the_stop_count() {
        Ledger ledger = Tape.of(CALM, CALM, "107 140 80 90")
                .with(new Bracket(0.05, Double.NaN, Double.NaN))
                .at(0, desk -> desk.enterLong(0))
                .run();

        assertThat(ledger.trades().adverseExcursion(0)).isCloseTo(-0.05, within(1e-9));
        assertThat(ledger.trades().favourableExcursion(0)).isCloseTo(0.07, within(1e-9));
    }

    @Test
    void of_the_bar_of_an_entry_after_the_open_only_its_close_counts() {
        Ledger ledger = Tape.of(CALM, "100 150 99 108", "108 109 107 108", "108 108 108 108")
                .at(0, desk -> desk.submit(OrderTicket.stop(0, 10, 110)))
                .at(2, desk -> desk.exit(0))
                .run();

        assertThat(ledger.trades().favourableExcursion(0)).isZero();
        assertThat(ledger.trades().adverseExcursion(0)).isCloseTo(107 / 110.0 - 1, within(1e-9));
    }

    @Test
    void excursions_of_a_short_trade_are_the_other_way_round() {
        Ledger ledger = Tape.of(CALM, "100 108 96 100", CALM, CALM)
                .at(0, desk -> desk.enterShort(0))
                .at(1, desk -> desk.exit(0))
                .run();

        assertThat(ledger.trades().adverseExcursion(0)).isCloseTo(-0.08, within(1e-9));
        assertThat(ledger.trades().favourableExcursion(0)).isCloseTo(0.04, within(1e-9));
    }

    // Exposure

    @Test
    void exposure_counts_the_bars_that_end_with_a_position() {
        for (FillModel model : FillModel.values()) {
            Ledger ledger = Tape.of(CALM, CALM, CALM, CALM, CALM)
                    .with(model)
                    .at(0, desk -> desk.enterLong(0))
                    .at(2, desk -> desk.exit(0))
                    .run();

            assertThat(ledger.barsInMarket()).as(model.name()).isEqualTo(2);
            assertThat(ledger.bars()).isEqualTo(5);
        }
    }

    @Test
    void a_position_keeps_its_last_price_while_its_instrument_has_no_bar() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, CALM)
                .and(CALM, "100 120 100 120", "-", "-")
                .at(0, desk -> desk.enterLong(1))
                .run();

        assertThat(ledger.finalEquity()).isEqualTo(10_200);
        assertThat(ledger.barsInMarket()).isEqualTo(3);
    }

    // Bankruptcy

    @Test
    void a_run_ends_when_the_equity_is_used_up() {
        Ledger ledger = Tape.of(CALM, CALM, "200 200 200 200", CALM)
                .at(0, desk -> desk.submit(OrderTicket.market(0, -100)))
                .at(1, desk -> desk.submit(OrderTicket.limit(0, 10, 50)))
                .at(2, desk -> {
                    throw new AssertionError("a bankrupt account decides nothing");
                })
                .run();

        assertThat(ledger.isBankrupt()).isTrue();
        assertThat(ledger.bars()).isEqualTo(3);
        assertThat(ledger.finalEquity()).isZero();
        order(ledger, 1).noted("the account went bankrupt first");
        assertThat(ledger.orders().status(1)).isEqualTo(OrderStatus.OPEN);
    }

    @Test
    void costs_paid_at_the_same_close_can_use_the_equity_up() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .with(FillModel.SAME_CLOSE)
                .with(new Costs(0, 10_000, 0, 0, 0, 0, 0))
                .at(1, desk -> desk.submit(OrderTicket.market(0, 1)))
                .run();

        // An entry that the equity cannot bear is not allowed, so nothing happens
        order(ledger, 0)
                .became(OrderStatus.REJECTED, 1, "needs positions worth 100.00, the equity of 0.00 allows 0.00");
        assertThat(ledger.isBankrupt()).isFalse();

        Ledger closing = Tape.of(CALM, CALM, CALM, CALM)
                .with(FillModel.SAME_CLOSE)
                .with(new Costs(0, 5_000, 0, 0, 0, 0, 0))
                .at(0, desk -> desk.submit(OrderTicket.market(0, 50)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, -50)))
                .run();
        assertThat(closing.finalEquity()).isZero();
        assertThat(closing.isBankrupt()).isTrue();
        assertThat(closing.bars()).isEqualTo(2);
    }

    @Test
    void an_empty_market_leaves_an_empty_ledger() {
        Ledger ledger = Tape.of().run();

        assertThat(ledger.bars()).isZero();
        assertThat(ledger.finalEquity()).isNaN();
        assertThat(ledger.orders().size()).isZero();
    }
}
