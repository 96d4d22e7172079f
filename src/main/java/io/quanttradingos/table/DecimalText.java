package io.quanttradingos.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Finite numbers as people write and read them: {@code 1e5} in, {@code 100,000} out. */
public final class DecimalText {
    private static final MathContext TEN_DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

    private static final int MOST_EXACT_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private DecimalText() {}

    /** Empty where the text is no finite decimal number; Java's own suffixes, hexadecimal and NaN are none. */
    public static OptionalDouble parse(String text) {
        double plain = plainNumber(text);
        if (!Double.isNaN(plain)) {
            return OptionalDouble.of(plain);
        }
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

    /**
     * A number of at most fifteen digits and a point, the shape of nearly all cells; NaN for any other text.
     *
     * <p>Both the digits and the power of ten are exact as a double, so their quotient is the nearest to what is written
     * (W. Clinger, "How to read floating point numbers accurately", 1990).
     */
    private static double plainNumber(String text) {
        if (text.isEmpty() || text.length() > MOST_EXACT_DIGITS + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int point = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + c - '0';
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        int written = text.length() - (point < 0 ? 0 : 1);
        boolean exact = written > 0 && written <= MOST_EXACT_DIGITS;
        return exact ? digits / POWERS_OF_TEN[point < 0 ? 0 : written - point] : Double.NaN;
    }

    /** The shortest decimal that is this number, thousands apart: {@code 1234.5} gives {@code 1,234.5}. */
    public static String plain(double value) {
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
    public static String against(double limit, double value) {
        double rounded = Math.rint(value * 100) / 100;
        boolean blurred = rounded == limit || rounded == 0;
        return blurred ? grouped(stripped(BigDecimal.valueOf(value).round(TEN_DIGITS))) : plain(rounded);
    }

    private static String stripped(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Puts a comma before every third digit left of the point. */
    public static String grouped(String plain) {
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
