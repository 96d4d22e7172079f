package io.quanttradingos.backtest.seed;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as Python's {@code float(text)} reads them: the nearest double, {@code 1_000} and {@code inf} included. */
final class PythonFloat {
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:\\d+(?:_\\d+)*\\.?(?:\\d+(?:_\\d+)*)?|\\.\\d+(?:_\\d+)*)(?:[eE][+-]?\\d+(?:_\\d+)*)?");

    private PythonFloat() {}

    /** The number; empty where Python raises an error. */
    static OptionalDouble of(String text) {
        String bare = text.strip();
        return switch (bare.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default ->
                NUMBER.matcher(bare).matches()
                        ? OptionalDouble.of(Double.parseDouble(bare.replace("_", "")))
                        : OptionalDouble.empty();
        };
    }
}
