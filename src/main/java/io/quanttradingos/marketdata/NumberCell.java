package io.quanttradingos.marketdata;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads numbers that are not plain: quoted, signed, with a currency sign, with thousands marks, very long, or with an
 * exponent. The value is the one {@link Double#parseDouble} gives the digits, and needs no text for it but where there are
 * more than 19 of them or an exponent.
 */
final class NumberCell {
    private static final byte[][] CURRENCIES = {
        {'$'},
        "€".getBytes(StandardCharsets.UTF_8),
        "£".getBytes(StandardCharsets.UTF_8),
        "¥".getBytes(StandardCharsets.UTF_8)
    };
    private static final int GROUP = 3;
    private static final int NO_MARK = -1;

    private int digitsSeen;
    private int significant;
    private int fraction;
    private long digits;
    private boolean inDecimals;
    /** Digits since the last thousands mark. */
    private int sinceMark;

    /** The number in {@code bytes[from, to)}; {@link Double#NaN} where it is none in that style. */
    double read(byte[] bytes, int from, int to, NumberStyle style) {
        boolean signed = from < to && (bytes[from] == '-' || bytes[from] == '+');
        int start = afterCurrency(bytes, signed ? from + 1 : from, to);
        int stopped = digits(bytes, start, to, style);
        boolean whole = stopped == to && digitsSeen > 0 && groupIsWhole();
        boolean fits = significant <= CorrectRounding.MOST_DIGITS && fraction <= CorrectRounding.MOST_FRACTION_DIGITS;
        double value = whole && fits
                ? (digits == 0 ? 0 : CorrectRounding.divide(digits, fraction))
                : byText(bytes, start, to, stopped, style, whole);
        return signed && bytes[from] == '-' ? -value : value;
    }

    private static int afterCurrency(byte[] bytes, int from, int to) {
        for (byte[] sign : CURRENCIES) {
            int behind = from + sign.length;
            if (behind <= to && Arrays.equals(bytes, from, behind, sign, 0, sign.length)) {
                return behind;
            }
        }
        return from;
    }

    /** Takes digits and marks in; the place of the first byte that is neither, or a mark in a wrong place. */
    private int digits(byte[] bytes, int start, int to, NumberStyle style) {
        digitsSeen = 0;
        significant = 0;
        fraction = 0;
        digits = 0;
        inDecimals = false;
        sinceMark = NO_MARK;
        int p = start;
        while (p < to && (isDigit(bytes[p]) ? take(bytes[p] - '0') : mark(bytes[p], bytes[start], style))) {
            p++;
        }
        return p;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private boolean take(int digit) {
        digitsSeen++;
        significant += significant > 0 || digit > 0 ? 1 : 0;
        digits = digits * 10 + digit;
        if (inDecimals) {
            fraction++;
        } else if (sinceMark != NO_MARK) {
            sinceMark++;
        }
        return true;
    }

    private boolean mark(byte octet, byte first, NumberStyle style) {
        if (inDecimals) {
            return false;
        }
        if (octet == style.decimal) {
            inDecimals = groupIsWhole();
            return inDecimals;
        }
        boolean begins =
                sinceMark == NO_MARK ? digitsSeen >= 1 && digitsSeen <= GROUP && first != '0' : sinceMark == GROUP;
        if (octet != style.thousands || style == NumberStyle.PLAIN || !begins) {
            return false;
        }
        sinceMark = 0;
        return true;
    }

    private boolean groupIsWhole() {
        return sinceMark == NO_MARK || sinceMark == GROUP;
    }

    private double byText(byte[] bytes, int start, int to, int stopped, NumberStyle style, boolean whole) {
        boolean exponent = stopped < to && (bytes[stopped] | 0x20) == 'e' && digitsSeen > 0 && sinceMark == NO_MARK;
        if ((!whole && !exponent) || to - start > CellText.LONGEST_NUMBER) {
            return Double.NaN;
        }
        String text = new String(bytes, start, to - start, StandardCharsets.ISO_8859_1);
        if (style != NumberStyle.PLAIN) {
            text = text.replace(String.valueOf((char) style.thousands), "").replace((char) style.decimal, '.');
        }
        return CellText.isNumber(text) ? Double.parseDouble(text) : Double.NaN;
    }
}
