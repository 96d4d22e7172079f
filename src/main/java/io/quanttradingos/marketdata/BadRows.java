package io.quanttradingos.marketdata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file that are wrong: problems where they stand in its way, else counted for a warning. */
final class BadRows {
    private static final int MOST_SHOWN = 3;

    private final OnBadRow choice;
    private final Problems problems;
    private final List<String> shown = new ArrayList<>();
    private int leftOut;
    private int empty;
    private int firstEmpty;

    BadRows(OnBadRow choice, Problems problems) {
        this.choice = choice;
        this.problems = problems;
    }

    void add(int line, @Nullable String column, String message) {
        if (choice == OnBadRow.REJECT) {
            problems.add(line, column, message);
            return;
        }
        if (leftOut++ < MOST_SHOWN) {
            shown.add("line " + line + (column == null ? " " : " " + column + " ") + message);
        }
    }

    /** A row with a date and no price is a day without a bar, as some sources write holidays: never an error. */
    void addEmpty(int line) {
        firstEmpty = empty++ == 0 ? line : firstEmpty;
    }

    /** The rows without a price, as a sentence; null where there were none. */
    @Nullable String emptySentence() {
        return empty == 0
                ? null
                : (empty == 1 ? "1 row has" : empty + " rows have") + " a date but no prices and "
                        + (empty == 1 ? "was" : "were") + " left out, the first on line " + firstEmpty;
    }

    /** What was left out, as a sentence; null where nothing was. */
    @Nullable String sentence() {
        if (leftOut == 0) {
            return null;
        }
        String first = String.join("; ", shown);
        return (leftOut == 1 ? "1 bad row was" : leftOut + " bad rows were") + " left out: " + first
                + (leftOut > shown.size() ? "; and " + (leftOut - shown.size()) + " more" : "");
    }
}
