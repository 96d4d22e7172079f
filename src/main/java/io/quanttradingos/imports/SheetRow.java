package io.quanttradingos.imports;

import java.util.List;

/**
 * One row of an exported table as it stands, blank rows and titles among them.
 *
 * @param line the physical line it begins in, 1 the first; in a workbook the row's number
 * @param cells the texts of its cells, without their quotes
 */
public record SheetRow(int line, List<String> cells) {
    public SheetRow {
        cells = List.copyOf(cells);
    }
}
