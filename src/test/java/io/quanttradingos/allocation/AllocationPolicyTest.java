package io.quanttradingos.allocation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationPolicyTest {
    @ParameterizedTest
    @MethodSource("outOfRange")
    void a_limit_out_of_range_is_refused_with_its_key_first(String message, ThrowingCallable construction) {
        assertThatThrownBy(construction)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Stream<Arguments> outOfRange() {
        return Stream.of(
                refused("trending must be in [0, 1], was 1.5", () -> new RegimeMultipliers(1.5, 1, 1, 1, 1, 1, 1)),
                refused("range must be in [0, 1], was -1", () -> new RegimeMultipliers(1, -1, 1, 1, 1, 1, 1)),
                refused(
                        "ranging must be in [0, 1], was NaN",
                        () -> new RegimeMultipliers(1, 1, Double.NaN, 1, 1, 1, 1)),
                refused("chop must be in [0, 1], was 3", () -> new RegimeMultipliers(1, 1, 1, 3, 1, 1, 1)),
                refused("downtrend must be in [0, 1], was 3", () -> new RegimeMultipliers(1, 1, 1, 1, 3, 1, 1)),
                refused("high_vol must be in [0, 1], was 3", () -> new RegimeMultipliers(1, 1, 1, 1, 1, 3, 1)),
                refused("unknown must be in [0, 1], was 3", () -> new RegimeMultipliers(1, 1, 1, 1, 1, 1, 3)),
                refused("confidence_floor must be in [0, 1], was 2", () -> new ConfidenceRule(2, 0.2)),
                refused("min_confidence must be in [0, 1], was -0.2", () -> new ConfidenceRule(0.5, -0.2)),
                refused("drawdown_start must be in [0, 1], was -0.1", () -> new DrawdownRule(-0.1, 0.2)),
                refused("drawdown_stop must be in [0, 1], was 20", () -> new DrawdownRule(0.05, 20)),
                refused("drawdown_start must be below drawdown_stop (0.2), was 0.2", () -> new DrawdownRule(0.2, 0.2)),
                refused("discipline_full must be in [0, 1], was 9", () -> new DisciplineRule(9, 0.6, 0.5, 0.5)),
                refused("discipline_reduced must be in [0, 1], was -1", () -> new DisciplineRule(0.9, -1, 0.5, 0.5)),
                refused(
                        "discipline_reduced must be below discipline_full (0.9), was 0.95",
                        () -> new DisciplineRule(0.9, 0.95, 0.5, 0.5)),
                refused(
                        "discipline_reduced_multiplier must be in [0, 1], was 5",
                        () -> new DisciplineRule(0.9, 0.6, 5, 0.5)),
                refused("discipline_stop must be in [0, 0.6], was 0.7", () -> new DisciplineRule(0.9, 0.6, 0.5, 0.7)),
                refused("vol_target must be in [0, 10], was 0", () -> new VolatilityRule(0, 0.3)),
                refused("assumed_vol must be in [0, 10], was 30", () -> new VolatilityRule(0.15, 30)),
                refused("heat_start must be in [0, 1], was -1", () -> new HeatRule(-1, 0.06, 0.15, 0.6, 0.25)),
                refused("heat_cap must be in [0, 1], was 6", () -> new HeatRule(0.03, 6, 0.15, 0.6, 0.25)),
                refused(
                        "heat_start must be below heat_cap (0.06), was 0.07",
                        () -> new HeatRule(0.07, 0.06, 0.15, 0.6, 0.25)),
                refused("proxy_heat_start must be in [0, 1], was 2", () -> new HeatRule(0.03, 0.06, 2, 0.6, 0.25)),
                refused("proxy_heat_end must be in [0, 1], was 2", () -> new HeatRule(0.03, 0.06, 0.15, 2, 0.25)),
                refused(
                        "proxy_heat_start must be below proxy_heat_end (0.6), was 0.6",
                        () -> new HeatRule(0.03, 0.06, 0.6, 0.6, 0.25)),
                refused("proxy_heat_floor must be in [0, 1], was 2", () -> new HeatRule(0.03, 0.06, 0.15, 0.6, 2)),
                refused("normal_from must be in [0, 1], was 2", () -> new RiskModeThresholds(2, 0.3)),
                refused("reduced_from must be in [0, 1], was -1", () -> new RiskModeThresholds(0.6, -1)),
                refused(
                        "reduced_from must be below normal_from (0.6), was 0.6",
                        () -> new RiskModeThresholds(0.6, 0.6)),
                refused("max_open_positions must be at least 1, was 0", () -> policy(0, 0.01)),
                refused("smallest_move must be in [0.0001, 1], was 0", () -> policy(25, 0)));
    }

    private static Arguments refused(String message, ThrowingCallable construction) {
        return Arguments.of(message, construction);
    }

    private static void policy(int maxOpenPositions, double smallestMove) {
        AllocationPolicy defaults = AllocationPolicy.defaults();
        new AllocationPolicy(
                defaults.regimes(),
                defaults.confidence(),
                defaults.drawdown(),
                defaults.discipline(),
                defaults.volatility(),
                defaults.heat(),
                maxOpenPositions,
                defaults.riskModes(),
                smallestMove);
    }
}
