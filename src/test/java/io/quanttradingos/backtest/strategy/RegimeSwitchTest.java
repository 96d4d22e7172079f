package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.OrderLog;
import io.quanttradingos.failure.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegimeSwitchTest {
    private static final String CALM = "Risk-On / Low/Normal Vol / Uptrend / Healthy Breadth";
    private static final String NERVOUS = "Risk-On / High Vol / Uptrend / Healthy Breadth";
    private static final String DOWN = "Risk-Off / High Vol / Downtrend / Weak Breadth";
    private static final StrategyKind KIND = StrategyCatalogue.named("regime_switch");

    @Test
    void it_is_invested_when_risk_is_on_and_out_when_it_is_off() {
        assertThat(targets(Map.of(), CALM, CALM, NERVOUS, DOWN, DOWN, CALM, CALM))
                .containsExactly("0:1", "3:0", "5:1");
    }

    @Test
    void of_several_parts_the_least_share_counts() {
        Map<String, Object> weights = Map.of("weights", Map.of("risk-on", 1, "HIGH VOL", 0.5, "Uptrend", 0.8));

        assertThat(targets(weights, CALM, NERVOUS, DOWN, CALM)).containsExactly("0:0.8", "1:0.5", "3:0.8");
    }

    @Test
    void a_whole_label_goes_before_its_parts() {
        Map<String, Object> weights = Map.of("weights", Map.of("Risk-On", 0.2, CALM, 0.9));

        assertThat(targets(weights, NERVOUS, CALM, NERVOUS, CALM)).containsExactly("0:0.2", "1:0.9", "2:0.2", "3:0.9");
    }

    @Test
    void any_other_label_has_the_share_of_the_others() {
        Map<String, Object> values = Map.of("weights", Map.of("BULL", 1), "other", 0.25);

        assertThat(targets(values, "BULL", "BEAR", "BULL", "CRAB")).containsExactly("0:1", "1:0.25", "2:1", "3:0.25");
    }

    @Test
    void without_a_label_nothing_is_done() {
        assertThat(targets(Map.of(), null, null, CALM, null, CALM, DOWN, null)).containsExactly("2:1", "5:0");
    }

    @Test
    void no_order_is_given_before_the_run_trades() {
        assertThat(targets(TestRun.PLAIN.from(2), Map.of(), DOWN, CALM, CALM, CALM, CALM))
                .containsExactly("2:1");
    }

    @Test
    void it_is_not_made_without_labels() {
        StrategyContext without =
                StrategyContext.daily(Market.of(TestRun.closes(10)).symbols());

        assertThatThrownBy(() -> KIND.create(Parameters.of(KIND), without))
                .isInstanceOf(Refusal.class)
                .hasMessage("regime_switch needs the regime of each bar, none were given");
    }

    private static List<String> targets(Map<String, Object> values, @Nullable String... labels) {
        return targets(TestRun.PLAIN, values, labels);
    }

    /** The orders as bar and share, such as {@code 3:0.5}. */
    private static List<String> targets(
            EngineSettings settings, Map<String, Object> values, @Nullable String... labels) {
        double[] closes = new double[labels.length + 1];
        Arrays.fill(closes, 10);
        Market market = Market.of(TestRun.closes(closes));
        StrategyContext context = StrategyContext.daily(market.symbols())
                .with(bar -> bar < labels.length ? labels[bar] : labels[labels.length - 1]);
        Ledger ledger = TestRun.run(KIND.create(Parameters.of(KIND, values), context), settings, market);
        OrderLog orders = ledger.orders();
        return IntStream.range(0, orders.size())
                .mapToObj(id -> orders.submittedBar(id) + ":" + share(orders, id))
                .toList();
    }

    /** An exit asks for shares. */
    private static String share(OrderLog orders, int id) {
        double weight = orders.askedWeight(id);
        return Double.isNaN(weight) ? "0" : String.valueOf(weight).replace(".0", "");
    }
}
