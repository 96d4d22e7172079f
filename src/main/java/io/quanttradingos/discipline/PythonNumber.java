package io.quanttradingos.discipline;

import io.quanttradingos.table.DecimalText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as Python writes, rounds and reads them, which the original system's texts and scores depend on. */
final class PythonNumber {
    private static final Pattern FLOAT = Pattern.compile(
            "[+-]?(?:\\d+(?:_\\d+)*\\.?(?:\\d+(?:_\\d+)*)?|\\.\\d+(?:_\\d+)*)(?:[eE][+-]?\\d+(?:_\\d+)*)?");

    private PythonNumber() {}

    /**
     * {@code f"{value:.2f}"} or, with commas, {@code f"{value:,.2f}"}: half to even on the exact binary value, the sign
     * of a negative zero kept, {@code inf} and {@code nan} in words.
     */
    static String fixed(double value, int decimals, boolean commas) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        String sign = negative ? "-" : "";
        double magnitude = Math.abs(value);
        if (Double.isInfinite(magnitude)) {
            return sign + "inf";
        }
        String digits = new BigDecimal(magnitude)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        return sign + (commas ? DecimalText.grouped(digits) : digits);
    }

    /** {@code round(value, 2)} of a finite number: half to even on the exact binary value. */
    static double roundedToCents(double value) {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** {@code float(text)}; empty where Python raises an error. NaN and infinity are numbers here. */
    static OptionalDouble parse(String text) {
        String stripped = text.strip();
        return switch (stripped.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default ->
                FLOAT.matcher(stripped).matches()
                        ? OptionalDouble.of(Double.parseDouble(stripped.replace("_", "")))
                        : OptionalDouble.empty();
        };
    }
}
