package io.quanttradingos.backtest.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    private static double read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return NumberText.read(bytes, 0, bytes.length);
    }

    /** Expected by pandas 1.5.3; the nearest double is one unit further in each of the first six. */
    @ParameterizedTest
    @CsvSource({
        "94573.39150008063608377835, 94573.39150008064",
        "30260.374068124158683449, 30260.37406812416",
        "68280.57070499962283, 68280.57070499961",
        "46765.50889957903289, 46765.50889957903",
        "98484.31341136571200, 98484.31341136573",
        "15475.21363776233478963, 15475.213637762334",
        "0.000000000000000000012345, 0.0",
        "12345678901234567890, 1.2345678901234567E19",
        "17976931348623157e292, 1.7976931348623157E308",
        "1e-400, 0.0",
        "1e-320, 1e-320",
        "+.5e-3, 0.0005",
        "5., 5.0",
        "-Inf, -Infinity"
    })
    void keeps_seventeen_digits_as_the_original_did(String text, double expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @Test
    void up_to_fifteen_digits_are_the_nearest_double() {
        Random random = new Random(3);
        for (int run = 0; run < 50_000; run++) {
            String digits = String.valueOf(Math.abs(random.nextLong()) % 1_000_000_000_000_000L);
            int point = random.nextInt(digits.length() + 1);
            String text =
                    (random.nextBoolean() ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point);
            assertThat(read(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void longer_numbers_and_powers_of_ten_differ_from_the_nearest_double_in_the_last_places_only() {
        Random random = new Random(4);
        for (int run = 0; run < 50_000; run++) {
            String text =
                    String.format(Locale.ROOT, "%.18e", random.nextDouble() * Math.pow(10, random.nextInt(500) - 250));
            double exact = Double.parseDouble(text);
            assertThat(read(text)).as(text).isCloseTo(exact, within(4 * Math.ulp(exact)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "abc", "1,234.5", "1_000", "1e", "1e+", "1.2.3", "12abc", "0x10", "1 2", "1e400", "nan",
                "$5", "--5"
            })
    void anything_else_is_no_number(String text) {
        assertThat(read(text)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "1_000, 1000",
        "' 5 ', 5",
        "1e400, Infinity",
        "-INF, -Infinity",
        "NAN, NaN",
        "94573.39150008063608377835, 94573.39150008063"
    })
    void python_takes_more_and_rounds_to_the_nearest(String text, double expected) {
        assertThat(PythonFloat.of(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1__0", "_1", "1_", "1,000", "None", "True", "0x10", "1d", "1f"})
    void python_refuses_the_rest(String text) {
        assertThat(PythonFloat.of(text)).isEmpty();
    }
}
