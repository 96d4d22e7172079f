package io.quanttradingos.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimeKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Risk-On / Low Vol / Uptrend / Healthy Breadth,trending,trending",
        "Risk-On / Low Vol / Uptrend / Weak Breadth,trending,trending",
        "Risk-Off / Low Vol / Downtrend / Weak Breadth,downtrend,ranging",
        "Risk-Off / Normal Vol / Downtrend / Healthy Breadth,downtrend,ranging",
        "Risk-Off / High Vol / Downtrend / Weak Breadth,high_vol,high_vol",
        "Risk-On / High Vol / Uptrend / Healthy Breadth,high_vol,high_vol",
        "High Volatility,high_vol,high_vol",
        "Low Vol,trending,trending",
        "Low Vol / Weak Breadth,chop,chop",
        "NORMAL VOL / CHOPPY,trending,trending",
        "low/normal vol / downtrend,downtrend,ranging",
        "Choppy,ranging,ranging",
        "ranging,ranging,ranging",
        "Uptrend,unknown,unknown",
        "Downtrend,unknown,unknown",
        "trending,unknown,unknown",
        "'',unknown,unknown",
    })
    void a_label_has_one_key_and_only_the_calm_downtrend_differs_from_the_original(
            String label, String standard, String seed) {
        assertThat(RegimeKey.ofLabel(label).key()).isEqualTo(standard);
        assertThat(RegimeKey.ofLabelAsSeed(label).key()).isEqualTo(seed);
    }

    @Test
    void a_missing_label_is_unknown() {
        assertThat(RegimeKey.ofLabel(null)).isEqualTo(RegimeKey.UNKNOWN);
        assertThat(RegimeKey.ofLabelAsSeed(null)).isEqualTo(RegimeKey.UNKNOWN);
    }

    @Test
    void a_key_is_written_as_such() {
        assertThat(RegimeKey.HIGH_VOL).hasToString("high_vol");
        assertThat(HeatMethod.VOLATILITY_PROXY).hasToString("volatility_proxy");
        assertThat(RiskMode.DEFENSIVE).hasToString("defensive");
        assertThat(Factor.DISCIPLINE).hasToString("discipline");
    }
}
