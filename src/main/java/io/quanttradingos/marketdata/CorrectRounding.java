package io.quanttradingos.marketdata;

import java.math.BigInteger;

/**
 * Turns decimal digits into the nearest double, ties to even, as {@link Double#parseDouble} does but without a text.
 *
 * <p>Two ways, both exact: up to 2^53 the digits and the power of ten are doubles themselves and one division rounds
 * once (Clinger, How to Read Floating Point Numbers Accurately, 1990); beyond, the digits are multiplied by a 128-bit
 * reciprocal (Lemire, Number Parsing at a Gigabyte per Second, 2021; Mushtak and Lemire 2023 prove that for these
 * exponents no digits exist for which 128 bits leave the rounding open).
 */
final class CorrectRounding {
    /** The most digits after the decimal point that {@link #divide} accepts. */
    static final int MOST_FRACTION_DIGITS = 22;

    /** The most digits that fit an unsigned long whatever they are. */
    static final int MOST_DIGITS = 19;

    private static final double[] POWERS_OF_TEN = new double[MOST_FRACTION_DIGITS + 1];
    private static final long[] RECIPROCAL_HIGH = new long[MOST_FRACTION_DIGITS + 1];
    private static final long[] RECIPROCAL_LOW = new long[MOST_FRACTION_DIGITS + 1];

    private static final int EXPONENT_BIAS = 1023;
    private static final int FRACTION_BITS = 52;
    private static final int FEWEST_DIGITS_WITHOUT_TIES = 5;

    static {
        POWERS_OF_TEN[0] = 1;
        for (int digits = 1; digits <= MOST_FRACTION_DIGITS; digits++) {
            POWERS_OF_TEN[digits] = Double.parseDouble("1e" + digits);
            BigInteger power = BigInteger.valueOf(5).pow(digits);
            // Rounded up to 128 significant bits; the top bit is set.
            BigInteger reciprocal = BigInteger.ONE
                    .shiftLeft(power.bitLength() + 127)
                    .divide(power)
                    .add(BigInteger.ONE);
            RECIPROCAL_HIGH[digits] = reciprocal.shiftRight(64).longValue();
            RECIPROCAL_LOW[digits] = reciprocal.longValue();
        }
    }

    private CorrectRounding() {}

    /**
     * The double nearest to {@code digits / 10^fractionDigits}.
     *
     * @param digits unsigned, not 0
     * @param fractionDigits 0 to {@value #MOST_FRACTION_DIGITS}
     */
    static double divide(long digits, int fractionDigits) {
        if (digits >>> 53 == 0) {
            return digits / POWERS_OF_TEN[fractionDigits];
        }
        return fractionDigits == 0 ? unsigned(digits) : multiplyByReciprocal(digits, fractionDigits);
    }

    private static double unsigned(long digits) {
        // Halving keeps the lost bit in the last place, so that the one rounding sees it.
        return digits >= 0 ? digits : 2 * (double) ((digits >>> 1) | (digits & 1));
    }

    private static double multiplyByReciprocal(long digits, int fractionDigits) {
        int shift = Long.numberOfLeadingZeros(digits);
        long factor = digits << shift;
        long high = multiplyHigh(factor, RECIPROCAL_HIGH[fractionDigits]);
        long low = factor * RECIPROCAL_HIGH[fractionDigits];
        long carried = low + multiplyHigh(factor, RECIPROCAL_LOW[fractionDigits]);
        if (Long.compareUnsigned(carried, low) < 0) {
            high++;
        }
        int top = (int) (high >>> 63);
        int dropped = top + 64 - FRACTION_BITS - 3;
        long mantissa = high >>> dropped;
        if (fractionDigits < FEWEST_DIGITS_WITHOUT_TIES
                && (mantissa & 3) == 1
                && Long.compareUnsigned(carried, 1) <= 0
                && mantissa << dropped == high) {
            mantissa &= ~1L;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        // Adding carries a mantissa rounded up to a power of two into the exponent, as it should.
        long exponent = (long) binaryExponent(fractionDigits) + top - shift + EXPONENT_BIAS;
        return Double.longBitsToDouble(((exponent - 1) << FRACTION_BITS) + mantissa);
    }

    /** floor(log2(10^-fractionDigits)) + 63. */
    private static int binaryExponent(int fractionDigits) {
        return ((217_706 * -fractionDigits) >> 16) + 63;
    }

    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
