package io.quanttradingos.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says where a layout found out is not the one a sample was written in. */
final class LayoutComparison {
    private static final Map<String, String> DELIMITERS = Map.of("comma", ",", "semicolon", ";", "tab", "\t");

    private LayoutComparison() {}

    static List<String> differences(Map<?, ?> expected, Layout actual) {
        List<String> differences = new ArrayList<>();
        differ(
                differences,
                "encoding",
                text(expected, "encoding"),
                actual.encoding().toLowerCase(Locale.ROOT));
        String delimiter = text(expected, "delimiter");
        if (!actual.delimiter().equals(delimiter)) {
            differ(differences, "delimiter", DELIMITERS.getOrDefault(delimiter, delimiter), actual.delimiter());
        }
        differ(differences, "header line", text(expected, "header-line"), String.valueOf(actual.headerLine()));
        differ(differences, "decimal", text(expected, "decimal"), actual.decimal());
        differ(differences, "dates", day(text(expected, "dates")), day(actual.dateFormat()));
        return differences;
    }

    private static void differ(List<String> differences, String what, String expected, String actual) {
        if (!expected.equals("*") && !expected.equals(actual)) {
            differences.add(what + " was '" + actual + "' and not '" + expected + "'");
        }
    }

    /** Without the time of day and the doubling of letters: {@code d-M-y} for {@code dd-MM-yyyy HH:mm}. */
    private static String day(String format) {
        String withoutTime = format.replaceAll("(?<=[dMy])['T ]+[Hh].*", "");
        return withoutTime.replaceAll("([dMuy])\\1*", "$1").replace('u', 'y');
    }

    private static String text(Map<?, ?> expected, String key) {
        Object value = expected.get(key);
        return value == null || value.equals("~") ? "*" : value.toString();
    }
}
