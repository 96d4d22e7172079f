package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.RandomBars;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.units.Symbol;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyCatalogueTest {
    private static final List<Symbol> ONE = List.of(Symbol.of("A"));
    private static final List<Symbol> TWO = List.of(Symbol.of("A"), Symbol.of("B"));

    static Stream<StrategyKind> kinds() {
        return StrategyCatalogue.kinds().stream();
    }

    @Test
    void it_lists_all_strategies() {
        assertThat(kinds().map(StrategyKind::name))
                .containsExactly(
                        "buy_and_hold",
                        "sma_cross",
                        "ema_cross",
                        "rsi_reversion",
                        "bollinger_reversion",
                        "donchian_breakout",
                        "macd",
                        "momentum",
                        "vol_target",
                        "regime_switch",
                        "rebalance",
                        "dual_momentum");
        assertThat(kinds().filter(StrategyKind::isMultiAsset).map(StrategyKind::name))
                .containsExactly("buy_and_hold", "rebalance", "dual_momentum");
        assertThat(kinds().filter(StrategyKind::needsRegimes).map(StrategyKind::name))
                .containsExactly("regime_switch");
        assertThat(kinds().filter(kind -> kind.parameterNames().contains("allow_short"))
                        .map(StrategyKind::name))
                .containsExactly(
                        "sma_cross", "ema_cross", "bollinger_reversion", "donchian_breakout", "macd", "momentum");
    }

    @Test
    void a_name_is_found_however_it_is_written_and_an_unknown_one_names_the_nearest() {
        assertThat(StrategyCatalogue.named(" SMA-Cross ").name()).isEqualTo("sma_cross");
        assertThatThrownBy(() -> StrategyCatalogue.named("smacross"))
                .isInstanceOf(Refusal.class)
                .hasMessage("there is no strategy 'smacross'; did you mean sma_cross?");
        assertThatThrownBy(() -> StrategyCatalogue.named("xyz"))
                .isInstanceOf(Refusal.class)
                .hasMessage("there is no strategy 'xyz'; there are buy_and_hold, sma_cross, ema_cross, rsi_reversion,"
                        + " bollinger_reversion, donchian_breakout, macd, momentum, vol_target, regime_switch, rebalance,"
                        + " dual_momentum");
        assertThatThrownBy(() -> StrategyCatalogue.named("x".repeat(1_000_000)))
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_strategy_says_what_it_does_and_what_can_be_set(StrategyKind kind) {
        assertThat(kind.description()).matches("[A-Z].{30,200}\\.");
        Set<String> names = new HashSet<>();
        for (Parameter parameter : kind.parameters()) {
            assertThat(parameter.name()).matches("[a-z]+(_[a-z]+)*");
            assertThat(names.add(parameter.name())).as(parameter.name()).isTrue();
            assertThat(parameter.description()).matches("[a-z].{10,200}[^.]");
            assertThat(Double.isNaN(parameter.minimum()))
                    .as("a number has bounds")
                    .isNotEqualTo(parameter.isNumeric() || parameter.type() == Parameter.Type.MAP);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_strategy_is_made_with_its_defaults_anew_each_time(StrategyKind kind) {
        StrategyContext context =
                StrategyContext.daily(kind.isMultiAsset() ? TWO : ONE).with(bar -> "Risk-On");
        Parameters defaults = Parameters.of(kind);

        Strategy first = kind.create(defaults, context);

        assertThat(kind.create(defaults, context)).isNotSameAs(first).hasSameClassAs(first);
        assertThat(defaults.asMap().keySet()).containsExactlyElementsOf(kind.parameterNames());
        assertThat(Parameters.of(kind, defaults.asMap())).isEqualTo(defaults);
    }

    /** At the warm-up's bar an order is possible for the strategies that would trade at any close, never before it. */
    @ParameterizedTest
    @MethodSource("kinds")
    void no_order_comes_before_the_warm_up(StrategyKind kind) {
        Parameters defaults = Parameters.of(kind);
        int warmUp = kind.warmUp(defaults);
        for (int seed = 0; seed < 30; seed++) {
            Market market = Market.of(RandomBars.daily("A", 400, seed));
            StrategyContext context = StrategyContext.daily(market.symbols()).with(bar -> "Risk-On");

            Ledger ledger = TestRun.run(kind.create(defaults, context), TestRun.PLAIN, market);

            if (ledger.orders().size() > 0) {
                assertThat(ledger.orders().submittedBar(0)).isGreaterThanOrEqualTo(warmUp);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_strategy_of_one_instrument_is_not_made_for_two(StrategyKind kind) {
        StrategyContext context = StrategyContext.daily(TWO).with(bar -> "Risk-On");
        if (!kind.isMultiAsset()) {
            assertThatThrownBy(() -> kind.create(Parameters.of(kind), context))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(kind.name() + " trades one instrument, was given 2");
        }
    }

    @Test
    void the_parameters_of_another_strategy_are_not_taken() {
        StrategyKind sma = StrategyCatalogue.named("sma_cross");
        Parameters ofEma = Parameters.of(StrategyCatalogue.named("ema_cross"));

        assertThatThrownBy(() -> sma.create(ofEma, StrategyContext.daily(ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sma_cross was given the parameters of ema_cross");
    }

    @Test
    void exits_below_entries_and_the_like_are_refused() {
        refused("sma_cross", Map.of("fast", 50), "sma_cross fast must be less than slow (50), was 50");
        refused("ema_cross", Map.of("slow", 12), "ema_cross fast must be less than slow (12), was 12");
        refused("macd", Map.of("fast", 30), "macd fast must be less than slow (26), was 30");
        refused("rsi_reversion", Map.of("exit", 30), "rsi_reversion entry must be less than exit (30.0), was 30.0");
        refused("momentum", Map.of("lookback", 21), "momentum skip must be less than lookback (21), was 21");
    }

    private static void refused(String name, Map<String, Object> values, String message) {
        assertThatThrownBy(() -> Parameters.of(StrategyCatalogue.named(name), values))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    /** Twice as many bars may not take more memory, but for the few calendar days of a monthly look. */
    @ParameterizedTest
    @MethodSource("kinds")
    void nothing_is_allocated_for_a_bar(StrategyKind kind) {
        Market longer = Market.of(RandomBars.daily("A", 40_000, 7));
        Market shorter = longer.until(20_000);
        Ledger ledger = new Ledger();
        allocated(kind, longer, ledger);
        allocated(kind, shorter, ledger);

        double perBar = (allocated(kind, longer, ledger) - allocated(kind, shorter, ledger)) / 20_000.0;

        assertThat(perBar).isLessThan(8);
    }

    private static long allocated(StrategyKind kind, Market market, Ledger ledger) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        StrategyContext context = StrategyContext.daily(market.symbols()).with(bar -> "Risk-On");
        Strategy strategy = kind.create(Parameters.of(kind), context);
        long before = threads.getCurrentThreadAllocatedBytes();
        new Engine(market, TestRun.PLAIN).run(strategy, Hooks.none(), ledger);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
