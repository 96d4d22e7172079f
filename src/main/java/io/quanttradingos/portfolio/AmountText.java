package io.quanttradingos.portfolio;

import io.quanttradingos.failure.Shortened;
import java.util.regex.Pattern;

/**
 * Reads an amount as people and brokers write it: {@code 1234.5}, {@code $1,234.50}, {@code -100}, {@code (100)}.
 *
 * <p>A comma may part thousands or decimals. One that can only part thousands is dropped, one that can only part
 * decimals is refused with the spelling wanted; {@code 1,234} could be either and is read only where another amount of
 * the same file has a decimal point, because then a comma cannot be one too.
 */
final class AmountText {
    /** No amount is longer; a cell that is must not reach the patterns, which take their time over it. */
    private static final int LONGEST = 40;

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern EITHER = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
    private static final Pattern DECIMAL_POINT = Pattern.compile(".*\\d\\.(\\d{1,2}|\\d{4,})\\D*");
    private static final String SIGNS = "$€£¥";

    private AmountText() {}

    /** Whether the point in this text can only be a decimal point. */
    static boolean hasDecimalPoint(String text) {
        return text.length() <= LONGEST && DECIMAL_POINT.matcher(text).matches();
    }

    /**
     * The amount.
     *
     * @param commasPartThousands whether a comma is known not to be a decimal one
     * @throws NumberFormatException whose message ends a sentence that begins with the column's name
     */
    static double read(String text, boolean commasPartThousands) {
        String bare = text.length() <= LONGEST ? bare(text) : "";
        if (PLAIN.matcher(bare).matches()) {
            return Double.parseDouble(bare);
        }
        if (!THOUSANDS.matcher(bare).matches()) {
            throw new NumberFormatException(
                    bare.matches("[+-]?[\\d.]*,\\d+")
                            ? "needs a decimal point instead of a comma, was '" + shown(text) + "'"
                            : "must be a number such as 1234.5, was '" + shown(text) + "'");
        }
        if (EITHER.matcher(bare).matches() && !commasPartThousands) {
            String whole = bare.replace(",", "");
            throw new NumberFormatException("could mean " + whole + " or " + bare.replace(',', '.') + ", was '"
                    + shown(text) + "'; write one of these");
        }
        return Double.parseDouble(bare.replace(",", ""));
    }

    /** Without blanks, currency sign and accountants' brackets. */
    private static String bare(String text) {
        String bare = text.strip().replace('\u2212', '-');
        if (bare.length() > 2 && bare.startsWith("(") && bare.endsWith(")")) {
            bare = "-" + bare.substring(1, bare.length() - 1);
        }
        for (int i = 0; i < bare.length(); i++) {
            if (SIGNS.indexOf(bare.charAt(i)) >= 0) {
                return (bare.substring(0, i) + bare.substring(i + 1)).strip();
            }
        }
        return bare;
    }

    private static String shown(String text) {
        return Shortened.to(LONGEST, text);
    }
}
