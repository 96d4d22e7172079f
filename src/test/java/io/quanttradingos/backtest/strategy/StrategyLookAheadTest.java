package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.FillModel;
import io.quanttradingos.backtest.engine.LookAheadCheck;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.RandomBars;
import io.quanttradingos.backtest.engine.Sizing;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.marketdata.Bars;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes after a bar changes nothing before it, for every strategy, every way to fill and every way to size. */
class StrategyLookAheadTest {
    private static final List<FillModel> FILLS = List.of(FillModel.NEXT_OPEN, FillModel.NEXT_CLOSE);
    private static final List<Sizing> SIZES = List.of(
            new Sizing.FixedQuantity(7),
            new Sizing.PercentEquity(90),
            new Sizing.RiskPercent(2, 5, 2),
            new Sizing.VolatilityTarget(0.2, 5));

    static Stream<Arguments> one_instrument() {
        return Stream.of(
                Arguments.of("buy_and_hold", Map.of()),
                Arguments.of("sma_cross", Map.of("fast", 3, "slow", 8)),
                Arguments.of("sma_cross", Map.of("fast", 3, "slow", 8, "allow_short", true)),
                Arguments.of("ema_cross", Map.of("fast", 3, "slow", 8, "allow_short", true)),
                Arguments.of("rsi_reversion", Map.of("bars", 5, "entry", 40)),
                Arguments.of("bollinger_reversion", Map.of("bars", 8, "width", 1.2, "allow_short", true)),
                Arguments.of("donchian_breakout", Map.of("entry", 8, "exit", 4, "allow_short", true)),
                Arguments.of("macd", Map.of("fast", 3, "slow", 6, "signal", 3, "allow_short", true)),
                Arguments.of("momentum", Map.of("lookback", 15, "skip", 3, "every_unit", "weeks", "allow_short", true)),
                Arguments.of("vol_target", Map.of("annual", 0.15, "bars", 5)),
                Arguments.of("regime_switch", Map.of("weights", Map.of("UP", 0.9, "DOWN", 0.1))));
    }

    static Stream<Arguments> several_instruments() {
        Map<String, Object> weekly = Map.of("lookback", 10, "every_unit", "weeks");
        return Stream.of(
                Arguments.of("buy_and_hold", Map.of()),
                Arguments.of("dual_momentum", weekly),
                Arguments.of(
                        "dual_momentum", Map.of("lookback", 10, "every", 4, "every_unit", "bars", "risk_off", "C")),
                Arguments.of("rebalance", Map.of("every_unit", "weeks")),
                Arguments.of("rebalance", Map.of("weighting", "fixed", "weights", "A:.5,B:.2", "every_unit", "weeks")),
                Arguments.of("rebalance", TestRun.with(weekly, "weighting", "inverse_vol")),
                Arguments.of("rebalance", TestRun.with(weekly, "weighting", "min_variance")),
                Arguments.of("rebalance", TestRun.with(weekly, "weighting", "hrp")),
                Arguments.of("rebalance", TestRun.with(weekly, "weighting", "equal_risk")));
    }

    @ParameterizedTest
    @MethodSource("one_instrument")
    void with_one_instrument(String name, Map<String, Object> values) {
        check(name, values, List.of(RandomBars.of("A", 120, 5, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("several_instruments")
    void with_several_instruments_that_miss_bars(String name, Map<String, Object> values) {
        check(
                name,
                values,
                List.of(
                        RandomBars.of("A", 120, 1, 0.15, 0),
                        RandomBars.of("B", 120, 2, 0.15, 0),
                        RandomBars.of("C", 120, 3, 0.15, 0)));
    }

    private static void check(String name, Map<String, Object> values, List<Bars> bars) {
        Function<Market, Strategy> strategy = market -> strategy(name, values, market);
        LookAheadCheck check = LookAheadCheck.of(bars).at(15);
        for (FillModel fill : FILLS) {
            for (Sizing sizing : SIZES) {
                EngineSettings settings = TestRun.PLAIN.with(fill).with(sizing).from(10);
                Market market = Market.of(bars);

                assertThat(TestRun.run(strategy.apply(market), settings, market)
                                .orders()
                                .size())
                        .as("orders with %s at %s", sizing, fill)
                        .isGreaterThanOrEqualTo(name.equals("buy_and_hold") ? 1 : 3);
                assertThat(check.firstDifference(settings, strategy))
                        .as("with %s at %s", sizing, fill)
                        .isEmpty();
            }
        }
    }

    private static Strategy strategy(String name, Map<String, Object> values, Market market) {
        StrategyKind kind = StrategyCatalogue.named(name);
        double[] closes = market.close(0);
        RegimeLabels labels = bar -> bar < 5 ? null : closes[bar] > closes[bar - 5] ? "UP" : "DOWN";
        return kind.create(
                Parameters.of(kind, values),
                StrategyContext.daily(market.symbols()).with(labels));
    }

    @Test
    void every_strategy_is_checked() {
        assertThat(Stream.concat(one_instrument(), several_instruments())
                        .map(arguments -> arguments.get()[0]))
                .containsAll(StrategyCatalogue.kinds().stream()
                        .map(StrategyKind::name)
                        .map(Object.class::cast)
                        .toList());
    }
}
