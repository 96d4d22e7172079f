package io.quanttradingos.table;

import java.util.List;

/**
 * One record of a delimited file.
 *
 * @param line the physical line its first character stands on, counted from 1
 * @param cells the cells as written, quotes resolved, blanks kept
 */
public record TextRow(int line, List<String> cells) {
    public TextRow {
        cells = List.copyOf(cells);
    }
}
