package io.quanttradingos.imports;

import io.quanttradingos.failure.Shortened;
import java.util.List;

/** What stands in cells, before it is understood. */
final class Cells {
    private static final int LONGEST_SHOWN = 80;

    private Cells() {}

    /** A text without the blanks around it, unbroken ones among them, and without the {@code ="…"} of spreadsheets. */
    static String bare(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        if (to - from >= 3 && cell.charAt(from) == '=' && cell.charAt(from + 1) == '"' && cell.charAt(to - 1) == '"') {
            return bare(cell.substring(from + 2, to - 1));
        }
        return from == 0 && to == cell.length() ? cell : cell.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2007' || c == '\uFEFF';
    }

    static boolean isBlank(SheetRow row) {
        for (String cell : row.cells()) {
            if (!bare(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The first cell that is not blank; empty where all are. */
    static String first(SheetRow row) {
        for (String cell : row.cells()) {
            String bare = bare(cell);
            if (!bare.isEmpty()) {
                return bare;
            }
        }
        return "";
    }

    static int filled(SheetRow row) {
        int filled = 0;
        for (String cell : row.cells()) {
            filled += bare(cell).isEmpty() ? 0 : 1;
        }
        return filled;
    }

    /** The beginning of a row, for people. */
    static String shown(SheetRow row) {
        List<String> filled = row.cells().stream()
                .limit(40)
                .map(Cells::bare)
                .filter(cell -> !cell.isEmpty())
                .limit(6)
                .toList();
        return shown(String.join(" ", filled));
    }

    /** A text on one line. */
    static String line(String text) {
        return text.indexOf('\n') < 0 ? text : text.replaceAll("\\s+", " ");
    }

    static String shown(String text) {
        String line = line(text);
        return Shortened.to(LONGEST_SHOWN, line);
    }
}
