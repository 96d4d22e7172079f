package io.quanttradingos.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o-mini", "meta-llama/Llama-3.1-8B", "qwen2.5:7b"})
    void a_model_is_named_as_its_service_names_it(String model) {
        assertThat(new ModelSettings(model, 0.0, 1, 1).format()).isEqualTo(AnswerFormat.JSON_SCHEMA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "é"})
    void a_name_of_other_characters_is_refused(String model) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelSettings(model, 0.0, 1, 1))
                .withMessage("the model must be named in 1 to 200 visible ASCII characters, was " + model);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 2.1, Double.NaN})
    void a_temperature_is_between_none_and_two(double temperature) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelSettings("m", temperature, 1, 1))
                .withMessage("the temperature must be in [0, 2], was " + temperature);
    }

    @Test
    void tokens_are_at_least_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelSettings("m", null, 0, 1))
                .withMessage("an answer must have room for a token, was given 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelSettings("m", null, 1, 0))
                .withMessage("a day must have room for a token, was given 0");
    }

    @Test
    void token_uses_add_up_and_what_is_unknown_stays_so() {
        TokenUse some = new TokenUse(3, 4);

        assertThat(some.plus(TokenUse.NONE)).isEqualTo(some);
        assertThat(some.plus(some)).isEqualTo(new TokenUse(6, 8));
        assertThat(some.plus(TokenUse.UNKNOWN)).isEqualTo(new TokenUse(3, 4, false));
        assertThat(some.total()).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenUse(-1, 0));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new TokenUse(Integer.MAX_VALUE, 0).plus(some));
    }
}
