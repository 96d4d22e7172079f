package io.quanttradingos.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardianRequestTest {
    @Test
    void only_the_account_must_be_given() {
        GuardianRequest request = GuardianRequest.of(25_000.0, null, null, null, null, null, null, null);

        assertThat(request)
                .isEqualTo(new GuardianRequest(
                        25_000, 0, VolatilityLevel.NORMAL, TradingRegime.RANGE, TradeType.SWING, 0, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "trend,trend",
        "Range,range",
        "CHOPPY,choppy",
        "Risk-On / Low Vol / Uptrend / Healthy Breadth,trend",
        "Risk-Off / Low Vol / Downtrend / Weak Breadth,trend",
        "Risk-On / High Vol / Uptrend / Healthy Breadth,choppy",
        "chop,choppy",
        "ranging,choppy",
        "ranging uptrend,choppy",
        "Low Vol / Weak Breadth,range",
        "trending,range",
        "sideways,range",
        "'',range",
    })
    void a_regime_is_one_of_three_names_or_a_market_label(String text, String expected) {
        assertThat(TradingRegime.of(text)).hasToString(expected);
    }

    @Test
    void names_are_read_in_any_case_whatever_the_language_of_the_machine() {
        GuardianRequest request = GuardianRequest.of(1.0, null, "HIGH", null, "Swing", null, null, null);

        assertThat(request.volatility()).isEqualTo(VolatilityLevel.HIGH);
        assertThat(request.tradeType()).isEqualTo(TradeType.SWING);
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> GuardianRequest.of(-5.0, 101.0, "wild", "trend", "yolo", -1, 0.0, Double.NaN));

        assertThat(refusal.detail()).isEqualTo("request account_size must be greater than 0, was -5 (and 6 more)");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID_INPUT);
        assertThat(refusal.problems())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "request account_size must be greater than 0, was -5",
                        "request drawdown_pct must be in [0, 100], was 101",
                        "request recent_losses must be at least 0, was -1",
                        "request price must be greater than 0, was 0",
                        "request atr must be greater than 0, was NaN",
                        "request volatility must be one of low, normal, high, was 'wild'",
                        "request trade_type must be one of scalp, swing, earnings, was 'yolo'");
    }

    @Test
    void a_missing_account_and_an_absurd_one_are_refused() {
        assertThatThrownBy(() -> GuardianRequest.of(null, null, null, null, null, null, null, null))
                .isInstanceOf(Refusal.class)
                .hasMessage("request account_size must be given");
        assertThatThrownBy(() -> GuardianRequest.of(1e16, null, null, null, null, null, null, null))
                .isInstanceOf(Refusal.class)
                .hasMessage("request account_size must be at most 1e15, was 1.0E16");
    }
}
