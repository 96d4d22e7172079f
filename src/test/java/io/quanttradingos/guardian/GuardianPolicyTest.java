package io.quanttradingos.guardian;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuardianPolicyTest {
    @ParameterizedTest
    @MethodSource("outOfRange")
    void a_limit_out_of_range_is_refused_with_its_key_first(String message, ThrowingCallable construction) {
        assertThatThrownBy(construction)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Stream<Arguments> outOfRange() {
        return Stream.of(
                refused("scalp_risk_pct must be in [0, 100], was -1", () -> new BaseRisk(-1, 1, 1)),
                refused("swing_risk_pct must be in [0, 100], was 101", () -> new BaseRisk(1, 101, 1)),
                refused("earnings_risk_pct must be in [0, 100], was NaN", () -> new BaseRisk(1, 1, Double.NaN)),
                refused("low_volatility must be in [0, 1], was 1.1", () -> new VolatilityMultipliers(1.1, 1, 1)),
                refused("normal_volatility must be in [0, 1], was -1", () -> new VolatilityMultipliers(1, -1, 1)),
                refused("high_volatility must be in [0, 1], was 2", () -> new VolatilityMultipliers(1, 1, 2)),
                refused(
                        "normal_volatility must not exceed low_volatility (0.5), was 1",
                        () -> new VolatilityMultipliers(0.5, 1, 0.5)),
                refused(
                        "high_volatility must not exceed normal_volatility (0.5), was 0.6",
                        () -> new VolatilityMultipliers(1, 0.5, 0.6)),
                refused("trend must be in [0, 1], was 2", () -> new RegimeMultipliers(2, 1, 1)),
                refused("range must be in [0, 1], was 2", () -> new RegimeMultipliers(1, 2, 1)),
                refused("choppy must be in [0, 1], was 2", () -> new RegimeMultipliers(1, 1, 2)),
                refused(
                        "stop_drawdown_pct must be greater than 0 and at most 100, was 150",
                        () -> new DrawdownTiers(5, 0.5, 10, 0.25, 150)),
                refused(
                        "second_drawdown_pct must be greater than 0 and at most 15, was 20",
                        () -> new DrawdownTiers(5, 0.5, 20, 0.25, 15)),
                refused(
                        "first_drawdown_pct must be greater than 0 and at most 10, was 0",
                        () -> new DrawdownTiers(0, 0.5, 10, 0.25, 15)),
                refused("first_multiplier must be in [0, 1], was 5", () -> new DrawdownTiers(5, 5, 10, 0.25, 15)),
                refused("second_multiplier must be in [0, 1], was -1", () -> new DrawdownTiers(5, 0.5, 10, -1, 15)),
                refused(
                        "second_multiplier must not exceed first_multiplier (0.5), was 0.75",
                        () -> new DrawdownTiers(5, 0.5, 10, 0.75, 15)),
                refused(
                        "scalp_atr_multiple must be greater than 0 and at most 100, was 0",
                        () -> new StopRule(0, 2, 3, 1.25)),
                refused(
                        "swing_atr_multiple must be greater than 0 and at most 100, was -2",
                        () -> new StopRule(1, -2, 3, 1.25)),
                refused(
                        "earnings_atr_multiple must be greater than 0 and at most 100, was 300",
                        () -> new StopRule(1, 2, 300, 1.25)),
                refused("choppy_stop_factor must be in [1, 100], was 0.8", () -> new StopRule(1, 2, 3, 0.8)),
                refused("max_recent_losses must be at least 1, was 0", () -> {
                    GuardianPolicy defaults = GuardianPolicy.defaults();
                    new GuardianPolicy(
                            defaults.baseRisk(),
                            defaults.volatility(),
                            defaults.regimes(),
                            defaults.drawdown(),
                            0,
                            defaults.stops());
                }));
    }

    private static Arguments refused(String message, ThrowingCallable construction) {
        return Arguments.of(message, construction);
    }
}
