package io.quanttradingos.imports;

import java.util.List;

/**
 * A row that may be a header.
 *
 * @param cells as they stand
 * @param normal as names of columns are compared
 */
record HeaderCells(List<String> cells, List<String> normal) {
    static HeaderCells of(SheetRow row) {
        return new HeaderCells(
                row.cells(), row.cells().stream().map(HeaderName::normal).toList());
    }

    /** The first rows of a sheet, among which its header is. */
    static List<HeaderCells> firstOf(Sheet sheet, int most) {
        return sheet.rows().stream().limit(most).map(HeaderCells::of).toList();
    }
}
