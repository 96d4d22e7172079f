package io.quanttradingos.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected texts and numbers were printed by CPython 3.11. */
class PythonNumberTest {

    static Stream<Arguments> formatted() {
        return Stream.of(
                Arguments.of(0.125, "0.12", "0", "0.1"),
                Arguments.of(0.375, "0.38", "0", "0.4"),
                Arguments.of(2.675, "2.67", "3", "2.7"),
                Arguments.of(1.005, "1.00", "1", "1.0"),
                Arguments.of(0.5, "0.50", "0", "0.5"),
                Arguments.of(1.5, "1.50", "2", "1.5"),
                Arguments.of(2.5, "2.50", "2", "2.5"),
                Arguments.of(3.5, "3.50", "4", "3.5"),
                Arguments.of(1234567.5, "1234567.50", "1,234,568", "1234567.5"),
                Arguments.of(1234566.5, "1234566.50", "1,234,566", "1234566.5"),
                Arguments.of(999999.5, "999999.50", "1,000,000", "999999.5"),
                Arguments.of(999.5, "999.50", "1,000", "999.5"),
                Arguments.of(1000.0, "1000.00", "1,000", "1000.0"),
                Arguments.of(0.0, "0.00", "0", "0.0"),
                Arguments.of(-0.0, "-0.00", "-0", "-0.0"),
                Arguments.of(-0.001, "-0.00", "-0", "-0.0"),
                Arguments.of(-0.004999, "-0.00", "-0", "-0.0"),
                Arguments.of(-5000.5, "-5000.50", "-5,000", "-5000.5"),
                Arguments.of(1000000000000000.5, "1000000000000000.50", "1,000,000,000,000,000", "1000000000000000.5"),
                Arguments.of(
                        1e+22,
                        "10000000000000000000000.00",
                        "10,000,000,000,000,000,000,000",
                        "10000000000000000000000.0"),
                Arguments.of(123456789012345.67, "123456789012345.67", "123,456,789,012,346", "123456789012345.7"),
                Arguments.of(Double.POSITIVE_INFINITY, "inf", "inf", "inf"),
                Arguments.of(Double.NEGATIVE_INFINITY, "-inf", "-inf", "-inf"),
                Arguments.of(Double.NaN, "nan", "nan", "nan"),
                Arguments.of(0.045, "0.04", "0", "0.0"),
                Arguments.of(0.055, "0.06", "0", "0.1"),
                Arguments.of(0.005, "0.01", "0", "0.0"),
                Arguments.of(0.015, "0.01", "0", "0.0"),
                Arguments.of(100.245, "100.25", "100", "100.2"),
                Arguments.of(4.999999999999999, "5.00", "5", "5.0"),
                Arguments.of(0.3, "0.30", "0", "0.3"),
                Arguments.of(1e-320, "0.00", "0", "0.0"),
                Arguments.of(35.855, "35.85", "36", "35.9"),
                Arguments.of(8.345, "8.35", "8", "8.3"),
                Arguments.of(-1234567.891, "-1234567.89", "-1,234,568", "-1234567.9"),
                Arguments.of(49999.5, "49999.50", "50,000", "49999.5"),
                Arguments.of(50000.5, "50000.50", "50,000", "50000.5"),
                Arguments.of(
                        1.2345678901234567e+19,
                        "12345678901234567168.00",
                        "12,345,678,901,234,567,168",
                        "12345678901234567168.0"));
    }

    @ParameterizedTest
    @MethodSource("formatted")
    void formats_as_python_does(double value, String twoDecimals, String wholeWithCommas, String oneDecimal) {
        assertThat(PythonNumber.fixed(value, 2, false)).isEqualTo(twoDecimals);
        assertThat(PythonNumber.fixed(value, 0, true)).isEqualTo(wholeWithCommas);
        assertThat(PythonNumber.fixed(value, 1, false)).isEqualTo(oneDecimal);
    }

    @ParameterizedTest
    @CsvSource({
        "0.625, 0.62",
        "0.125, 0.12",
        "0.375, 0.38",
        "0.875, 0.88",
        "2.675, 2.67",
        "1.005, 1.0",
        "0.335, 0.34",
        "0.665, 0.67",
        "0.555, 0.56",
        "0.005, 0.01",
        "-0.125, -0.12",
        "-3.0, -3.0",
        "0.7949999999999999, 0.79",
        "0.5625, 0.56",
        "0.935, 0.94",
        "0.045, 0.04"
    })
    void rounds_to_two_places_as_python_does(double value, double rounded) {
        assertThat(PythonNumber.roundedToCents(value)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "1_000, 1000",
        "' 12 ', 12",
        "1e5, 100000",
        ".5, 0.5",
        "5., 5",
        "' +.5e-3 ', 0.0005",
        "inf, Infinity",
        "-Infinity, -Infinity",
        "NaN, NaN",
        "'nan ', NaN",
        "1e999, Infinity"
    })
    void reads_what_python_reads(String text, double value) {
        assertThat(PythonNumber.parse(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1__0", "_1", "1_", "0x10", "12d", ".", "1,000", "", " ", "1e", "--1", "LONG"})
    void reads_no_number_where_python_raises(String text) {
        assertThat(PythonNumber.parse(text)).isEmpty();
    }
}
