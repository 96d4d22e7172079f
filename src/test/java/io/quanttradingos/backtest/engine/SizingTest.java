package io.quanttradingos.backtest.engine;

import static io.quanttradingos.backtest.engine.OrderAssert.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How many shares an entry gets, by hand. */
class SizingTest {
    private static final String CALM = "100 101 99 100";
    private static final EngineSettings TEN_THOUSAND = EngineSettings.standard(10_000);

    private static Ledger enter(EngineSettings settings, String... bars) {
        return Tape.of(bars)
                .with(settings)
                .at(bars.length - 2, desk -> desk.enterLong(0))
                .run();
    }

    private static EngineSettings percent(double percent) {
        return TEN_THOUSAND.with(new Sizing.PercentEquity(percent));
    }

    // A fixed quantity

    @Test
    void a_fixed_quantity_is_always_the_same() {
        order(enter(TEN_THOUSAND.with(new Sizing.FixedQuantity(7)), CALM, CALM), 0)
                .filled(7);
    }

    @Test
    void shares_are_whole_unless_fractions_are_traded() {
        EngineSettings settings = TEN_THOUSAND.with(new Sizing.FixedQuantity(7.9));

        order(enter(settings, CALM, CALM), 0).filled(7);
        order(enter(settings.withFractions(), CALM, CALM), 0).filled(7.9);
        order(enter(TEN_THOUSAND.with(new Sizing.FixedQuantity(0.9)), CALM, CALM), 0)
                .became(OrderStatus.REJECTED, 0, "came to less than one share");
    }

    @Test
    void an_order_as_written_is_whole_too() {
        Ledger ledger = Tape.of(CALM, CALM)
                .at(0, desk -> {
                    desk.submit(OrderTicket.market(0, -2.7));
                    desk.submit(OrderTicket.market(0, 0.5));
                })
                .run();

        order(ledger, 0).filled(-2);
        order(ledger, 1).became(OrderStatus.REJECTED, 0, "came to less than one share");
    }

    @Test
    void a_quantity_that_the_cash_does_not_buy_is_rejected_with_the_numbers() {
        Ledger ledger = enter(TEN_THOUSAND.with(new Sizing.FixedQuantity(101)), CALM, CALM);

        order(ledger, 0)
                .became(
                        OrderStatus.REJECTED,
                        1,
                        "needs positions worth 10100.00, the equity of 10000.00 allows 10000.00");
    }

    @Test
    void costs_count_when_buying_power_is_checked() {
        EngineSettings settings = TEN_THOUSAND.with(new Sizing.FixedQuantity(100));

        order(enter(settings, CALM, CALM), 0).filled(100);
        order(enter(settings.with(Costs.ofRate(0.001)), CALM, CALM), 0)
                .became(
                        OrderStatus.REJECTED,
                        1,
                        "needs positions worth 10000.00, the equity of 9990.00 allows 9990.00");
    }

    // A share of the equity

    @Test
    void a_share_of_the_equity_is_worked_out_at_the_price_of_the_fill() {
        order(enter(percent(50), CALM, "80 81 79 80"), 0).filled(62).at(80); // 5,000 / 80 = 62.5
        order(enter(percent(50).withFractions(), CALM, "80 81 79 80"), 0).filled(62.5);
    }

    @Test
    void a_share_of_the_equity_includes_the_costs() {
        Costs costs = new Costs(0.1, 2, 0.001, 0, 100, 0, 0);
        Ledger ledger = enter(percent(100).with(costs).withFractions(), CALM, CALM);

        // n · (101 + 0.1 + 0.101) + 2 = 10,000
        order(ledger, 0).filled(9_998 / 101.201).at(101).isNotNoted();
        assertThat(ledger.account().cash()).isCloseTo(0, within(1e-9));
    }

    @Test
    void the_minimum_commission_comes_off_a_share_of_the_equity() {
        EngineSettings settings = percent(1).with(new Costs(0, 0, 0.001, 20, 0, 0, 0));

        order(enter(settings.withFractions(), CALM, CALM), 0).filled(0.8).commission(20);
    }

    @Test
    void a_short_entry_includes_its_costs_too() {
        EngineSettings settings = percent(100).with(new Costs(0, 0, 0, 0, 100, 0, 0));
        Ledger ledger = Tape.of(CALM, CALM)
                .with(settings.withFractions())
                .at(0, desk -> desk.enterShort(0))
                .run();

        order(ledger, 0).filled(-10_000 / 101.0).at(99).isNotNoted();
    }

    @Test
    void with_leverage_all_of_it_can_be_used_though_costs_make_the_equity_smaller() {
        Costs costs = Costs.ofRate(0.01);
        Ledger ledger = enter(percent(200).withLeverage(2).with(costs).withFractions(), CALM, CALM);

        // n · 100 = 2 · (10,000 - n · 1)
        order(ledger, 0).filled(20_000 / 102.0).noted("cut to what the buying power allows");
    }

    @Test
    void a_share_above_the_leverage_is_cut_and_says_so() {
        order(enter(percent(150), CALM, CALM), 0).filled(100).noted("cut to what the buying power allows");
    }

    @Test
    void where_nothing_is_left_of_the_buying_power_an_entry_is_rejected() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .and(CALM, CALM, CALM)
                .with(percent(100))
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> desk.enterLong(1))
                .run();

        order(ledger, 0).filled(100);
        order(ledger, 1).became(OrderStatus.REJECTED, 2, "nothing was left of the buying power");
    }

    @Test
    void other_positions_are_worth_their_price_of_that_moment() {
        String up = "200 200 200 200";
        Ledger ledger = Tape.of(CALM, CALM, up)
                .and(CALM, CALM, CALM)
                .with(percent(50))
                .at(0, desk -> desk.enterLong(0))
                .at(1, desk -> desk.enterLong(1))
                .run();

        order(ledger, 0).filled(50);
        order(ledger, 1).filled(50).noted("cut to what the buying power allows"); // wants 75 of an equity of 15,000
    }

    @Test
    void entries_of_one_bar_share_the_equity_before_any_of_them() {
        Ledger ledger = Tape.of(CALM, CALM)
                .and(CALM, CALM)
                .with(percent(30).with(new Costs(0, 100, 0, 0, 0, 0, 0)))
                .at(0, desk -> {
                    desk.enterLong(0);
                    desk.enterLong(1);
                })
                .run();

        order(ledger, 0).filled(29);
        order(ledger, 1).filled(29);
    }

    // Weights

    @Test
    void a_target_buys_and_sells_the_difference() {
        Ledger ledger = Tape.of(CALM, CALM, CALM, "50 50 50 50", "50 50 50 50")
                .with(TEN_THOUSAND)
                .at(0, desk -> desk.target(0, 0.5))
                .at(1, desk -> desk.target(0, 0.2))
                .at(2, desk -> desk.target(0, 0.5))
                .at(3, desk -> desk.target(0, 0))
                .run();

        order(ledger, 0).filled(50);
        order(ledger, 1).filled(-30);
        order(ledger, 2).in(3).filled(70); // 4,500 of an equity of 9,000, at 50, are 90 shares
        order(ledger, 3).filled(-90);
    }

    @Test
    void a_target_turns_a_position_round() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .with(TEN_THOUSAND)
                .at(0, desk -> desk.target(0, 1))
                .at(1, desk -> desk.target(0, -0.5))
                .run();

        order(ledger, 0).filled(100);
        order(ledger, 1).filled(-150);
        assertThat(ledger.trades().size()).isEqualTo(1);
    }

    @Test
    void a_target_that_turns_a_position_round_pays_for_it_out_of_its_share() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .with(TEN_THOUSAND.withFractions().with(Costs.ofRate(0.01)))
                .at(0, desk -> desk.target(0, 1))
                .at(1, desk -> desk.target(0, -1))
                .run();

        double bought = 10_000 / 101.0;
        double left = bought * 100 - bought; // after the commission of closing
        order(ledger, 0).filled(bought);
        order(ledger, 1).filled(-bought - left / 101).isNotNoted();
    }

    @Test
    void a_target_of_nothing_without_a_position_is_no_order() {
        Ledger ledger = Tape.of(CALM, CALM).at(0, desk -> desk.target(0, 0)).run();

        assertThat(ledger.orders().size()).isZero();
    }

    @Test
    void a_target_that_is_there_already_comes_to_nothing() {
        Ledger ledger = Tape.of(CALM, CALM, CALM)
                .with(TEN_THOUSAND)
                .at(0, desk -> desk.target(0, 0.5))
                .at(1, desk -> desk.target(0, 0.5))
                .run();

        order(ledger, 1).became(OrderStatus.REJECTED, 2, "came to less than one share");
    }

    @Test
    void an_account_in_the_red_at_the_open_closes_but_opens_nothing() {
        Ledger ledger = Tape.of(CALM, CALM, "300 300 300 300")
                .and(CALM, CALM, CALM)
                .with(TEN_THOUSAND)
                .at(0, desk -> desk.target(0, -1))
                .at(1, desk -> {
                    desk.target(0, 0.5);
                    desk.target(1, 0.5);
                })
                .run();

        order(ledger, 1).filled(100).isNotNoted();
        order(ledger, 2).became(OrderStatus.REJECTED, 2, "came to less than one share");
        assertThat(ledger.isBankrupt()).isTrue();
        assertThat(ledger.finalEquity()).isEqualTo(-10_000);
    }

    // Risk

    /** True ranges of 4, 10 (gap up from 100 to a high of 110) and 6 (from a close of 108 down to 102): 20 / 3. */
    private static final String[] RANGES = {
        "100 100 100 100", "100 102 98 100", "106 110 105 108", "104 105 102 103", "103 104 102 103"
    };

    @Test
    void a_share_at_risk_is_divided_by_the_distance_of_the_stop() {
        EngineSettings settings = TEN_THOUSAND.withFractions().with(new Sizing.RiskPercent(1, 3, 1.5));
        Ledger ledger = enter(settings, RANGES);

        // 1 % of 10,000 over a distance of 1.5 · 20 / 3 = 10
        order(ledger, 0).filled(10).in(4).at(103);
        order(ledger, 1).is(OrderType.STOP);
        assertThat(ledger.orders().stop(1)).isCloseTo(103 * (1 - 10.0 / 103), within(1e-9));
    }

    @Test
    void a_stop_of_the_run_is_kept_for_entries_by_risk() {
        EngineSettings settings =
                TEN_THOUSAND.with(new Sizing.RiskPercent(1, 3, 1.5)).with(new Bracket(0.5, Double.NaN, Double.NaN));
        Ledger ledger = enter(settings, RANGES);

        assertThat(ledger.orders().stop(1)).isEqualTo(51.5);
    }

    @Test
    void an_entry_by_risk_is_cut_to_the_buying_power() {
        Ledger ledger = enter(TEN_THOUSAND.with(new Sizing.RiskPercent(50, 3, 1)), RANGES);

        order(ledger, 0).filled(97).noted("cut to what the buying power allows"); // of 750
    }

    @Test
    void an_entry_by_risk_needs_bars_with_a_range() {
        Ledger few = enter(TEN_THOUSAND.with(new Sizing.RiskPercent(1, 4, 1)), RANGES);
        order(few, 0).became(OrderStatus.REJECTED, 3, "no average true range over the last 4 bars");

        String flat = "100 100 100 100";
        Ledger still = enter(TEN_THOUSAND.with(new Sizing.RiskPercent(1, 2, 1)), flat, flat, flat, flat);
        order(still, 0).became(OrderStatus.REJECTED, 2, "no average true range over the last 2 bars");
    }

    // Volatility

    /** Returns of +10 %, -10 % and +10 %: a sample deviation of √(0.04 / 3). */
    private static final String[] SWINGS = {
        "100 100 100 100", "110 110 110 110", "99 99 99 99", "108.9 108.9 108.9 108.9", "100 100 100 100"
    };

    @Test
    void a_wanted_volatility_is_divided_by_the_one_there_was() {
        EngineSettings settings = TEN_THOUSAND.withFractions().withBarsPerYear(100);
        double annual = Math.sqrt(0.04 / 3) * 10;

        order(enter(settings.with(new Sizing.VolatilityTarget(0.4, 3)), SWINGS), 0)
                .filled(0.4 / annual * 100);
    }

    @Test
    void a_wanted_volatility_takes_no_more_than_the_leverage() {
        EngineSettings settings = TEN_THOUSAND.withFractions().withBarsPerYear(100);

        order(enter(settings.with(new Sizing.VolatilityTarget(10, 3)), SWINGS), 0)
                .filled(100)
                .isNotNoted();
        order(enter(settings.withLeverage(2).with(new Sizing.VolatilityTarget(10, 3)), SWINGS), 0)
                .filled(200);
    }

    @Test
    void an_entry_by_volatility_needs_bars_that_move() {
        Ledger few = enter(TEN_THOUSAND.with(new Sizing.VolatilityTarget(0.4, 4)), SWINGS);
        order(few, 0).became(OrderStatus.REJECTED, 3, "no volatility over the last 4 bars");

        Ledger still = enter(TEN_THOUSAND.with(new Sizing.VolatilityTarget(0.4, 2)), CALM, CALM, CALM, CALM);
        order(still, 0).became(OrderStatus.REJECTED, 2, "no volatility over the last 2 bars");
    }

    @Test
    void days_without_a_bar_do_not_count_in_ranges_and_volatilities() {
        EngineSettings risk = TEN_THOUSAND.withFractions().with(new Sizing.RiskPercent(1, 3, 1.5));
        EngineSettings swing =
                TEN_THOUSAND.withFractions().withBarsPerYear(100).with(new Sizing.VolatilityTarget(0.4, 3));
        for (EngineSettings settings : new EngineSettings[] {risk, swing}) {
            String[] bars = settings == risk ? RANGES : SWINGS;
            Ledger whole = enter(settings, bars);
            Ledger gapped = Tape.of("1 1 1 1", "1 1 1 1", "1 1 1 1", "1 1 1 1", "1 1 1 1", "1 1 1 1", "1 1 1 1")
                    .and(bars[0], "-", bars[1], bars[2], "-", bars[3], bars[4])
                    .with(settings)
                    .at(5, desk -> desk.enterLong(1))
                    .run();

            order(gapped, 0).filled(whole.orders().filledShares(0));
        }
    }

    @Test
    void sizes_out_of_their_range_are_refused() {
        assertThatThrownBy(() -> new Sizing.FixedQuantity(0))
                .hasMessage("quantity must be positive and finite, was 0.0");
        assertThatThrownBy(() -> new Sizing.PercentEquity(Double.NaN)).hasMessageContaining("was NaN");
        assertThatThrownBy(() -> new Sizing.RiskPercent(1, 0, 1)).hasMessageContaining("must be in [1, 1000]");
        assertThatThrownBy(() -> new Sizing.VolatilityTarget(0, 20)).hasMessageContaining("must be in (0, 10]");
    }
}
