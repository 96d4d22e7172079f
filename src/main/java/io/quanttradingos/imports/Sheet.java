package io.quanttradingos.imports;

import java.util.List;

/**
 * An exported table before anything is understood of it: a text file, or one sheet of a workbook.
 *
 * @param name what messages call it, such as {@code positions.csv} or {@code book.xlsx, sheet Trades}
 * @param encoding such as {@code utf-8}, {@code utf-8-sig}, {@code windows-1252}; {@code xlsx} for a workbook
 * @param delimiter what parts its cells; a tab for a workbook
 */
public record Sheet(String name, String encoding, char delimiter, List<SheetRow> rows) {
    public Sheet {
        rows = List.copyOf(rows);
    }
}
