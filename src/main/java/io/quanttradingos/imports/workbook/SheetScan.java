package io.quanttradingos.imports.workbook;

/** Counts the rows and the widest column of a sheet's XML as its bytes pass, and refuses what a table cannot be. */
final class SheetScan {
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_COLUMNS = 2_000;
    private static final long MOST_CELLS = 8_000_000;
    private static final int LETTERS = 26;

    private static final byte[] ROW = {'<', 'r', 'o', 'w'};
    private static final byte[] CELL = {'<', 'c', ' '};
    private static final byte[] DOCUMENT_TYPE = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

    private final String name;
    private int rows;
    private int cells;
    private int columns = 1;
    private int inRow;
    private int inCell;
    private int inType;
    /** How far a column's letters have been read; 0 outside of a reference, such as {@code r="AB12"}. */
    private int reference;

    private int column;

    SheetScan(String name) {
        this.name = name;
    }

    void look(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            inRow = next(ROW, inRow, b);
            inCell = next(CELL, inCell, b);
            inType = next(DOCUMENT_TYPE, inType, b);
            if (inRow == ROW.length) {
                rows++;
                inRow = 0;
            }
            if (inCell == CELL.length) {
                cells++;
                inCell = 0;
            }
            if (inType == DOCUMENT_TYPE.length) {
                throw Workbook.refused(name, "is a workbook with a document type in it, which none needs");
            }
            reference(b);
        }
        refuseTooLarge();
    }

    private static int next(byte[] word, int matched, byte b) {
        if (b == word[matched]) {
            return matched + 1;
        }
        return b == word[0] ? 1 : 0;
    }

    /** Follows {@code r="AB12"}: an r, an equals sign, a quote, letters. */
    private void reference(byte b) {
        if (reference == 3 && b >= 'A' && b <= 'Z') {
            column = Math.min(MOST_COLUMNS + 1, column * LETTERS + b - 'A' + 1);
            columns = Math.max(columns, column);
        } else if (b == 'r') {
            reference = 1;
        } else if (reference == 1 && b == '=') {
            reference = 2;
        } else if (reference == 2 && (b == '"' || b == '\'')) {
            reference = 3;
            column = 0;
        } else {
            reference = 0;
        }
    }

    private void refuseTooLarge() {
        if (rows > MOST_ROWS) {
            throw PartScan.tooLarge(name, "has more than the " + MOST_ROWS + " rows that a sheet may have");
        }
        if (columns > MOST_COLUMNS) {
            throw PartScan.tooLarge(name, "has more than the " + MOST_COLUMNS + " columns that a sheet may have");
        }
        if (cells > MOST_CELLS || (long) rows * columns > MOST_CELLS) {
            throw PartScan.tooLarge(name, "has more than the " + MOST_CELLS + " cells that a sheet may have");
        }
    }
}
