package io.quanttradingos.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each factor against values worked by hand from its definition. */
class AllocationRulesTest {
    private static final Offset<Double> EXACT = within(1e-15);

    @ParameterizedTest
    @CsvSource({"TRENDING,1", "RANGE,0.6", "RANGING,0.5", "CHOP,0.5", "DOWNTREND,0.4", "HIGH_VOL,0.35", "UNKNOWN,0.25"})
    void each_regime_has_its_share_of_full_size(RegimeKey regime, double expected) {
        assertThat(RegimeMultipliers.defaults().multiplier(regime)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,0.5,true", "0.1999,0.59995,true", "0.2,0.6,false", "0.5,0.75,false", "1,1,false"})
    void confidence_scales_from_a_half_to_one_and_blocks_below_a_fifth(
            double confidence, double expected, boolean blocks) {
        ConfidenceRule rule = ConfidenceRule.defaults();
        assertThat(rule.multiplier(confidence)).isCloseTo(expected, EXACT);
        assertThat(rule.blocks(confidence)).isEqualTo(blocks);
    }

    @ParameterizedTest
    @CsvSource({
        "0,1,false",
        "0.05,1,false",
        "0.08,0.8,false",
        "0.125,0.5,false",
        "0.185,0.1,false",
        "0.2,0,true",
        "1.3,0,true"
    })
    void drawdown_cuts_from_five_to_twenty_percent_and_blocks_there(double drawdown, double expected, boolean blocks) {
        DrawdownRule rule = DrawdownRule.defaults();
        assertThat(rule.multiplier(drawdown)).isCloseTo(expected, EXACT);
        assertThat(rule.blocks(drawdown)).isEqualTo(blocks);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,false", "0.9,1,false", "0.88,0.966666666666666667,false", "0.75,0.75,false", "0.66,0.6,false",
        "0.6,0.5,false", "0.55,0.5,false", "0.5,0.5,false", "0.4999,0,true", "0,0,true"
    })
    void discipline_falls_to_a_half_stays_there_and_ends_below_a_half(double score, double expected, boolean blocks) {
        DisciplineRule rule = DisciplineRule.defaults();
        assertThat(rule.multiplier(score)).isCloseTo(expected, EXACT);
        assertThat(rule.blocks(score)).isEqualTo(blocks);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0.15,1", "0.2,0.75", "0.3,0.5", "0.6,0.25", "1.5,0.1", "NaN,0.5"})
    void volatility_is_brought_down_to_fifteen_percent(double volatility, double expected) {
        assertThat(VolatilityRule.defaults().multiplier(volatility)).isCloseTo(expected, EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "STOPS,0,1,false",
        "STOPS,0.03,1,false",
        "STOPS,0.036,0.8,false",
        "STOPS,0.045,0.5,false",
        "STOPS,0.06,0,true",
        "STOPS,0.4,0,true",
        "VOLATILITY_PROXY,0.15,1,false",
        "VOLATILITY_PROXY,0.24,0.85,false",
        "VOLATILITY_PROXY,0.375,0.625,false",
        "VOLATILITY_PROXY,0.6,0.25,false",
        "VOLATILITY_PROXY,1,0.25,false"
    })
    void heat_has_a_scale_for_stops_and_one_for_the_estimate(
            HeatMethod method, double heat, double expected, boolean blocks) {
        HeatRule rule = HeatRule.defaults();
        assertThat(rule.multiplier(heat, method)).isCloseTo(expected, within(1e-14));
        assertThat(rule.blocks(heat, method)).isEqualTo(blocks);
    }

    @ParameterizedTest
    @CsvSource({
        "1,normal",
        "0.6,normal",
        "0.5999,reduced",
        "0.3,reduced",
        "0.2999,defensive",
        "4.9E-324,defensive",
        "0,halt"
    })
    void the_risk_mode_is_the_multiplier_in_one_word(double multiplier, String expected) {
        assertThat(RiskModeThresholds.defaults().mode(multiplier).key()).isEqualTo(expected);
    }

    @Test
    void the_ends_of_every_line_are_met_exactly() {
        assertThat(new ConfidenceRule(0.7, 0).multiplier(1)).isEqualTo(1);
        assertThat(DrawdownRule.defaults().multiplier(0.20)).isEqualTo(0);
        assertThat(DisciplineRule.defaults().multiplier(0.6)).isEqualTo(0.5);
        assertThat(HeatRule.defaults().multiplier(0.06, HeatMethod.STOPS)).isEqualTo(0);
        assertThat(HeatRule.defaults().multiplier(0.60, HeatMethod.VOLATILITY_PROXY))
                .isEqualTo(0.25);
    }
}
