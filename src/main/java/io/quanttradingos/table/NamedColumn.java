package io.quanttradingos.table;

/**
 * A column of a table under its header.
 *
 * @param header as its sender wrote it; the expected name where the table has no such column
 * @param position counted from 0; -1 where the table has no such column
 */
public record NamedColumn(String header, int position) {
    /** Whether the table has the column. */
    public boolean isThere() {
        return position >= 0;
    }
}
