package io.quanttradingos.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says where rows that were read are not the rows expected, all differences at once. */
final class RowComparison {
    /** The columns of our own readers' tables that have two names. */
    private static final Map<String, String> ALSO =
            Map.of("entry", "entry_price", "exit", "exit_price", "shares", "qty");

    private static final Map<String, Set<String>> SIDES =
            Map.of("long", Set.of("long", "buy"), "short", Set.of("short", "sell"));

    private RowComparison() {}

    static List<String> differences(String what, PipeTable expected, List<? extends Map<String, ?>> actual) {
        List<Map<String, ?>> left = new ArrayList<>(actual);
        List<String> differences = new ArrayList<>();
        for (Map<String, String> row : expected.rows()) {
            Map<String, ?> nearest = nearest(row, left);
            if (nearest == null) {
                differences.add("no " + what + " is like " + row);
                continue;
            }
            left.remove(nearest);
            List<String> wrong = wrong(row, nearest);
            if (!wrong.isEmpty()) {
                differences.add(what + " " + row + ": " + wrong);
            }
        }
        for (Map<String, ?> row : left) {
            differences.add("not expected: " + what + " " + new TreeMap<>(row));
        }
        return differences;
    }

    /** The row of the same line, else the one with the fewest wrong fields. */
    private static @Nullable Map<String, ?> nearest(Map<String, String> expected, List<Map<String, ?>> rows) {
        Map<String, ?> nearest = null;
        int fewest = expected.size();
        for (Map<String, ?> row : rows) {
            boolean sameLine = !expected.containsKey("line") || isSame(expected.get("line"), row.get("line"));
            int wrong = wrong(expected, row).size();
            if (sameLine && (wrong < fewest || nearest == null)) {
                nearest = row;
                fewest = wrong;
            }
        }
        return nearest;
    }

    private static List<String> wrong(Map<String, String> expected, Map<String, ?> actual) {
        List<String> wrong = new ArrayList<>();
        expected.forEach((column, value) -> {
            String key = actual.containsKey(column) ? column : ALSO.getOrDefault(column, column);
            if (!isSame(value, actual.get(key))) {
                wrong.add(column + " was '" + actual.get(key) + "'");
            }
        });
        return wrong;
    }

    static boolean isSame(String expected, @Nullable Object actual) {
        if (expected.equals("*")) {
            return true;
        }
        if (actual == null || expected.equals("~")) {
            return actual == null && expected.equals("~");
        }
        String text = actual.toString();
        return text.equals(expected)
                || SIDES.getOrDefault(expected, Set.of()).contains(text.toLowerCase(java.util.Locale.ROOT))
                || isSameNumber(expected, text);
    }

    /** Equal, or as near as a price divided out of an amount can be. */
    private static boolean isSameNumber(String expected, String actual) {
        BigDecimal wanted = number(expected);
        BigDecimal seen = number(actual);
        if (wanted == null || seen == null) {
            return Objects.equals(expected, actual);
        }
        BigDecimal tolerance = wanted.abs().movePointLeft(9);
        return wanted.subtract(seen, MathContext.UNLIMITED).abs().compareTo(tolerance) <= 0;
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
