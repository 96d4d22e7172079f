package io.quanttradingos.backtest.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean: names in lower case, blanks dropped, {@code o h l c v vol} standing for their words.
 *
 * <p>The date is the column that was asked for, else {@code date}, else the first whatever it is.
 */
final class Header {
    /** A column that is not looked at. */
    static final int IGNORED = -1;
    /** The column of dates. */
    static final int DATE = -2;
    /** The column of closes; the other columns of numbers follow. */
    static final int CLOSE = 0;

    /** The columns of numbers, at the place that is their role. */
    static final List<String> NUMBERS = List.of("close", "open", "high", "low", "volume");

    private static final Map<String, String> ALIASES =
            Map.of("o", "open", "h", "high", "l", "low", "c", "close", "v", "volume", "vol", "volume");

    private final CsvCells cells;
    final int line;
    private final List<String> names = new ArrayList<>();
    private final String date;

    /** Reads the row the cells stand on. */
    Header(CsvCells cells, @Nullable String dateColumn) {
        this.cells = cells;
        this.line = cells.line;
        Map<String, Integer> seen = new HashMap<>();
        boolean more = true;
        while (more) {
            more = cells.next();
            String name = cells.text();
            int before = seen.merge(name, 1, Integer::sum) - 1;
            names.add(normalised(before == 0 || name.isEmpty() ? name : name + "." + before));
        }
        this.date = date(dateColumn);
        refuseUnusableDate();
    }

    private String normalised(String name) {
        String bare = name.isEmpty() ? "unnamed: " + names.size() : stripped(name.toLowerCase(Locale.ROOT));
        return ALIASES.getOrDefault(bare, bare);
    }

    /** Without the blanks of any script at its ends, the unbreakable among them. */
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private String date(@Nullable String wanted) {
        if (wanted != null && !wanted.isEmpty()) {
            return names.contains(wanted) ? wanted : names.get(0);
        }
        return names.contains("date") ? "date" : names.get(0);
    }

    private void refuseUnusableDate() {
        if (names.indexOf(date) != names.lastIndexOf(date)) {
            throw cells.refusal(line, ShortText.of(date), "stands twice in the header, and holds the dates");
        }
        if (date.equals("datetime")) {
            throw cells.refusal(line, "datetime", "cannot be the column of dates; name it date");
        }
    }

    int size() {
        return names.size();
    }

    /**
     * The role of each cell of a row.
     *
     * @param firstRow how many cells the first row has: where more than the header, the header names the last ones
     */
    int[] roles(int firstRow) {
        refuseUnusableNumbers();
        int unnamed = Math.max(0, firstRow - names.size());
        int[] roles = new int[unnamed + names.size()];
        for (int i = 0; i < roles.length; i++) {
            String name = i < unnamed ? "" : names.get(i - unnamed);
            roles[i] = i < unnamed ? IGNORED : name.equals(date) ? DATE : NUMBERS.indexOf(name);
        }
        return roles;
    }

    private void refuseUnusableNumbers() {
        for (String number : NUMBERS) {
            if (!number.equals(date) && names.indexOf(number) != names.lastIndexOf(number)) {
                throw cells.refusal(line, number, "stands twice in the header, under its name or a short form of it");
            }
        }
        if (date.equals("close") || !names.contains("close")) {
            throw cells.refusal(
                    line,
                    "close",
                    "is missing from the header" + (date.equals("close") ? ": it is read as the dates" : ""));
        }
    }
}
