package io.quanttradingos.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A report for a terminal: sections of sentences and aligned columns, never wider than the terminal. */
final class Page {
    /** Columns of a line at most, but for a single word that is longer, where there is no terminal. */
    static final int WIDTH = 100;

    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    /** A page of plain text. */
    Page() {
        this(Terminal.PLAIN);
    }

    Page(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    /** A line at the margin, wrapped where it is too long. */
    Page line(String line) {
        return wrapped("", "", line);
    }

    /** Begins a section. */
    Page section(String title) {
        text.append('\n').append(Ink.TITLE.on(title)).append('\n');
        return this;
    }

    /** A sentence inside a section. */
    Page sentence(String sentence) {
        return wrapped(INDENT, INDENT, sentence);
    }

    /** A list inside a section, one item for each sentence. */
    Page items(List<String> sentences) {
        sentences.forEach(sentence -> wrapped(INDENT + "- ", INDENT + "  ", sentence));
        return this;
    }

    /** Names and values in two pairs of columns: {@code name, value, name, value, …}, read line by line. */
    Page figures(List<String> namesAndValues) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < namesAndValues.size(); i += 4) {
            List<String> row = new ArrayList<>(namesAndValues.subList(i, Math.min(i + 4, namesAndValues.size())));
            row.addAll(Collections.nCopies(4 - row.size(), ""));
            rows.add(row);
        }
        return table(List.of(Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT), rows);
    }

    /** On which side the cells of a column begin; those of the last are wrapped to what is left of the line. */
    enum Align {
        LEFT,
        RIGHT
    }

    /** Rows of cells under one another, the header, where there is one, being the first. */
    Page table(List<Align> columns, List<List<String>> rows) {
        return shown(columns, terminal.rich() ? known(rows) : rows);
    }

    /** A person reads a sign faster than the word for what is not known. */
    private List<List<String>> known(List<List<String>> rows) {
        String sign = terminal.sign("–", "-");
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.equals(Figures.UNKNOWN) ? Ink.QUIET.on(sign) : cell)
                        .toList())
                .toList();
    }

    private Page shown(List<Align> columns, List<List<String>> rows) {
        int[] widths = new int[columns.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        rows.forEach(row -> row(columns, widths, row));
        return this;
    }

    private void row(List<Align> columns, int[] widths, List<String> cells) {
        StringBuilder start = new StringBuilder(INDENT);
        int last = widths.length - 1;
        for (int i = 0; i < last; i++) {
            start.append(padded(cells.get(i), widths[i], columns.get(i))).append(GAP);
        }
        String end =
                columns.get(last) == Align.RIGHT ? padded(cells.get(last), widths[last], Align.RIGHT) : cells.get(last);
        if (columns.get(last) == Align.RIGHT) {
            text.append((start + end).stripTrailing()).append('\n');
        } else {
            wrapped(start.toString(), " ".repeat(width(start)), end);
        }
    }

    private static String padded(String cell, int width, Align align) {
        String spaces = " ".repeat(Math.max(0, width - width(cell)));
        return align == Align.LEFT ? cell + spaces : spaces + cell;
    }

    private Page wrapped(String first, String further, String sentence) {
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : sentence.split(" ", -1)) {
            if (begun && width(line) + 1 + width(word) > terminal.width()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                line.append(further);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        text.append(line.toString().stripTrailing()).append('\n');
        return this;
    }

    private static int width(CharSequence text) {
        return (int)
                text.codePoints().filter(character -> !Ink.isMark(character)).count();
    }

    @Override
    public String toString() {
        return terminal.printed(text.toString());
    }
}
