package io.quanttradingos.discipline;

import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One column of the trades as the original's table library typed it.
 *
 * <p>A column is numeric only where every filled cell is a number; one stray text makes texts of all of them. A cell
 * holding one of the library's words for nothing is missing. An absent column is missing throughout.
 */
final class SeedColumn {
    private static final Set<String> NOTHING = Set.of(
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
            "None",
            "n/a",
            "nan",
            "null");
    private static final Set<String> INFINITE = Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");
    private static final Set<String> TRUTH = Set.of("True", "TRUE", "true", "False", "FALSE", "false");
    private static final Pattern NUMBER =
            Pattern.compile("[ \\t]*[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?[ \\t]*");

    private final String name;
    private final boolean present;
    private final @Nullable String[] texts;
    private final double @Nullable [] numbers;

    private SeedColumn(String name, boolean present, @Nullable String[] texts, double @Nullable [] numbers) {
        this.name = name;
        this.present = present;
        this.texts = texts;
        this.numbers = numbers;
    }

    /** The first column whose header is exactly this name. */
    static SeedColumn of(TextTable table, String name) {
        int position = table.header().indexOf(name);
        List<TextRow> rows = table.rows();
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            List<String> cells = rows.get(i).cells();
            boolean filled = position >= 0 && position < cells.size() && !NOTHING.contains(cells.get(position));
            texts[i] = filled ? cells.get(position) : null;
        }
        return new SeedColumn(name, position >= 0, texts, numbers(texts));
    }

    private static double @Nullable [] numbers(@Nullable String[] texts) {
        boolean truth = allTruth(texts);
        double[] numbers = new double[texts.length];
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            if (text == null) {
                numbers[i] = Double.NaN;
            } else if (truth) {
                numbers[i] = text.toLowerCase(Locale.ROOT).equals("true") ? 1 : 0;
            } else if (NUMBER.matcher(text).matches()) {
                numbers[i] = Double.parseDouble(text);
            } else if (INFINITE.contains(text.toLowerCase(Locale.ROOT))) {
                numbers[i] = text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            } else {
                return null;
            }
        }
        return numbers;
    }

    private static boolean allTruth(@Nullable String[] texts) {
        for (String text : texts) {
            if (text != null && !TRUTH.contains(text)) {
                return false;
            }
        }
        return true;
    }

    String name() {
        return name;
    }

    boolean isPresent() {
        return present;
    }

    boolean isMissing(int row) {
        return texts[row] == null;
    }

    /** The cell of a column of texts; null where it is missing or the column is numeric. */
    @Nullable String text(int row) {
        return numbers == null ? texts[row] : null;
    }

    /** The cell as written; empty where it is missing. */
    String written(int row) {
        String text = texts[row];
        return text == null ? "" : text;
    }

    /** The cell of a numeric column, NaN where it is missing; null in a column of texts. */
    @Nullable Double number(int row) {
        return numbers == null ? null : (Double) numbers[row];
    }
}
