package io.quanttradingos.imports;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a declaration names a column: {@code Amount}; {@code Total (*)}, where the star stands for the currency; {@code Time #2}
 * for the second of that name; {@code Change +1} for the column without a name to the right of one.
 *
 * @param start lower case, up to the star
 * @param occurrence which of several of the name, 0 where the declaration knows of one only
 * @param end behind the star; null where there is none
 */
record HeaderName(String start, @Nullable String end, int occurrence, int right) {
    private static final String ESCAPED = "\uE000";
    private static final Pattern PLACED = Pattern.compile("(.*?)(?: ([#+])([1-9]))?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");

    static HeaderName of(String written) {
        Matcher placed = PLACED.matcher(written);
        if (!placed.matches()) {
            throw new IllegalArgumentException("columns names no column, was '" + written + "'");
        }
        String name = normal(placed.group(1).replace("\\*", ESCAPED));
        int number = placed.group(3) == null ? 0 : placed.group(3).charAt(0) - '0';
        int occurrence = "#".equals(placed.group(2)) ? number : 0;
        int right = "+".equals(placed.group(2)) ? number : 0;
        int star = name.indexOf('*');
        return star < 0
                ? new HeaderName(name.replace(ESCAPED, "*"), null, occurrence, right)
                : new HeaderName(name.substring(0, star), name.substring(star + 1), occurrence, right);
    }

    /** A header cell as names are compared: lower case, without quotes, underscores and runs of blanks. */
    static String normal(String cell) {
        return TextPattern.normal(cell.replace('_', ' ').replace("\uFEFF", "").replace("\"", ""))
                .toLowerCase(Locale.ROOT);
    }

    /** The position among normalised header cells; -1 where there is none. */
    int in(List<String> header) {
        int met = 0;
        for (int i = 0; i + right < header.size(); i++) {
            if (matches(header.get(i)) && ++met == Math.max(1, occurrence)) {
                return right == 0 || header.get(i + right).isEmpty() ? i + right : -1;
            }
        }
        return -1;
    }

    private boolean matches(String cell) {
        if (end == null) {
            return cell.equals(start);
        }
        return cell.length() >= start.length() + end.length()
                && cell.startsWith(start)
                && cell.endsWith(end)
                && CURRENCY.matcher(star(cell)).matches();
    }

    private String star(String cell) {
        return cell.substring(start.length(), cell.length() - (end == null ? 0 : end.length()));
    }

    /** The currency that a header cell names in the place of the star; empty where there is no star. */
    String currency(String cell) {
        return end == null ? "" : star(cell).toUpperCase(Locale.ROOT);
    }
}
