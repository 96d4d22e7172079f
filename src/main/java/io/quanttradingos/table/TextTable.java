package io.quanttradingos.table;

import java.util.List;
import java.util.Locale;

/**
 * A delimited file split into cells: a header and the rows under it.
 *
 * @param source the name its sender gave it, for messages
 * @param headerLine the physical line of the header
 * @param header the header cells as written, blanks around them dropped
 * @param rows the rows below, blank lines left out
 */
public record TextTable(String source, int headerLine, List<String> header, List<TextRow> rows) {
    public TextTable {
        header = header.stream().map(String::strip).toList();
        rows = List.copyOf(rows);
    }

    /** The position of the first header equal to one of the names, letter case aside; -1 where none is. */
    public int column(String... names) {
        for (String name : names) {
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).toLowerCase(Locale.ROOT).equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The cell at a column of a row, blanks around it dropped; empty where the row is short or the column is -1. */
    public String cell(TextRow row, int column) {
        return column < 0 || column >= row.cells().size()
                ? ""
                : row.cells().get(column).strip();
    }
}
