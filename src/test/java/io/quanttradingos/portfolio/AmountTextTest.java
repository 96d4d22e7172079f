package io.quanttradingos.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5       | 1234.5",
                "-100         | -100",
                "+7           | 7",
                ".5           | 0.5",
                "5.           | 5",
                "1E+05        | 100000",
                "$1,234.50    | 1234.5",
                "-$1,234.50   | -1234.5",
                "€ 12         | 12",
                "12 €         | 12",
                "(100)        | -100",
                "($1,234.50)  | -1234.5",
                "\u2212100    | -100",
                "1,234,567    | 1234567"
            })
    void an_amount_is_read_as_people_write_it(String text, double amount) {
        assertThat(AmountText.read(text, true)).isEqualTo(amount);
    }

    @Test
    void a_comma_that_could_be_either_is_refused_unless_the_file_shows_points() {
        assertThat(AmountText.read("1,234", true)).isEqualTo(1234);
        assertThatThrownBy(() -> AmountText.read("1,234", false))
                .hasMessage("could mean 1234 or 1.234, was '1,234'; write one of these");
        assertThat(AmountText.read("1,234,567", false)).isEqualTo(1_234_567);
        assertThat(AmountText.read("1,234.5", false)).isEqualTo(1234.5);
    }

    @Test
    void no_thousands_begin_with_a_nought() {
        assertThatThrownBy(() -> AmountText.read("0,500", true))
                .hasMessage("needs a decimal point instead of a comma, was '0,500'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.50", "$3.1", "1,234.50", "0.1234"})
    void a_point_before_other_than_three_digits_is_a_decimal_point(String text) {
        assertThat(AmountText.hasDecimalPoint(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "12", "1.234.567", "1.234,50", ""})
    void a_point_that_may_part_thousands_shows_nothing(String text) {
        assertThat(AmountText.hasDecimalPoint(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "$", "1 234", "12,34,567", "1e", "1.2.3", "12%", "$$5", "1d", "١٢"})
    void anything_else_is_no_number(String text) {
        assertThatThrownBy(() -> AmountText.read(text, true))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("was '" + text + "'");
    }

    @Test
    void an_endless_cell_is_refused_at_once_and_shown_in_part() {
        String digits = "1,111".repeat(200_000);
        assertThatThrownBy(() -> AmountText.read(digits, true))
                .hasMessage("must be a number such as 1234.5, was '" + digits.substring(0, 40) + "…'");
        assertThat(AmountText.hasDecimalPoint("1.1".repeat(200_000))).isFalse();
    }
}
