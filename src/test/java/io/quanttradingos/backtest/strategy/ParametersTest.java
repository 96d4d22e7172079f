package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    private static final StrategyKind KIND = StrategyKind.named("made_up", "Made up.")
            .with(Parameter.integer("fast", 20, 1, 5_000, "a"))
            .with(Parameter.integer("slow", 50, 2, 5_000, "b"))
            .with(Parameter.number("width", 2, 0.1, 10, "c"))
            .with(Parameter.flag("allow_short", "d"))
            .with(Parameter.choice("unit", List.of("months", "weeks"), "e"))
            .with(Parameter.symbol("refuge", "f"))
            .with(Parameter.map("weights", Map.of(), 0, 1, "g"))
            .whereLess("fast", "slow")
            .madeBy(parameters -> (history, desk) -> {});

    @Test
    void what_is_not_given_has_its_default_and_all_are_echoed_in_the_declared_order() {
        assertThat(Parameters.of(KIND).toString())
                .isEqualTo(
                        "made_up {fast=20, slow=50, width=2.0, allow_short=false, unit=months, refuge=, weights={}}");
        assertThat(Parameters.of(KIND, Map.of("slow", 60)).asMap().keySet())
                .containsExactly("fast", "slow", "width", "allow_short", "unit", "refuge", "weights");
    }

    @Test
    void a_null_stands_for_the_default() {
        Map<String, Object> given = new HashMap<>();
        given.put("fast", null);

        assertThat(Parameters.of(KIND, given)).isEqualTo(Parameters.of(KIND));
    }

    @Test
    void numbers_truth_values_and_maps_may_be_text() {
        Parameters typed = Parameters.of(
                KIND,
                Map.of(
                        "fast",
                        5,
                        "width",
                        1.5,
                        "allow_short",
                        true,
                        "unit",
                        "weeks",
                        "refuge",
                        "TLT",
                        "weights",
                        Map.of("SPY", 0.6, "TLT", 0.4)));
        Parameters written = Parameters.of(
                KIND,
                Map.of(
                        "fast", " 5 ",
                        "width", "15e-1",
                        "allow_short", "True",
                        "unit", "WEEKS",
                        "refuge", "tlt",
                        "weights", "TLT:0.4, SPY:.6"));

        assertThat(written).isEqualTo(typed).hasSameHashCodeAs(typed);
        assertThat(written.toString()).isEqualTo(typed.toString());
        assertThat(written.integer("fast")).isEqualTo(5);
        assertThat(written.number("fast")).isEqualTo(5.0);
        assertThat(written.number("width")).isEqualTo(1.5);
        assertThat(written.flag("allow_short")).isTrue();
        assertThat(written.text("unit")).isEqualTo("weeks");
        assertThat(written.map("weights")).containsExactly(Map.entry("SPY", 0.6), Map.entry("TLT", 0.4));
    }

    @Test
    void whole_numbers_of_any_type_are_integers() {
        for (Object five : List.of(5, 5L, 5.0, 5.0f, new BigDecimal("5.00"), "5", "5.0")) {
            assertThat(Parameters.of(KIND, Map.of("fast", five)).integer("fast"))
                    .as("%s", five.getClass())
                    .isEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fast | 5.5 | made_up fast must be an integer from 1 to 5000, was '5.5'",
                "fast | 0 | made_up fast must be an integer from 1 to 5000, was '0'",
                "fast | 99999999999 | made_up fast must be an integer from 1 to 5000, was '99999999999'",
                "fast | five | made_up fast must be an integer from 1 to 5000, was 'five'",
                "fast | 0x5 | made_up fast must be an integer from 1 to 5000, was '0x5'",
                "fast | NaN | made_up fast must be an integer from 1 to 5000, was 'NaN'",
                "fast | 5d | made_up fast must be an integer from 1 to 5000, was '5d'",
                "width | 10.5 | made_up width must be a number from 0.1 to 10, was '10.5'",
                "width | Infinity | made_up width must be a number from 0.1 to 10, was 'Infinity'",
                "allow_short | 1 | made_up allow_short must be true or false, was '1'",
                "unit | years | made_up unit must be one of months, weeks, was 'years'",
                "refuge | a b | made_up refuge must be a symbol, or empty for none, was 'a b'",
                "weights | SPY | 'made_up weights must be numbers from 0 to 1 by name such as {\"A\": 0.6, \"B\": 0.4},"
                        + " was ''SPY'''",
                "weights | SPY:2 | 'made_up weights must be numbers from 0 to 1 by name such as {\"A\": 0.6, \"B\":"
                        + " 0.4}, was ''SPY:2'''",
                "weights | SPY:.5,SPY:.5 | 'made_up weights must be numbers from 0 to 1 by name such as {\"A\": 0.6,"
                        + " \"B\": 0.4}, was ''SPY:.5,SPY:.5'''",
                "fats | 5 | made_up fats is not a parameter; did you mean fast?",
                "leverage_of_all | 5 | 'made_up leverage_of_all is not a parameter; known are fast, slow, width,"
                        + " allow_short, unit, refuge, weights'",
                "fast | 50 | 'made_up fast must be less than slow (50), was 50'",
                "slow | 3 | 'made_up fast must be less than slow (3), was 20'"
            })
    void a_wrong_value_is_refused_with_what_was_expected_and_seen(String name, String value, String message) {
        assertThatThrownBy(() -> Parameters.of(KIND, Map.of(name, value)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID_INPUT);
                    assertThat(refusal.detail()).isEqualTo(message);
                });
    }

    @Test
    void values_of_a_wrong_type_are_refused() {
        for (Object wrong : List.of(List.of(5), Map.of("a", 1), true, Double.NaN)) {
            assertThatThrownBy(() -> Parameters.of(KIND, Map.of("fast", wrong)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("made_up fast must be an integer from 1 to 5000, was ");
        }
        assertThatThrownBy(() -> Parameters.of(KIND, Map.of("weights", List.of(0.5))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("made_up weights must be numbers");
    }

    @Test
    void what_is_too_long_to_show_is_cut() {
        String endless = "x".repeat(100_000);

        assertThatThrownBy(() -> Parameters.of(KIND, Map.of("fast", endless)))
                .hasMessage("made_up fast must be an integer from 1 to 5000, was '" + "x".repeat(60) + "…'");
        assertThatThrownBy(() -> Parameters.of(KIND, Map.of(endless, 1)))
                .hasMessageStartingWith("made_up " + "x".repeat(60) + "… is not a parameter; known are fast");
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertThatThrownBy(() -> Parameters.of(KIND, Map.of("fast", 0, "slow", -1, "wdth", 3)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(InputProblem::column)
                                .containsExactly("wdth", "fast", "slow"));
    }

    @Test
    void one_value_is_changed_under_the_same_rules() {
        Parameters changed = Parameters.of(KIND).with("fast", 30);

        assertThat(changed).isEqualTo(Parameters.of(KIND, Map.of("fast", 30))).isNotEqualTo(Parameters.of(KIND));
        assertThatThrownBy(() -> changed.with("slow", 30))
                .isInstanceOf(Refusal.class)
                .hasMessage("made_up fast must be less than slow (30), was 30");
    }

    @Test
    void the_echo_cannot_be_written_to() {
        Map<String, Object> echo = Parameters.of(KIND).asMap();

        assertThatThrownBy(() -> echo.put("fast", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_default_must_be_allowed_itself() {
        assertThatThrownBy(() -> Parameter.integer("fast", 0, 1, 10, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fast may not have the default 0");
    }
}
