package io.quanttradingos.backtest.engine;

import static io.quanttradingos.backtest.engine.OrderAssert.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each component of the costs by hand, at a price of 100 or close to it. */
class CostsTest {
    private static final String CALM = "100 101 99 100";

    private static Ledger buy(Costs costs, double shares) {
        return Tape.of(CALM, CALM)
                .with(costs)
                .at(0, desk -> desk.submit(OrderTicket.market(0, shares)))
                .run();
    }

    @Test
    void a_commission_has_parts_per_share_per_order_and_of_the_value() {
        order(buy(new Costs(0.02, 0, 0, 0, 0, 0, 0), 10), 0).at(100).commission(0.2);
        order(buy(new Costs(0, 3, 0, 0, 0, 0, 0), 10), 0).commission(3);
        order(buy(Costs.ofRate(0.001), 10), 0).commission(1);
        order(buy(new Costs(0.02, 3, 0.001, 0, 0, 0, 0), 10), 0).commission(4.2);
        order(buy(new Costs(0.02, 3, 0.001, 0, 0, 0, 0), -10), 0).commission(4.2);
    }

    @Test
    void a_commission_is_never_below_its_minimum() {
        order(buy(new Costs(0.02, 0, 0, 5, 0, 0, 0), 10), 0).commission(5);
        order(buy(new Costs(0.02, 5.5, 0, 5, 0, 0, 0), 10), 0).commission(5.7);
    }

    @Test
    void market_and_stop_orders_pay_half_spread_and_slippage_on_their_price() {
        Costs costs = new Costs(0, 0, 0, 0, 30, 20, 0);
        order(buy(costs, 10), 0).at(100.5).slippage(5);
        order(buy(costs, -10), 0).filled(-10).at(99.5).slippage(5);

        Ledger stopped = Tape.of(CALM, "100 110 99 100")
                .with(costs)
                .at(0, desk -> desk.submit(OrderTicket.stop(0, 10, 110)))
                .run();
        order(stopped, 0).at(110.55).slippage(5.5);
    }

    @Test
    void limit_orders_pay_no_spread() {
        Costs costs = new Costs(0, 0, 0.001, 0, 30, 20, 1);
        Ledger ledger = Tape.of(CALM, "100 101 89 100", "100 111 99 100")
                .with(costs)
                .at(0, desk -> {
                    desk.submit(OrderTicket.limit(0, 10, 90));
                    desk.submit(OrderTicket.stopLimit(0, 5, 110, 111));
                })
                .run();

        order(ledger, 0).at(90).slippage(0).commission(0.9);
        order(ledger, 1).filled(5).in(2).at(110).slippage(0);
    }

    @Test
    void a_commission_of_the_value_is_one_of_the_value_paid() {
        order(buy(new Costs(0, 0, 0.01, 0, 100, 0, 0), 10), 0).at(101).commission(10.1);
    }

    @Test
    void impact_is_the_square_root_law_of_the_bars_before_the_fill() {
        // Closes alternate between 100 and 110 for twenty returns, of +10 % and -9.0909 %; each bar trades 1,000
        List<String> bars = new ArrayList<>();
        for (int day = 0; day < 21; day++) {
            bars.add(day % 2 == 0 ? "100 110 100 100 1000" : "110 110 100 110 1000");
        }
        bars.add("200 200 200 200 5"); // the bar of the fill does not count
        Ledger ledger = Tape.of(bars.toArray(String[]::new))
                .with(new Costs(0, 0, 0, 0, 0, 0, 0.5))
                .at(20, desk -> desk.submit(OrderTicket.market(0, 40)))
                .run();

        double mean = (0.1 - 1.0 / 11) / 2;
        double deviation = Math.sqrt(20 * Math.pow(0.1 - mean, 2) / 19);
        double impact = 0.5 * deviation * Math.sqrt(40.0 / 1000);
        order(ledger, 0).in(21).at(200 * (1 + impact)).slippage(40 * 200 * impact);
    }

    @Test
    void there_is_no_impact_before_there_are_enough_bars_or_without_a_volume() {
        Costs impact = new Costs(0, 0, 0, 0, 0, 0, 1);
        order(buy(impact, 10), 0).at(100).slippage(0);

        List<String> silent = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            silent.add(day % 2 == 0 ? "100 110 100 100" : "110 110 100 110");
        }
        Ledger ledger = Tape.of(silent.toArray(String[]::new))
                .with(impact)
                .at(28, desk -> desk.submit(OrderTicket.market(0, 10)))
                .run();
        order(ledger, 0).at(110).slippage(0);
    }

    @Test
    void no_order_is_filled_further_away_than_nine_tenths_of_its_price() {
        List<String> thin = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            thin.add(day % 2 == 0 ? "100 150 100 100 1" : "150 150 100 150 1");
        }
        Ledger ledger = Tape.of(thin.toArray(String[]::new))
                .with(new Costs(0, 0, 0, 0, 0, 0, 10))
                .at(27, desk -> desk.submit(OrderTicket.market(0, -50)))
                .run();

        order(ledger, 0).filled(-50).at(10);
    }

    @Test
    void the_account_adds_up_what_was_paid() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .with(new Costs(0, 1, 0, 0, 50, 0, 0))
                .at(0, desk -> desk.submit(OrderTicket.market(0, 10)))
                .at(1, desk -> desk.submit(OrderTicket.market(0, -10)))
                .run();

        Account account = ledger.account();
        assertThat(account.commission()).isEqualTo(2);
        assertThat(account.slippage()).isCloseTo(10, within(1e-9));
        assertThat(account.tradedValue()).isCloseTo(2_000, within(1e-9)); // 1,005 bought, 995 sold
        assertThat(ledger.finalEquity()).isCloseTo(10_000 - 12, within(1e-9));
        assertThat(ledger.trades().commission(0)).isEqualTo(2);
        assertThat(ledger.trades().costs(0)).isCloseTo(12, within(1e-9));
        assertThat(ledger.trades().profit(0)).isCloseTo(-12, within(1e-9));
    }

    @Test
    void equity_is_marked_at_the_close_and_not_at_the_price_paid() {
        for (FillModel model : FillModel.values()) {
            Ledger ledger = Tape.of(CALM, CALM)
                    .with(new Costs(0, 0, 0, 0, 100, 0, 0))
                    .with(model)
                    .at(model == FillModel.SAME_CLOSE ? 1 : 0, desk -> desk.submit(OrderTicket.market(0, 10)))
                    .run();

            order(ledger, 0).in(1).at(101);
            assertThat(ledger.finalEquity()).as(model.name()).isCloseTo(9_990, within(1e-9));
        }
    }

    @Test
    void costs_can_be_multiplied() {
        assertThat(new Costs(1, 2, 0.003, 4, 5, 6, 0.7).times(2)).isEqualTo(new Costs(2, 4, 0.006, 8, 10, 12, 1.4));
        assertThat(Costs.ofRate(0.01).times(0).areNone()).isTrue();
        assertThat(Costs.ofRate(0.01).areNone()).isFalse();
    }

    @Test
    void costs_out_of_their_range_are_refused() {
        assertThatThrownBy(() -> Costs.ofRate(-0.1)).hasMessage("rate must be in [0, 1.0], was -0.1");
        assertThatThrownBy(() -> Costs.ofRate(Double.NaN)).hasMessageContaining("was NaN");
    }
}
