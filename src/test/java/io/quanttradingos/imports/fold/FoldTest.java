package io.quanttradingos.imports.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.imports.Transaction;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cases worked out by hand. */
class FoldTest {
    private static String trades(Folded folded) {
        return folded.trades().stream()
                .map(trip -> (trip.isShort() ? "short " : "long ") + plain(trip.quantity()) + " "
                        + plain(trip.entry().price()) + " to "
                        + plain(trip.exit().price()) + " fees "
                        + plain(trip.fees()) + " gives " + plain(trip.result()))
                .collect(Collectors.joining("\n"));
    }

    private static String positions(Folded folded) {
        return folded.positions().stream()
                .map(held ->
                        held.instrument().symbol() + " " + plain(held.quantity()) + " at " + plain(held.averagePrice()))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "unknown" : number.stripTrailingZeros().toPlainString();
    }

    @Test
    void shares_leave_in_the_order_they_came() {
        Folded folded = Fold.of(History.of(
                "2024-01-02 BUY 10 SPY @100 fee=1",
                "2024-01-03 BUY 10 SPY @110 fee=1",
                "2024-01-04 SELL 15 SPY @120 fee=3"));

        assertThat(trades(folded))
                .isEqualTo("long 10 100 to 120 fees 3 gives 197\nlong 5 110 to 120 fees 1.5 gives 48.5");
        assertThat(positions(folded)).isEqualTo("SPY 5 at 110");
        assertThat(folded.positions().get(0).lots().get(0).money().fees()).isEqualByComparingTo("0.5");
    }

    @Test
    void a_short_position_gains_when_it_is_bought_back_for_less() {
        Folded folded = Fold.of(
                History.of("2024-01-02 SELL_SHORT 10 SPY @100 fee=1", "2024-01-03 BUY_TO_COVER 4 SPY @90 fee=1"));

        assertThat(trades(folded)).isEqualTo("short 4 100 to 90 fees 1.4 gives 38.6");
        assertThat(positions(folded)).isEqualTo("SPY -6 at 100");
    }

    @Test
    void a_trade_that_turns_the_position_round_is_a_close_and_an_opening() {
        Folded folded =
                Fold.of(History.of("2024-01-02 SELL_SHORT 10 SPY @100 fee=0", "2024-01-03 BUY 15 SPY @90 fee=3"));

        assertThat(trades(folded)).isEqualTo("short 10 100 to 90 fees 2 gives 98");
        assertThat(positions(folded)).isEqualTo("SPY 5 at 90");
        assertThat(folded.positions().get(0).lots().get(0).money().fees()).isEqualByComparingTo("1");
    }

    @Test
    void a_split_changes_the_shares_of_every_lot_and_the_value_of_none() {
        Folded folded = Fold.of(History.of(
                "2024-01-02 BUY 10 SPY @100",
                "2024-01-03 BUY 20 SPY @130",
                "2024-02-01 SPLIT 60 SPY",
                "2024-03-01 SELL 40 SPY @50"));

        assertThat(trades(folded))
                .isEqualTo(
                        "long 30 33.33333333333333 to 50 fees 0 gives 500\nlong 10 43.33333333333333 to 50 fees 0 gives 66.66666666666666666667");
        assertThat(positions(folded)).isEqualTo("SPY 50 at 43.33333333333333");
    }

    @Test
    void a_reverse_split_written_as_old_shares_out_and_new_ones_in_is_one_split() {
        Folded folded = Fold.of(History.of(
                "2024-01-02 BUY 100 SPY @1",
                "2024-02-01 SPLIT -100 SPY",
                "2024-02-01 SPLIT 10 SPY",
                "2024-03-01 SELL 10 SPY @12"));

        assertThat(trades(folded)).isEqualTo("long 10 10 to 12 fees 0 gives 20");
        assertThat(folded.gaps()).isEmpty();
    }

    @Test
    void what_comes_from_another_account_has_a_cost_that_is_not_known() {
        Folded folded = Fold.of(History.of(
                "2024-01-02 TRANSFER_IN 10 SPY", "2024-01-03 BUY 5 SPY @100", "2024-01-04 SELL 12 SPY @110"));

        assertThat(trades(folded))
                .isEqualTo("long 10 unknown to 110 fees 0 gives unknown\nlong 2 100 to 110 fees 0 gives 20");
        assertThat(positions(folded)).isEqualTo("SPY 3 at 100");
    }

    @Test
    void what_goes_to_another_account_is_no_trade() {
        Folded folded = Fold.of(History.of("2024-01-02 BUY 10 SPY @100", "2024-01-03 TRANSFER_OUT 4 SPY"));

        assertThat(trades(folded)).isEmpty();
        assertThat(positions(folded)).isEqualTo("SPY 6 at 100");
    }

    @Test
    void a_sale_of_shares_never_bought_makes_its_instrument_unknown_and_no_other() {
        Folded folded = Fold.of(History.of(
                "2024-01-02 BUY 10 SPY @100",
                "2024-01-03 SELL 10 SPY @110",
                "2024-01-04 SELL 5 SPY @110",
                "2024-01-05 BUY 1 TLT @90"));

        assertThat(trades(folded)).isEmpty();
        assertThat(positions(folded)).isEqualTo("TLT 1 at 90");
        assertThat(folded.gaps())
                .extracting(HistoryGap::why)
                .containsExactly(
                        "line 4 sells 5 SPY, of which 0 were bought before it in the file: the history begins too"
                                + " late for it");
    }

    @Test
    void the_cash_that_moved_counts_where_the_price_is_rounded() {
        Folded folded = Fold.of(
                History.of("2024-01-02 BUY 3 SPY @33.33 fee=1 cash=-101", "2024-01-03 SELL 3 SPY @40 fee=1 cash=119"));

        assertThat(trades(folded)).isEqualTo("long 3 33.33333333333333 to 40 fees 2 gives 18");
        assertThat(positions(folded)).isEmpty();
    }

    @Test
    void a_file_that_begins_with_the_newest_folds_like_one_that_begins_with_the_oldest() {
        List<Transaction> oldestFirst = History.of(
                "2024-01-01 BUY 1 SPY @1",
                "2024-01-02 BUY 10 SPY @100",
                "2024-01-02 SELL 11 SPY @101",
                "2024-01-02 BUY 5 SPY @99",
                "2024-01-03 SELL 5 SPY @98");
        List<Transaction> newestFirst = new java.util.ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);

        assertThat(Fold.of(newestFirst)).isEqualTo(Fold.of(oldestFirst));
        assertThat(Fold.of(oldestFirst).gaps()).isEmpty();
    }

    @Test
    void within_a_day_the_time_decides() {
        Folded folded = Fold.of(History.of("2024-01-02T15:00 SELL 10 SPY @101", "2024-01-02T10:00 BUY 10 SPY @100"));

        assertThat(trades(folded)).isEqualTo("long 10 100 to 101 fees 0 gives 10");
    }

    @Test
    void where_nothing_tells_the_order_of_one_day_nothing_is_sold_before_it_was_bought() {
        Folded folded = Fold.of(History.of("2024-01-02 SELL 10 SPY @101", "2024-01-02 BUY 10 SPY @100"));

        assertThat(trades(folded)).isEqualTo("long 10 100 to 101 fees 0 gives 10");
    }

    @Test
    void dividends_and_money_moved_are_no_positions() {
        Folded folded = Fold.of(History.of("2024-01-02 DIVIDEND 0 SPY cash=5", "2024-01-02 DEPOSIT 0 EUR cash=100"));

        assertThat(folded).isEqualTo(new Folded(List.of(), List.of(), List.of()));
    }
}
