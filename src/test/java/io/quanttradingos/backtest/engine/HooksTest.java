package io.quanttradingos.backtest.engine;

import static io.quanttradingos.backtest.engine.OrderAssert.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.backtest.engine.Signal.Intent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Advisors, validators and observers have their say, and it stands in the log. */
class HooksTest {
    private static final String CALM = "100 101 99 100";

    private static Hooks advisors(Advisor... advisors) {
        return new Hooks(List.of(advisors), List.of(), List.of());
    }

    private static Hooks validators(OrderValidator... validators) {
        return new Hooks(List.of(), List.of(validators), List.of());
    }

    private static Advisor only(Intent intent, Advisor advisor) {
        return (signal, history, account) ->
                signal.intent() == intent ? advisor.advise(signal, history, account) : signal;
    }

    // Advisors

    @Test
    void an_advisor_makes_an_entry_smaller_and_the_log_says_why() {
        Ledger ledger = Tape.of(CALM, CALM)
                .with(advisors((signal, history, account) -> signal.scaled(0.5, "the market is nervous")))
                .at(0, desk -> desk.enterLong(0))
                .run();

        order(ledger, 0).filled(5).noted("the market is nervous");
    }

    @Test
    void what_several_advisors_take_off_adds_up() {
        Advisor first = (signal, history, account) -> signal.scaled(0.5, "nervous");
        Advisor silent = (signal, history, account) -> signal.scaled(1, "never said");
        Advisor second = (signal, history, account) -> signal.scaled(0.4, "late in the month");
        Ledger ledger = Tape.of(CALM, CALM)
                .with(advisors(first, silent, second))
                .at(0, desk -> desk.enterShort(0))
                .run();

        order(ledger, 0).filled(-2).noted("nervous; late in the month");
    }

    @Test
    void an_entry_of_which_nothing_is_left_is_rejected_with_the_reason() {
        Ledger ledger = Tape.of(CALM, CALM)
                .with(advisors((signal, history, account) -> signal.scaled(0, "crisis")))
                .at(0, desk -> {
                    desk.enterLong(0);
                    desk.target(0, 0.5);
                    desk.submit(OrderTicket.limit(0, 10, 99));
                })
                .run();

        for (int id = 0; id < 3; id++) {
            order(ledger, id).became(OrderStatus.REJECTED, 0, "crisis; came to less than one share");
        }
    }

    @Test
    void a_veto_rejects_an_entry_and_no_later_advisor_is_asked() {
        Advisor never = (signal, history, account) -> {
            throw new AssertionError("asked after a veto");
        };
        Ledger ledger = Tape.of(CALM, CALM)
                .with(advisors((signal, history, account) -> signal.vetoed("crisis"), never))
                .at(0, desk -> desk.enterLong(0))
                .run();

        order(ledger, 0).became(OrderStatus.REJECTED, 0, "crisis");
    }

    @Test
    void a_veto_of_an_entry_does_not_keep_the_opposite_position() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .with(advisors(only(Intent.ENTER_SHORT, (signal, history, account) -> signal.vetoed("no short"))))
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> desk.enterShort(0))
                .run();

        order(ledger, 1).filled(-10);
        order(ledger, 2).became(OrderStatus.REJECTED, 1, "no short");
        assertThat(ledger.account().shares(0)).isZero();
    }

    @Test
    void a_veto_of_an_exit_keeps_the_other_side_from_being_opened() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .with(advisors(only(Intent.EXIT, (signal, history, account) -> signal.vetoed("keep it"))))
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> desk.enterShort(0))
                .run();

        order(ledger, 1).became(OrderStatus.REJECTED, 1, "keep it");
        order(ledger, 2).became(OrderStatus.REJECTED, 1, "its opposite position was not closed");
        assertThat(ledger.account().shares(0)).isEqualTo(10);
    }

    @Test
    void an_advisor_is_told_what_is_wanted() {
        List<String> seen = new ArrayList<>();
        Tape.of(CALM, CALM, CALM)
                .with(advisors((signal, history, account) -> {
                    seen.add(signal.intent() + " " + signal.strength());
                    return signal;
                }))
                .at(0, desk -> {
                    desk.enterLong(0);
                    desk.submit(OrderTicket.market(0, -3));
                })
                .at(1, desk -> {
                    desk.submit(OrderTicket.market(0, -3));
                    desk.submit(OrderTicket.market(0, 4));
                    desk.submit(OrderTicket.market(0, 4).reducing());
                    desk.target(0, -0.3);
                    desk.exit(0);
                })
                .run();

        assertThat(seen)
                .containsExactly(
                        "ENTER_LONG 1.0",
                        "ENTER_SHORT 1.0",
                        "EXIT 1.0",
                        "ENTER_LONG 1.0",
                        "EXIT 1.0",
                        "TARGET -0.3",
                        "EXIT 1.0");
    }

    @Test
    void an_exit_is_not_made_smaller() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .with(advisors(only(Intent.EXIT, (signal, history, account) -> signal.scaled(0.1, "slowly"))))
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> desk.exit(0))
                .run();

        order(ledger, 1).filled(-10);
    }

    @Test
    void an_advisor_may_not_make_more_of_a_signal() {
        assertThatThrownBy(() -> Signal.of(0, Intent.ENTER_LONG, 1).scaled(1.5, "more"))
                .hasMessage("an advisor may scale a signal by 0 to 1, was 1.5");
        for (double strength : new double[] {1.1, -0.5}) {
            Tape tape = Tape.of(CALM, CALM)
                    .with(advisors((signal, history, account) -> Signal.of(0, signal.intent(), strength)))
                    .at(0, desk -> desk.enterLong(0));
            assertThatThrownBy(tape::run).hasMessageContaining("an advisor may only weaken a signal");
        }
    }

    // Validators

    @Test
    void a_validator_limits_an_order_and_the_log_says_why() {
        Ledger ledger = Tape.of(CALM, CALM)
                .with(validators((proposal, history, account) -> Verdict.atMost(4, "one position")))
                .at(0, desk -> desk.enterLong(0))
                .run();

        order(ledger, 0).filled(4).noted("limited to 4.0000 shares: one position");
    }

    @Test
    void the_smallest_limit_holds_and_one_that_does_not_bind_is_not_mentioned() {
        OrderValidator wide = (proposal, history, account) -> Verdict.atMost(50, "wide");
        OrderValidator narrow = (proposal, history, account) -> Verdict.atMost(6, "narrow");
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .with(validators(narrow, wide))
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> desk.submit(OrderTicket.market(0, 3)))
                .run();

        order(ledger, 0).filled(6).noted("limited to 6.0000 shares: narrow");
        order(ledger, 1).filled(3).isNotNoted();
    }

    @Test
    void a_limit_holds_where_the_shares_are_worked_out_at_the_fill() {
        Ledger ledger = Tape.of(CALM, "50 50 50 50")
                .with(new Sizing.PercentEquity(100))
                .with(validators((proposal, history, account) -> Verdict.atMost(120.5, "too much")))
                .at(0, desk -> desk.enterLong(0))
                .run();

        order(ledger, 0).filled(120).noted("limited to 120.0000 shares: too much");
    }

    @Test
    void a_limit_below_one_share_rejects_the_order() {
        Ledger ledger = Tape.of(CALM, CALM)
                .with(validators((proposal, history, account) -> Verdict.atMost(0.9, "full")))
                .at(0, desk -> desk.enterLong(0))
                .run();

        order(ledger, 0).became(OrderStatus.REJECTED, 1, "limited to 0.0000 shares: full");
    }

    @Test
    void a_refusal_rejects_an_order_at_once() {
        Ledger ledger = Tape.of(CALM, CALM)
                .with(validators((proposal, history, account) -> Verdict.refused("halted")))
                .at(0, desk -> desk.enterLong(0))
                .run();

        order(ledger, 0).became(OrderStatus.REJECTED, 0, "halted");
    }

    @Test
    void no_limit_of_a_size_holds_up_an_exit() {
        OrderValidator nothingMore = (proposal, history, account) ->
                account.shares(0) == 0 ? Verdict.allowed() : Verdict.atMost(0, "the position is full");
        Ledger ledger = Tape.of(CALM, CALM, CALM, "98 99 94 95")
                .with(new Bracket(0.05, Double.NaN, Double.NaN))
                .with(validators(nothingMore))
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> {
                    desk.submit(OrderTicket.market(0, 5));
                    desk.submit(OrderTicket.market(0, -3));
                })
                .at(2, desk -> desk.submit(OrderTicket.stop(0, -2, 98).reducing()))
                .run();

        order(ledger, 2).became(OrderStatus.REJECTED, 1, "the position is full");
        order(ledger, 3).filled(-3).in(2);
        order(ledger, 4).filled(-2).in(3).at(98); // the bar opens there
        order(ledger, 1).filled(-5).in(3).at(95);
    }

    @Test
    void a_validator_sees_the_order_as_it_would_be_now() {
        List<Proposal> seen = new ArrayList<>();
        Tape.of(CALM, CALM, "100 121 99 120", CALM)
                .with(new Sizing.PercentEquity(50))
                .with(validators((proposal, history, account) -> {
                    seen.add(proposal);
                    return Verdict.allowed();
                }))
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> desk.target(0, 0.25))
                .at(2, desk -> desk.exit(0))
                .run();

        assertThat(seen)
                .containsExactly(
                        new Proposal(0, 50, 100, false),
                        new Proposal(0, -25, 100, true),
                        new Proposal(0, -25, 120, true));
    }

    @Test
    void verdicts_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> Verdict.atMost(-1, "x")).hasMessage("a validator allows 0 shares or more, was -1.0");
        assertThatThrownBy(() -> Verdict.atMost(Double.NaN, "x")).hasMessageContaining("was NaN");
    }

    // Observers

    @Test
    void an_observer_is_told_of_every_fill_after_it_was_booked() {
        List<String> seen = new ArrayList<>();
        FillObserver observer = (id, orders, account) ->
                seen.add(orders.filledShares(id) + " at " + orders.price(id) + ", now " + account.shares(0));
        Tape.of(CALM, CALM, "98 99 94 95")
                .with(new Bracket(0.05, Double.NaN, Double.NaN))
                .with(new Hooks(List.of(), List.of(), List.of(observer)))
                .at(0, desk -> desk.enterLong(0))
                .run();

        assertThat(seen).containsExactly("10.0 at 100.0, now 10.0", "-10.0 at 95.0, now 0.0");
    }
}
