package io.quanttradingos.table;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the columns of one table and collects what is wrong with its cells, a bounded list. */
public final class TableProblems {
    private static final int MOST_LISTED = 100;
    private static final int LONGEST_QUOTE = 40;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

    private final TextTable table;
    private final List<InputProblem> listed = new ArrayList<>();
    private int met;

    public TableProblems(TextTable table) {
        this.table = table;
    }

    /**
     * The column with one of the names, in any letter case, its words parted by underscores, blanks or hyphens; a
     * problem where two columns have one.
     *
     * @param required whether it is a problem that the table has none
     * @param names in lower case with underscores, the one for messages first
     */
    public NamedColumn find(boolean required, String... names) {
        NamedColumn found = new NamedColumn(names[0], -1);
        for (int i = 0; i < table.header().size(); i++) {
            String header = table.header().get(i);
            if (!List.of(names).contains(nameOf(header))) {
                continue;
            }
            if (found.isThere()) {
                String both = "'" + found.header() + "' and '" + header + "'";
                report(table.headerLine(), names[0], "stands in two columns, " + both);
            }
            found = new NamedColumn(header, i);
        }
        if (required && !found.isThere()) {
            report(table.headerLine(), names[0], "is missing from the header");
        }
        return found;
    }

    private static String nameOf(String header) {
        return BETWEEN_WORDS.matcher(header.toLowerCase(Locale.ROOT)).replaceAll("_");
    }

    /** Whether a row has no more cells than the header; a problem where it has. */
    public boolean fits(TextRow row) {
        int cells = row.cells().size();
        int columns = table.header().size();
        if (cells > columns) {
            report(row.line(), null, "has " + cells + " cells under a header of " + columns);
        }
        return cells <= columns;
    }

    /** A problem with one cell, which is quoted behind the sentence: {@code must be a number, was 'abc'}. */
    public void cell(TextRow row, NamedColumn column, String expected) {
        String seen = table.cell(row, column.position());
        String shown = Shortened.to(LONGEST_QUOTE, seen);
        report(row.line(), column.header(), expected + ", was " + (seen.isEmpty() ? "empty" : "'" + shown + "'"));
    }

    /** Any other problem, as {@link InputProblem} has it. */
    public void report(@Nullable Integer line, @Nullable String column, String message) {
        met++;
        if (listed.size() < MOST_LISTED) {
            listed.add(new InputProblem(table.source(), line, column, message));
        }
    }

    /** How many problems were met so far, listed or not. */
    public int met() {
        return met;
    }

    /** The first hundred in the order met, and behind them how many more there were. */
    public List<InputProblem> list() {
        List<InputProblem> all = new ArrayList<>(listed);
        if (met > listed.size()) {
            int unlisted = met - listed.size();
            all.add(new InputProblem(table.source(), null, null, unlisted + " more problems are not listed"));
        }
        return all;
    }
}
