package io.quanttradingos.marketdata;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest plain decimal that reads back as a given double.
 *
 * <p>{@link Double#toString} would do from Java 19 on; before, it sometimes writes a digit too many, and the same prices
 * must give the same file on every version.
 */
final class ShortestDecimal {
    private static final int MOST_SCALED_DIGITS = 9;
    private static final double LARGEST_EXACT = 0x1.0p53;
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private ShortestDecimal() {}

    static void append(StringBuilder out, double value) {
        for (int decimals = 0; decimals <= MOST_SCALED_DIGITS; decimals++) {
            double scaled = Math.rint(value * POWERS_OF_TEN[decimals]);
            if (scaled < 1) {
                continue;
            }
            if (scaled >= LARGEST_EXACT) {
                break;
            }
            // Both operands are exact, so this division rounds as reading the digits would.
            if (scaled / POWERS_OF_TEN[decimals] == value) {
                appendScaled(out, (long) scaled, decimals);
                return;
            }
        }
        out.append(bySearch(value));
    }

    private static void appendScaled(StringBuilder out, long scaled, int decimals) {
        int start = out.length();
        out.append(scaled);
        while (out.length() - start <= decimals) {
            out.insert(start, '0');
        }
        if (decimals > 0) {
            out.insert(out.length() - decimals, '.');
        }
    }

    private static String bySearch(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    private static String plain(BigDecimal decimal) {
        return decimal.stripTrailingZeros().toPlainString();
    }
}
