package io.quanttradingos.imports;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as exports write it: {@code -$1,234.50}, {@code (0,10)}, {@code 1 757,95}, {@code 1'234.5}, {@code 12.5-},
 * {@code USD 12.50}.
 *
 * @param style what its marks say of the decimals
 * @param digits without sign, currency and blanks, its marks kept
 */
record NumberText(Style style, boolean negative, String digits) {
    /** What the marks of a number say. */
    enum Style {
        /** No number, though something stands there. */
        NONE,
        /** Digits alone. */
        WHOLE,
        POINT,
        COMMA,
        /** Like {@code 1,234}: the mark may part thousands or decimals. */
        OPEN_COMMA,
        /** Like {@code 1.234}. */
        OPEN_POINT
    }

    private static final Set<String> MISSING = Set.of(
            "",
            "-",
            "--",
            "---",
            "n/a",
            "na",
            "#n/a",
            "#n/a n/a",
            "not available",
            "null",
            "none",
            "n.a.",
            "nan",
            "\u2013",
            "\u2014");
    private static final Pattern SPACED = Pattern.compile("[0-9]{1,3}( [0-9]{3})+([.,][0-9]*)?");
    private static final Pattern CODE = Pattern.compile("^[A-Z]{3}(?=[ 0-9.,(+-])|(?<=[ 0-9.,)])[A-Z]{3}$");
    /** The mark of shares that came without being bought, as in {@code 18S}. */
    private static final Pattern SHARES = Pattern.compile("(?<=[0-9])S$");

    private static final Pattern POWER = Pattern.compile("[0-9]+(\\.[0-9]+)?[eE][+-]?[0-9]{1,2}");
    private static final NumberText NO_NUMBER = new NumberText(Style.NONE, false, "");
    private static final int MOST_DIGITS = 40;

    /** Whether a cell says that there is no number. */
    static boolean isMissing(String cell) {
        return cell.isEmpty() || (cell.length() <= 13 && MISSING.contains(cell.toLowerCase(Locale.ROOT)));
    }

    static NumberText of(String cell) {
        return isPlain(cell) ? styled(false, cell) : dressed(cell);
    }

    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (!(c >= '0' && c <= '9') && c != '.' && c != ',') {
                return false;
            }
        }
        return true;
    }

    private static NumberText dressed(String cell) {
        String text = cell.replace('\u2212', '-')
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace('\u2019', '\'');
        boolean negative = false;
        text = text.strip();
        if (!text.isEmpty()
                && (Character.isLetter(text.charAt(0)) || Character.isLetter(text.charAt(text.length() - 1)))) {
            text = CODE.matcher(text).replaceFirst("").strip();
        }
        text = SHARES.matcher(text).replaceFirst("");
        if (text.startsWith("(") && text.endsWith(")")) {
            negative = true;
            text = text.substring(1, text.length() - 1).strip();
        }
        StringBuilder bare = new StringBuilder();
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-' && (bare.length() == 0 || i == text.length() - 1)) {
                negative = true;
                signs++;
            } else if ((c == '+' && bare.length() == 0)) {
                signs++;
            } else if ("$\u20AC\u00A3\u00A5".indexOf(c) < 0) {
                bare.append(c);
            }
        }
        String digits = bare.toString().strip();
        if (signs > 1) {
            return NO_NUMBER;
        }
        if (digits.indexOf(' ') > 0 && SPACED.matcher(digits).matches()) {
            return spaced(negative, digits);
        }
        return styled(negative, digits);
    }

    /** Blanks part the thousands, so that another mark can only part the decimals. */
    private static NumberText spaced(boolean negative, String digits) {
        String joined = digits.replace(" ", "");
        Style style = joined.indexOf(',') >= 0 ? Style.COMMA : joined.indexOf('.') >= 0 ? Style.POINT : Style.WHOLE;
        return new NumberText(style, negative, joined);
    }

    private static NumberText styled(boolean negative, String written) {
        if ((written.indexOf('e') > 0 || written.indexOf('E') > 0)
                && POWER.matcher(written).matches()) {
            return new NumberText(Style.POINT, negative, written);
        }
        String digits = written.indexOf('\'') > 0 ? written.replace("'", "") : written;
        int points = 0;
        int commas = 0;
        int count = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            points += c == '.' ? 1 : 0;
            commas += c == ',' ? 1 : 0;
            count += c >= '0' && c <= '9' ? 1 : 0;
        }
        if (count == 0 || count > MOST_DIGITS || count + points + commas != digits.length()) {
            return NO_NUMBER;
        }
        return new NumberText(style(digits, points, commas), negative, digits).checked();
    }

    private static Style style(String digits, int points, int commas) {
        if (points == 0 && commas == 0) {
            return Style.WHOLE;
        }
        if (points > 0 && commas > 0) {
            return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? Style.POINT : Style.COMMA;
        }
        if (points + commas > 1) {
            return points > 1 ? Style.COMMA : Style.POINT;
        }
        int mark = points > 0 ? digits.indexOf('.') : digits.indexOf(',');
        boolean open = mark >= 1 && mark <= 3 && digits.length() - mark == 4 && digits.charAt(0) != '0';
        if (open) {
            return points > 0 ? Style.OPEN_POINT : Style.OPEN_COMMA;
        }
        return points > 0 ? Style.POINT : Style.COMMA;
    }

    /** Itself, or no number where the thousands are not in groups of three. */
    private NumberText checked() {
        if (style == Style.POINT || style == Style.COMMA) {
            char decimal = style == Style.POINT ? '.' : ',';
            char thousands = style == Style.POINT ? ',' : '.';
            int end = digits.indexOf(decimal);
            if (end >= 0 && digits.indexOf(thousands, end) >= 0) {
                return NO_NUMBER;
            }
            String whole = end < 0 ? digits : digits.substring(0, end);
            if (end >= 0 && digits.indexOf(decimal, end + 1) >= 0 || !isGrouped(whole, thousands)) {
                return NO_NUMBER;
            }
        }
        return this;
    }

    private static boolean isGrouped(String whole, char thousands) {
        int first = whole.indexOf(thousands);
        if (first < 0) {
            return true;
        }
        if (first == 0 || first > 3) {
            return false;
        }
        for (int i = first; i < whole.length(); i += 4) {
            if (whole.charAt(i) != thousands
                    || i + 4 > whole.length()
                    || whole.substring(i + 1, i + 4).indexOf(thousands) >= 0) {
                return false;
            }
        }
        return true;
    }

    boolean isOpen() {
        return style == Style.OPEN_COMMA || style == Style.OPEN_POINT;
    }

    /** Its value, where an open one has this decimal mark. */
    @Nullable BigDecimal value(char decimalOfOpen) {
        char decimal = switch (style) {
            case POINT, WHOLE -> '.';
            case COMMA -> ',';
            case OPEN_COMMA, OPEN_POINT -> decimalOfOpen;
            case NONE -> '\0';
        };
        if (decimal == '\0') {
            return null;
        }
        String plain = decimal == '.'
                ? digits.replace(",", "")
                : digits.replace(".", "").replace(',', '.');
        BigDecimal value = new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
        return negative ? value.negate() : value;
    }
}
