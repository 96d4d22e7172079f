package io.quanttradingos.marketdata;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a price cell says when it is not plain digits. */
final class CellText {
    /** Digits past any double's own; more are no price but an attack on the parser. */
    static final int LONGEST_NUMBER = 400;

    private static final String[] MISSING = {"", "na", "n/a", "#n/a", "null", "none", "-"};
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,5})?");
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("[+-]?[0-9.]+,[0-9]+|[0-9]{1,3}(,[0-9]{3})+\\.?[0-9]*");

    private CellText() {}

    /** Whether the cell is one of the ways to write that there is no price. */
    static boolean isMissing(byte[] bytes, int from, int to) {
        for (String word : MISSING) {
            if (word.length() == to - from && isSpelt(bytes, from, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpelt(byte[] bytes, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            byte octet = bytes[from + i];
            int lower = octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
            if (lower != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@link Double#parseDouble} may have it: that method alone would also take {@code 1f} and {@code 0x1p3}. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** What is wrong with a cell that is no number. */
    static String fault(String text, String shown) {
        String bare = text.replaceFirst("^[+-]", "").toLowerCase(Locale.ROOT);
        if (NOT_FINITE.contains(bare)) {
            return "is " + shown + "; leave the cell empty where there is no price";
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return "must be a number with a decimal point and no thousands marks, was '" + shown + "'";
        }
        return "must be a number, was '" + shown + "'";
    }
}
