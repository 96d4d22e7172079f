package io.quanttradingos.backtest.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.RandomBars;
import io.quanttradingos.backtest.strategy.Parameters;
import io.quanttradingos.backtest.strategy.StrategyCatalogue;
import io.quanttradingos.backtest.strategy.StrategyContext;
import io.quanttradingos.failure.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterGridTest {
    private static final Parameters MOMENTUM = Parameters.of(StrategyCatalogue.named("momentum"));

    private static ParameterGrid grid(Axis... axes) {
        return ParameterGrid.of(MOMENTUM, List.of(axes));
    }

    private static Axis axis(String name, Object... values) {
        return new Axis(name, List.of(values));
    }

    @Test
    void the_last_parameter_changes_quickest_and_broken_rules_are_counted() {
        ParameterGrid grid = grid(axis("lookback", 10, 20), axis("skip", 5, 10, 15));
        assertThat(IntStream.range(0, grid.combinations().size()).mapToObj(grid::valuesOf))
                .containsExactly(
                        Map.of("lookback", 10, "skip", 5),
                        Map.of("lookback", 20, "skip", 5),
                        Map.of("lookback", 20, "skip", 10),
                        Map.of("lookback", 20, "skip", 15));
        assertThat(grid.leftOut()).isEqualTo(2);
        assertThat(grid.whyLeftOut()).contains("skip").contains("must be less than lookback (10), was 10");
        assertThat(grid.combinations().get(3).asMap())
                .containsEntry("lookback", 20)
                .containsEntry("allow_short", false);
        assertThat(grid(axis("lookback", 30), axis("skip", 0)).whyLeftOut()).isNull();
    }

    @Test
    void what_does_not_change_keeps_the_base_and_values_read_as_the_strategy_takes_them() {
        Parameters base = MOMENTUM.with("skip", 3);
        ParameterGrid grid =
                ParameterGrid.of(base, List.of(axis("lookback", "10", 20.0), axis("allow_short", "true", false)));
        assertThat(grid.axes().get(0).values()).containsExactly(10, 20);
        assertThat(grid.axes().get(1).values()).containsExactly(true, false);
        assertThat(grid.combinations())
                .containsExactly(
                        base.with("lookback", 10).with("allow_short", true),
                        base.with("lookback", 10),
                        base.with("lookback", 20).with("allow_short", true),
                        base.with("lookback", 20));
    }

    @Test
    void a_rule_holds_for_the_combination_and_not_for_each_value_beside_the_defaults() {
        // the default lookback is 252
        assertThat(grid(axis("lookback", 400), axis("skip", 300)).leftOut()).isZero();
    }

    @Test
    void a_range_is_counted_in_decimal_digits() {
        assertThat(Axis.range("band", 0.1, 0.5, 0.1).values()).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
        assertThat(Axis.range("fast", 5, 12, 5).values()).containsExactly(5.0, 10.0);
        assertThat(Axis.range("fast", 5, 5, 1).values()).containsExactly(5.0);
        assertThat(Axis.range("fast", -1, 1, 1).values()).containsExactly(-1.0, 0.0, 1.0);
        assertThat(Axis.range("fast", 1, 20_000, 1).values()).hasSize(20_000);
        assertThat(grid(Axis.range("lookback", 50, 150, 50)).axes().get(0).values())
                .containsExactly(50, 100, 150);
    }

    @ParameterizedTest
    @CsvSource({"6, 5, 1", "5, 6, 0", "5, 6, -1", "NaN, 5, 1", "5, Infinity, 1", "5, 6, Infinity", "5, NaN, 1"})
    void a_range_that_leads_nowhere_is_refused(double from, double to, double step) {
        assertThatThrownBy(() -> Axis.range("fast", from, to, step))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(
                        "parameter fast needs a from that is at most to, and a step above 0, was from " + from);
    }

    @Test
    void too_many_are_refused_before_they_are_made() {
        assertThatThrownBy(() -> Axis.range("fast", 0, 1e300, 1e-300))
                .hasMessageStartingWith("parameter fast may be tried with 20000 values");
        assertThatThrownBy(() -> Axis.range("fast", 0, 20_000, 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> grid(Axis.range("lookback", 2, 1_001, 1), Axis.range("skip", 0, 20, 1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("a sweep may try 20000 combinations, this one has 1000 of lookback times 21 of skip");
        assertThat(grid(Axis.range("lookback", 22, 1_021, 1), Axis.range("skip", 0, 19, 1))
                        .combinations())
                .hasSize(20_000);
    }

    @Test
    void what_cannot_be_tried_is_named() {
        assertThatThrownBy(() -> grid()).hasMessage("a sweep needs at least one parameter to vary");
        assertThatThrownBy(() -> grid(axis("lokback", 5)))
                .hasMessage("momentum has no parameter lokback; did you mean lookback?");
        assertThatThrownBy(() -> grid(axis("skip", 1), axis("skip", 2))).hasMessage("parameter skip is there twice");
        assertThatThrownBy(() -> grid(axis("skip", 1, "1"))).hasMessage("parameter skip has a value twice: [1, 1]");
        assertThatThrownBy(() -> grid(axis("skip", 1.5))).hasMessage("skip must be an integer from 0 to 9999, was 1.5");
        assertThatThrownBy(() -> grid(axis("skip"))).hasMessage("parameter skip needs at least one value to try");
        assertThatThrownBy(() -> grid(axis("lookback", 5), axis("skip", 6, 7)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("no combination can be tried: ")
                .hasMessageContaining("must be less than lookback (5), was 6");
    }

    @Test
    void a_heat_map_has_a_cell_for_each_combination_and_none_where_it_was_left_out() {
        ParameterGrid grid = grid(axis("lookback", 10, 20), axis("skip", 5, 10, 15));
        HeatMap map = grid.heatMap("skip", "lookback", 0, candidate -> candidate == 2 ? Double.NaN : candidate);
        assertThat(map.x()).isEqualTo("skip");
        assertThat(map.xValues()).containsExactly(5, 10, 15);
        assertThat(map.yValues()).containsExactly(10, 20);
        assertThat(map.rows().get(0)).containsExactly(0.0, null, null);
        assertThat(map.rows().get(1)).containsExactly(1.0, null, 3.0);
        HeatMap turned = grid.heatMap("lookback", "skip", 0, candidate -> candidate);
        assertThat(turned.rows().get(0)).containsExactly(0.0, 1.0);
        assertThat(turned.rows().get(1)).containsExactly(null, 2.0);
        assertThat(turned.rows().get(2)).containsExactly(null, 3.0);
        assertThatThrownBy(() -> grid.heatMap("skip", "band", 0, candidate -> candidate))
                .hasMessage("the grid does not vary band");
    }

    @Test
    void a_heat_map_of_a_larger_grid_is_a_cut_through_the_chosen_candidate() {
        ParameterGrid grid = grid(axis("lookback", 10, 20), axis("allow_short", true, false), axis("skip", 1, 2));
        for (int through = 0; through < 8; through++) {
            Object allowShort = Objects.requireNonNull(grid.valuesOf(through).get("allow_short"));
            HeatMap map = grid.heatMap("lookback", "skip", through, candidate -> candidate);
            for (List<Double> row : map.rows()) {
                for (Double candidate : row) {
                    assertThat(grid.valuesOf(candidate.intValue())).containsEntry("allow_short", allowShort);
                }
            }
            assertThat(map.rows().stream().flatMap(List::stream))
                    .contains((double) through)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_candidates_trade_as_the_strategies_of_their_parameters() throws Exception {
        Market market = Market.of(RandomBars.daily("A", 300, 12));
        EngineSettings settings = EngineSettings.standard(10_000);
        StrategyContext context = StrategyContext.daily(market.symbols());
        ParameterGrid grid = grid(axis("lookback", 20, 40, 60), axis("skip", 0, 10));
        try (Workers workers = new Workers(2)) {
            SweepResult result = new Sweep(Conditions.of(market, settings), workers)
                    .run(grid.candidates(context), Objective.TOTAL_RETURN, Progress.untold());
            for (int i = 0; i < 6; i++) {
                Parameters parameters = grid.combinations().get(i);
                PlainRun plain = PlainRun.of(market, settings, parameters.kind().create(parameters, context));
                assertThat(result.figures().get(i).finalValue())
                        .isEqualTo(plain.performance().finalValue());
            }
            assertThat(result.figures().stream().distinct()).hasSizeGreaterThan(3);
        }
    }
}
