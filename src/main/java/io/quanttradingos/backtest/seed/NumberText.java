package io.quanttradingos.backtest.seed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Numbers as the original's table library reads them from a cell.
 *
 * <p>It keeps 17 digits and scales once by a power of ten, so that from the 16th digit on the last bit may differ from the
 * nearest double.
 */
final class NumberText {
    /** Cells that stand for nothing. */
    private static final Set<String> MISSING = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "n/a",
            "nan",
            "null");

    private static final int LONGEST_MISSING = 8;

    private static final int MOST_DIGITS = 17;
    private static final int MOST_EXPONENT_DIGITS = 9;
    private static final int LARGEST_EXPONENT = 308;
    private static final double[] POWERS_OF_TEN = new double[LARGEST_EXPONENT + 1];

    static {
        for (int exponent = 0; exponent <= LARGEST_EXPONENT; exponent++) {
            POWERS_OF_TEN[exponent] = Double.parseDouble("1e" + exponent);
        }
    }

    private NumberText() {}

    static boolean isMissing(byte[] bytes, int from, int to) {
        return to - from <= LONGEST_MISSING && MISSING.contains(text(bytes, from, to));
    }

    /** The number of a cell in a column of numbers; NaN where it is none. Blanks around it are allowed. */
    static double read(byte[] bytes, int from, int to) {
        int p = skipBlanks(bytes, from, to);
        boolean negative = p < to && bytes[p] == '-';
        double magnitude = magnitude(bytes, isSign(bytes, p, to) ? p + 1 : p, to);
        if (Double.isNaN(magnitude)) {
            return word(bytes, from, to);
        }
        return negative ? -magnitude : magnitude;
    }

    private static double magnitude(byte[] bytes, int from, int to) {
        double number = 0;
        int digits = 0;
        int exponent = 0;
        int p = from;
        for (; p < to && isDigit(bytes[p]); p++) {
            if (digits < MOST_DIGITS) {
                number = number * 10 + (bytes[p] - '0');
                digits++;
            } else {
                exponent++;
            }
        }
        if (p < to && bytes[p] == '.') {
            for (p++; p < to && isDigit(bytes[p]); p++) {
                if (digits < MOST_DIGITS) {
                    number = number * 10 + (bytes[p] - '0');
                    digits++;
                    exponent--;
                }
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        return p == to ? scaled(number, exponent) : withExponent(number, exponent, bytes, p, to);
    }

    private static double withExponent(double number, int shift, byte[] bytes, int from, int to) {
        int p = from;
        int exponent = 0;
        if (bytes[p] == 'e' || bytes[p] == 'E') {
            boolean negative = p + 1 < to && bytes[p + 1] == '-';
            int first = isSign(bytes, p + 1, to) ? p + 2 : p + 1;
            for (p = first; p < to && isDigit(bytes[p]); p++) {
                exponent = p - first < MOST_EXPONENT_DIGITS ? exponent * 10 + (bytes[p] - '0') : exponent;
            }
            if (p == first) {
                return Double.NaN;
            }
            exponent = negative ? -exponent : exponent;
        }
        return skipBlanks(bytes, p, to) == to ? scaled(number, shift + exponent) : Double.NaN;
    }

    /** The number times a power of ten; NaN where that is past the largest double. */
    private static double scaled(double number, int exponent) {
        if (exponent <= 0 && exponent >= -LARGEST_EXPONENT) {
            return number / POWERS_OF_TEN[-exponent];
        }
        if (exponent > LARGEST_EXPONENT) {
            return Double.NaN;
        }
        if (exponent < -2 * LARGEST_EXPONENT) {
            return 0;
        }
        if (exponent < 0) {
            return number / POWERS_OF_TEN[-LARGEST_EXPONENT - exponent] / POWERS_OF_TEN[LARGEST_EXPONENT];
        }
        double large = number * POWERS_OF_TEN[exponent];
        return Double.isInfinite(large) ? Double.NaN : large;
    }

    private static double word(byte[] bytes, int from, int to) {
        return to - from > "-infinity".length()
                ? Double.NaN
                : switch (text(bytes, from, to).toLowerCase(Locale.ROOT)) {
                    case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
                    case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                    default -> Double.NaN;
                };
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && isBlank(bytes[p])) {
            p++;
        }
        return p;
    }

    private static boolean isSign(byte[] bytes, int p, int to) {
        return p < to && (bytes[p] == '-' || bytes[p] == '+');
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || (octet >= '\t' && octet <= '\r');
    }
}
