package io.quanttradingos.backtest.engine;

import static io.quanttradingos.backtest.engine.OrderAssert.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a strategy wants and what it is given for it, by hand; an entry is of ten shares. */
class SignalsTest {
    private static final String CALM = "100 101 99 100";

    @Test
    void wanting_what_is_there_or_on_its_way_changes_nothing() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .at(0, desk -> {
                    desk.enterLong(0);
                    desk.enterLong(0);
                    assertThat(desk.isFlat(0)).isFalse();
                })
                .at(1, desk -> desk.enterLong(0))
                .run();

        assertThat(ledger.orders().size()).isEqualTo(1);
        order(ledger, 0).filled(10).in(1);
    }

    @Test
    void leaving_without_a_position_is_no_order() {
        Ledger ledger = Tape.of(CALM, CALM).at(0, desk -> desk.exit(0)).run();

        assertThat(ledger.orders().size()).isZero();
    }

    @Test
    void leaving_takes_back_an_entry_on_its_way() {
        Ledger ledger = Tape.of(CALM, CALM)
                .at(0, desk -> {
                    desk.enterLong(0);
                    desk.exit(0);
                    assertThat(desk.isFlat(0)).isTrue();
                })
                .run();

        order(ledger, 0).became(OrderStatus.CANCELLED, 0, "the strategy left before it was filled");
        assertThat(ledger.orders().size()).isEqualTo(1);
    }

    @Test
    void the_other_side_closes_first_and_opens_in_the_same_bar() {
        Ledger ledger = Tape.of(CALM, CALM, "90 91 89 90")
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> desk.enterShort(0))
                .run();

        order(ledger, 1).filled(-10).in(2).at(90);
        order(ledger, 2).filled(-10).in(2).at(90);
        assertThat(ledger.account().shares(0)).isEqualTo(-10);
        assertThat(ledger.trades().profit(0)).isEqualTo(-100);
    }

    @Test
    void both_orders_of_a_reversal_wait_for_a_bar_that_is_missing() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, CALM)
                .and(CALM, CALM, "-", "90 91 89 90")
                .at(0, desk -> desk.enterLong(1))
                .at(1, desk -> desk.enterShort(1))
                .at(2, desk -> desk.enterShort(1))
                .run();

        assertThat(ledger.orders().size()).isEqualTo(3);
        order(ledger, 1).filled(-10).in(3);
        order(ledger, 2).filled(-10).in(3);
        assertThat(ledger.account().shares(1)).isEqualTo(-10);
    }

    @Test
    void staying_after_all_takes_back_the_exit_and_the_entry_on_the_other_side() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, CALM)
                .and(CALM, CALM, "-", CALM)
                .at(0, desk -> desk.enterLong(1))
                .at(1, desk -> desk.enterShort(1))
                .at(2, desk -> desk.enterLong(1))
                .run();

        order(ledger, 1).became(OrderStatus.CANCELLED, 2, "replaced by a newer signal");
        order(ledger, 2).became(OrderStatus.CANCELLED, 2, "replaced by a newer signal");
        assertThat(ledger.account().shares(1)).isEqualTo(10);
    }

    @Test
    void a_target_replaces_what_was_on_its_way() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> {
                    desk.exit(0);
                    desk.target(0, 0.5);
                    desk.target(0, 0.2);
                })
                .run();

        order(ledger, 1).became(OrderStatus.CANCELLED, 1, "replaced by a newer signal");
        order(ledger, 2).became(OrderStatus.CANCELLED, 1, "replaced by a newer signal");
        order(ledger, 3).filled(10).in(2);
        assertThat(ledger.account().shares(0)).isEqualTo(20);
    }

    @Test
    void an_exit_that_a_stop_came_before_is_cancelled() {
        Ledger ledger = Tape.of(CALM, CALM, "98 99 94 96")
                .with(FillModel.NEXT_CLOSE)
                .with(new Bracket(0.05, Double.NaN, Double.NaN))
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> desk.exit(0))
                .run();

        order(ledger, 1).is(OrderType.STOP).filled(-10).in(2).at(95);
        order(ledger, 2).became(OrderStatus.CANCELLED, 2, "its position is gone");
        assertThat(ledger.account().shares(0)).isZero();
    }

    @Test
    void an_entry_that_was_rejected_can_be_wanted_again() {
        Ledger ledger = Tape.of("5000 5000 5000 5000", "5000 5000 5000 5000", CALM)
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> desk.enterLong(0))
                .run();

        assertThat(ledger.orders().status(0)).isEqualTo(OrderStatus.REJECTED);
        order(ledger, 1).filled(10).in(2);
    }

    @Test
    void an_entry_that_was_taken_back_by_hand_can_be_wanted_again() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .at(0, desk -> {
                    desk.enterLong(0);
                    desk.cancel(0);
                    assertThat(desk.isFlat(0)).isTrue();
                    desk.enterLong(0);
                })
                .run();

        order(ledger, 1).filled(10).in(1);
        assertThat(ledger.account().shares(0)).isEqualTo(10);
    }

    @Test
    void before_the_first_bar_of_the_run_nothing_is_traded_and_everything_is_seen() {
        List<Double> seen = new ArrayList<>();
        List<Boolean> trading = new ArrayList<>();
        Ledger ledger = new Ledger();
        new Engine(
                        Market.of(RandomBars.daily("AAA", 5, 1)),
                        EngineSettings.standard(10_000).from(2))
                .run(
                        (history, desk) -> {
                            seen.add(history.close());
                            trading.add(desk.isTrading());
                            desk.enterLong(0);
                        },
                        Hooks.none(),
                        ledger);

        assertThat(seen).hasSize(5);
        assertThat(trading).containsExactly(false, false, true, true, true);
        order(ledger, 0).became(OrderStatus.REJECTED, 0, "trading had not begun yet");
        order(ledger, 1).became(OrderStatus.REJECTED, 1, "trading had not begun yet");
        assertThat(ledger.orders().filledBar(2)).isEqualTo(3);
    }
}
