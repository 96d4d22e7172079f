package io.quanttradingos.backtest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.OrderStatus;
import io.quanttradingos.backtest.engine.OrderTicket;
import io.quanttradingos.backtest.engine.Sizing;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.units.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One instrument whose prices are written down, in a wider market that rises for years and from day 50 on falls. */
class GateTest {
    private static final String RISING = "Risk-On / Low/Normal Vol / Uptrend / Healthy Breadth";
    private static final int YEARS_BEFORE = 600;
    private static final int TURN = 50;
    private static final PriceTable WIDER = wider();

    private final Ledger ledger = new Ledger();

    private static PriceTable wider() {
        int[] days = new int[YEARS_BEFORE + 300];
        double[] closes = new double[days.length];
        double close = 100;
        for (int row = 0; row < days.length; row++) {
            days[row] = row - YEARS_BEFORE;
            double wiggle = row % 2 == 0 ? 0.001 : -0.001;
            close *= 1 + (days[row] < TURN ? 0.0003 : -0.004) + wiggle;
            closes[row] = close;
        }
        return new PriceTable(List.of(Symbol.of("INDEX")), days, new double[][] {closes});
    }

    private static EngineSettings settings() {
        return EngineSettings.standard(10_000).with(new Sizing.FixedQuantity(40));
    }

    private GatedRun run(
            GateSettings gate, EngineSettings settings, Map<Integer, Consumer<Desk>> script, double... closes) {
        Market market = Bazaar.flatBars(closes);
        GatedRun gated = Gate.of(gate, Policies.defaults(), market, WIDER).over(ledger);
        new Engine(market, settings).run(scripted(script), gated.hooks(), ledger);
        return gated;
    }

    private static Strategy scripted(Map<Integer, Consumer<Desk>> script) {
        return (history, desk) ->
                script.getOrDefault(history.bar(), nothing -> {}).accept(desk);
    }

    private static double[] prices(int days) {
        double[] closes = new double[days];
        Arrays.fill(closes, 100);
        return closes;
    }

    private @Nullable String note(int order) {
        return ledger.orders().note(order);
    }

    private void assertFilled(int order, double shares) {
        assertThat(ledger.orders().status(order)).as(note(order)).isEqualTo(OrderStatus.FILLED);
        assertThat(ledger.orders().filledShares(order)).isEqualTo(shares);
    }

    private void assertRejected(int order, String note) {
        assertThat(ledger.orders().status(order)).isEqualTo(OrderStatus.REJECTED);
        assertThat(note(order)).isEqualTo(note);
    }

    // The regime

    @Test
    void an_entry_is_let_through_in_an_allowed_regime_and_rejected_in_another() {
        GatedRun gated = run(
                GateSettings.of(List.of("Risk-On"), false, false),
                settings(),
                Map.of(10, desk -> desk.enterLong(0), 20, desk -> desk.exit(0), 120, desk -> desk.enterLong(0)),
                prices(130));

        assertFilled(0, 40);
        assertFilled(1, -40);
        assertThat(ledger.orders().status(2)).isEqualTo(OrderStatus.REJECTED);
        assertThat(note(2)).matches("the regime is Risk-Off / .* / Downtrend / .*, allowed are: Risk-On");
        assertThat(gated.counts()).isEqualTo(new GateCounts(1, 0, 0, Map.of("regime_not_allowed", 1)));
    }

    @Test
    void a_position_may_be_left_and_made_smaller_in_any_regime() {
        run(
                GateSettings.of(List.of("Risk-On"), false, false),
                settings(),
                Map.of(
                        10, desk -> desk.enterLong(0),
                        120, desk -> desk.target(0, 0.2),
                        122, desk -> desk.submit(OrderTicket.market(0, -5)),
                        124, desk -> desk.exit(0)),
                prices(130));

        assertFilled(1, -20);
        assertFilled(2, -5);
        assertFilled(3, -15);
    }

    @Test
    void of_what_turns_a_position_round_only_the_part_that_closes_it_passes() {
        run(
                GateSettings.of(List.of("Risk-On"), false, false),
                settings(),
                Map.of(
                        10, desk -> desk.enterLong(0),
                        120, desk -> desk.submit(OrderTicket.market(0, -100))),
                prices(130));

        assertFilled(1, -40);
        assertThat(note(1)).startsWith("limited to 40.0000 shares: the regime is Risk-Off / ");

        run(
                GateSettings.of(List.of("Risk-On"), false, false),
                settings(),
                Map.of(10, desk -> desk.enterLong(0), 120, desk -> desk.target(0, -0.5)),
                prices(130));

        assertFilled(1, -40);

        run(
                GateSettings.of(List.of("Risk-On"), false, false),
                settings(),
                Map.of(10, desk -> desk.enterLong(0), 120, desk -> desk.enterShort(0)),
                prices(130));

        assertFilled(1, -40);
        assertThat(ledger.orders().status(2)).isEqualTo(OrderStatus.REJECTED);
    }

    /** What was a reduction at the close is an addition at the open after a gap. */
    @Test
    void a_target_that_a_gap_makes_larger_than_the_position_buys_nothing_in_a_regime_that_is_not_allowed() {
        double[] closes = prices(130);
        Arrays.fill(closes, 121, 130, 50);

        run(
                GateSettings.of(List.of("Risk-On"), false, false),
                settings(),
                Map.of(10, desk -> desk.enterLong(0), 120, desk -> desk.target(0, 0.38)),
                closes);

        // at 50 the equity is 8,000, 0.38 of it are 60 shares, 40 are held
        assertRejected(1, "limited to 0.0000 shares: " + refusalAt(120));
    }

    private static String refusalAt(int bar) {
        MarketRegimes regimes = MarketRegimes.of(
                Bazaar.flatBars(prices(130)), Policies.defaults().regime(), WIDER);
        return "the regime is " + regimes.label(bar) + ", allowed are: Risk-On";
    }

    @Test
    void nothing_is_opened_while_the_regime_is_unknown() {
        Market market = Bazaar.flatBars(prices(100));
        for (GateSettings settings : List.of(
                GateSettings.of(List.of("Risk-On", "Risk-Off"), false, false),
                GateSettings.of(null, true, false),
                GateSettings.of(null, false, true))) {
            GatedRun gated =
                    Gate.of(settings, Policies.defaults(), market, null).over(ledger);
            new Engine(market, settings()).run(scripted(Map.of(60, desk -> desk.enterLong(0))), gated.hooks(), ledger);

            assertRejected(0, "the regime is not known yet: it needs 70 daily closes of the market");
            assertThat(gated.counts().byReason()).containsExactly(Map.entry("regime_unknown", 1));
        }
    }

    // The allocation

    /** A calm market, an account at its peak that holds nothing: only the confidence cuts. */
    private double confidencePart(int bar) {
        MarketRegimes regimes = MarketRegimes.of(
                Bazaar.flatBars(prices(130)), Policies.defaults().regime(), WIDER);
        assertThat(regimes.label(bar)).isEqualTo(RISING);
        return 0.5 + 0.5 * regimes.confidence(bar);
    }

    @Test
    void an_entry_is_scaled_and_says_so() {
        GatedRun gated = run(
                GateSettings.of(null, true, false),
                EngineSettings.standard(100_000),
                Map.of(10, desk -> desk.enterLong(0)),
                prices(30));

        double part = confidencePart(10);
        assertThat(ledger.orders().askedWeight(0)).isCloseTo(part, within(1e-12));
        assertFilled(0, Math.floor(1_000 * part));
        assertThat(note(0))
                .isEqualTo("the allocation gives new trades " + Math.rint(part * 1e4) / 1e4 + " of full size");
        assertThat(gated.counts()).isEqualTo(new GateCounts(0, 1, 0, Map.of("allocation_confidence", 1)));
    }

    @Test
    void an_order_that_a_strategy_wrote_itself_is_scaled_too() {
        run(
                GateSettings.of(null, true, false),
                EngineSettings.standard(100_000),
                Map.of(10, desk -> desk.submit(OrderTicket.limit(0, 500, 101))),
                prices(30));

        assertFilled(0, Math.floor(500 * confidencePart(10)));
    }

    @Test
    void a_turn_by_one_order_closes_all_and_opens_a_part() {
        run(
                GateSettings.of(null, true, false),
                EngineSettings.standard(100_000),
                Map.of(
                        10, desk -> desk.submit(OrderTicket.market(0, 100)),
                        14, desk -> desk.submit(OrderTicket.market(0, -300))),
                prices(30));

        double held = Math.floor(100 * confidencePart(10));
        assertFilled(0, held);
        double opened = -ledger.orders().filledShares(1) - held;
        assertThat(opened).isEqualTo(Math.floor(held + (300 - held) * confidencePart(14)) - held);
    }

    @Test
    void a_target_may_hold_its_part_and_what_is_held_beyond_that_stays() {
        double part = confidencePart(10);
        GatedRun gated = run(
                GateSettings.of(null, true, false),
                EngineSettings.standard(100_000),
                Map.of(
                        10,
                        desk -> desk.target(0, 0.8),
                        14,
                        desk -> desk.target(0, 0.78),
                        18,
                        desk -> desk.target(0, 0.3)),
                prices(30));

        assertFilled(0, Math.floor(800 * part));
        assertRejected(1, "the position has all that the allocation gives it");
        assertFilled(2, 300 - Math.floor(800 * part));
        assertThat(gated.counts().byReason()).containsEntry("allocation_used_up", 1);
    }

    @Test
    void a_drawdown_counts_from_the_highest_close_whether_or_not_anything_was_asked_then() {
        double[] closes = prices(30);
        closes[12] = 200;
        Arrays.fill(closes, 13, 30, 120);
        GatedRun gated = run(
                GateSettings.of(null, true, false),
                EngineSettings.standard(10_000),
                Map.of(10, desk -> desk.enterLong(0), 14, desk -> desk.exit(0), 18, desk -> desk.enterLong(0)),
                closes);

        double held = Math.floor(100 * confidencePart(10));
        double cash = 10_000 - held * 100;
        double peak = cash + held * 200;
        double value = cash + held * 120;
        double drawdown = (peak - value) / peak;
        assertThat(drawdown).isGreaterThan(0.2);
        assertThat(ledger.orders().status(2)).isEqualTo(OrderStatus.REJECTED);
        assertThat(note(2)).startsWith("No new trades: drawdown ").contains("has reached the stop of 20 %.");
        assertThat(gated.counts().byReason()).containsEntry("allocation_drawdown_at_stop", 1);
    }

    @Test
    void a_position_whose_stop_is_far_away_leaves_no_room_for_another() {
        double[] closes = prices(60);
        GatedRun gated = run(
                GateSettings.of(null, true, false),
                EngineSettings.standard(100_000),
                Map.of(
                        10, desk -> desk.submit(OrderTicket.market(0, 400)),
                        14, desk -> desk.submit(OrderTicket.stop(0, -400, 60).reducing()),
                        15, desk -> desk.submit(OrderTicket.market(0, 10))),
                closes);

        // 40 % of the equity, of which the stop would take 40 %: a heat of 16 %, far above the cap of 6 %
        assertThat(ledger.orders().filledShares(0)).isLessThanOrEqualTo(400);
        assertThat(note(2)).startsWith("No new trades: heat ").endsWith("has reached the cap of 6 %.");
        assertThat(gated.counts().byReason()).containsEntry("allocation_heat_at_cap", 1);
    }

    // The guardian

    /** Prices that move by 2 every day, so that the average true range is 2 and the stop 4 away in a trend. */
    private static double[] moving(int days) {
        double[] closes = prices(days);
        for (int day = 0; day < days; day++) {
            closes[day] = day % 2 == 0 ? 100 : 102;
        }
        return closes;
    }

    @Test
    void an_order_is_cut_to_the_size_of_the_guardian() {
        GatedRun gated = run(
                GateSettings.of(null, false, true),
                EngineSettings.standard(100_000),
                Map.of(20, desk -> desk.enterLong(0)),
                moving(40));

        assertFilled(0, 250); // 1 % of 100,000 over 4
        assertThat(note(0)).isEqualTo("limited to 250.0000 shares: the size that the guardian allows one trade");
        assertThat(gated.counts()).isEqualTo(new GateCounts(0, 0, 1, Map.of("guardian_size", 1)));
    }

    @Test
    void an_order_that_asks_for_less_is_filled_as_asked_and_nothing_is_noted() {
        GatedRun gated = run(
                GateSettings.of(null, false, true),
                EngineSettings.standard(100_000),
                Map.of(20, desk -> desk.submit(OrderTicket.market(0, 249))),
                moving(40));

        assertFilled(0, 249);
        assertThat(note(0)).isNull();
        assertThat(gated.counts()).isEqualTo(new GateCounts(0, 0, 0, Map.of()));
    }

    @Test
    void a_position_is_one_trade_so_that_adding_to_it_gets_what_is_left_of_the_size() {
        run(
                GateSettings.of(null, false, true),
                EngineSettings.standard(100_000),
                Map.of(
                        20, desk -> desk.submit(OrderTicket.market(0, 200)),
                        22, desk -> desk.submit(OrderTicket.market(0, 200)),
                        24, desk -> desk.submit(OrderTicket.market(0, 200))),
                moving(40));

        assertFilled(0, 200);
        assertFilled(1, 49); // the account has lost a little by then: 1 % of 99,600 over 4 are 249
        assertRejected(2, "the position has all the shares that the guardian allows it");
    }

    /** The entry of a turn is given while the old position is still held: it is none that makes a position smaller. */
    @Test
    void a_turn_by_signal_is_cut_to_the_size_of_the_guardian() {
        run(
                GateSettings.of(null, false, true),
                EngineSettings.standard(100_000).with(new Sizing.FixedQuantity(400)),
                Map.of(20, desk -> desk.enterLong(0), 24, desk -> desk.enterShort(0)),
                moving(40));

        assertFilled(0, 250);
        assertFilled(1, -250);
        assertThat(ledger.orders().filledShares(2)).isBetween(-250.0, -245.0);
    }

    @Test
    void without_an_average_true_range_nothing_is_opened() {
        GatedRun gated = run(
                GateSettings.of(null, false, true),
                EngineSettings.standard(100_000),
                Map.of(13, desk -> desk.enterLong(0), 14, desk -> desk.enterLong(0)),
                moving(40));

        assertRejected(0, "there is no average true range of 14 days");
        assertFilled(1, 250);
        assertThat(gated.counts().byReason()).containsEntry("guardian_no_range", 1);
    }

    @Test
    void a_risk_that_buys_less_than_one_share_buys_none() {
        run(
                GateSettings.of(null, false, true),
                EngineSettings.standard(300),
                Map.of(20, desk -> desk.enterLong(0)),
                moving(40));

        assertRejected(0, "the allowed risk buys less than one share");
    }

    /** Buys at an even bar's open and sells at the next odd... the scripts below lose 2 a share each time. */
    private static Map<Integer, Consumer<Desk>> losing(int... from) {
        Map<Integer, Consumer<Desk>> script = new TreeMap<>();
        for (int bar : from) {
            script.put(bar, desk -> desk.enterLong(0)); // filled at 102
            script.put(bar + 1, desk -> desk.exit(0)); // filled at 100
        }
        return script;
    }

    @Test
    void after_three_losses_in_a_row_nothing_is_opened_until_the_first_of_them_is_old() {
        Map<Integer, Consumer<Desk>> script = losing(20, 22, 24);
        script.put(30, desk -> desk.enterLong(0));
        script.put(52, desk -> desk.enterLong(0)); // the first loss, of bar 22, is 30 days old
        script.put(53, desk -> desk.enterLong(0)); // and now 31
        GatedRun gated = run(GateSettings.of(null, false, true), EngineSettings.standard(100_000), script, moving(60));

        assertThat(ledger.trades().size()).isEqualTo(3);
        assertThat(note(6)).isEqualTo("No new trades: 3 recent losses call for a pause, as from 3 on.");
        assertThat(note(7)).isEqualTo("No new trades: 3 recent losses call for a pause, as from 3 on.");
        assertThat(ledger.orders().status(8)).isEqualTo(OrderStatus.FILLED);
        assertThat(gated.counts().byReason()).containsEntry("guardian_recent_losses", 2);
    }

    @Test
    void a_position_that_was_left_in_parts_is_one_loss() {
        run(
                GateSettings.of(null, false, true),
                EngineSettings.standard(100_000),
                Map.of(
                        20, desk -> desk.submit(OrderTicket.market(0, 30)), // at 102
                        21, desk -> desk.submit(OrderTicket.market(0, -10)), // at 100, as the next two
                        23, desk -> desk.submit(OrderTicket.market(0, -10)),
                        25, desk -> desk.submit(OrderTicket.market(0, -10)),
                        28, desk -> desk.enterLong(0)),
                moving(40));

        assertThat(ledger.trades().size()).isEqualTo(3);
        assertThat(ledger.orders().status(4)).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a_gain_ends_a_row_of_losses() {
        Map<Integer, Consumer<Desk>> script = losing(20, 22, 28);
        script.put(25, desk -> desk.enterLong(0)); // at 100
        script.put(26, desk -> desk.exit(0)); // at 102
        script.put(32, desk -> desk.enterLong(0));
        run(GateSettings.of(null, false, true), EngineSettings.standard(100_000), script, moving(40));

        assertThat(ledger.trades().size()).isEqualTo(4);
        assertThat(ledger.orders().status(8)).isEqualTo(OrderStatus.FILLED);
    }

    // The hooks

    @Test
    void a_gate_that_nobody_asked_for_has_no_hooks() {
        Gate gate = Gate.of(GateSettings.NONE, Policies.defaults(), Bazaar.flatBars(prices(10)), null);

        GatedRun gated = gate.over(ledger);

        assertThat(gated.hooks().advisors()).isEmpty();
        assertThat(gated.hooks().validators()).isEmpty();
        assertThat(gated.hooks().observers()).isEmpty();
    }

    @Test
    void hooks_are_for_the_ledger_and_the_market_they_were_made_for() {
        Market market = Bazaar.flatBars(prices(30));
        Gate gate = Gate.of(GateSettings.of(List.of("Risk-On"), false, false), Policies.defaults(), market, WIDER);
        Strategy buying = scripted(Map.of(10, desk -> desk.enterLong(0)));

        assertThatThrownBy(() -> new Engine(market, settings())
                        .run(buying, gate.over(new Ledger()).hooks(), ledger))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Engine(Bazaar.market(1, 30, "SPY"), settings())
                        .run(buying, gate.over(ledger).hooks(), ledger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a gate's hooks need the market the gate was made for and the ledger they were made for");
    }

    @Test
    void a_gate_serves_the_beginning_of_its_market() {
        Market market = Bazaar.flatBars(prices(60));
        Gate gate = Gate.of(GateSettings.of(List.of("Risk-On"), false, false), Policies.defaults(), market, WIDER);

        new Engine(market.until(30), settings())
                .run(
                        scripted(Map.of(10, desk -> desk.enterLong(0))),
                        gate.over(ledger).hooks(),
                        ledger);

        assertFilled(0, 40);
    }
}
