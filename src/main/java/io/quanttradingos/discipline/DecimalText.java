package io.quanttradingos.discipline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Finite numbers as people write and read them: {@code 1e5} in, {@code 100,000} out. */
final class DecimalText {
    private static final MathContext TEN_DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

    private DecimalText() {}

    /** Empty where the text is no finite decimal number; Java's own suffixes, hexadecimal and NaN are none. */
    static OptionalDouble parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && "+-.eE".indexOf(c) < 0) {
                return OptionalDouble.empty();
            }
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** The shortest decimal that is this number, thousands apart: {@code 1234.5} gives {@code 1,234.5}. */
    static String plain(double value) {
        String shortest = Double.toString(value);
        if (shortest.indexOf('E') >= 0) {
            return grouped(stripped(BigDecimal.valueOf(value)));
        }
        return grouped(shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest);
    }

    /**
     * A number that broke a limit, in two decimals, or in as many as ten digits where two would make it look equal to
     * the limit.
     */
    static String against(double limit, double value) {
        double rounded = Math.rint(value * 100) / 100;
        boolean blurred = rounded == limit || rounded == 0;
        return blurred ? grouped(stripped(BigDecimal.valueOf(value).round(TEN_DIGITS))) : plain(rounded);
    }

    private static String stripped(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Puts a comma before every third digit left of the point. */
    static String grouped(String plain) {
        int start = plain.startsWith("-") ? 1 : 0;
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        if (end - start <= 3) {
            return plain;
        }
        StringBuilder text = new StringBuilder(plain);
        for (int i = end - 3; i > start; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
