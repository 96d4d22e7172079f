package io.quanttradingos.backtest.seed;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks over comma-separated text cell by cell as the original's table library splits it.
 *
 * <p>Lines of nothing but blanks are no rows. A quote opens a quoted cell only as its first byte, and what follows the
 * closing quote still belongs to the cell; blanks are kept. After {@link #next} the cell is {@code cell[from, to)}.
 */
final class CsvCells {
    private final String source;
    private final byte[] bytes;
    private byte[] unquoted = new byte[64];
    private int size;

    private int position;
    int line = 1;

    /** The line the cell begins on. */
    int cellLine;

    byte[] cell;
    int from;
    int to;

    CsvCells(String source, byte[] bytes, int start) {
        this.source = source;
        this.bytes = bytes;
        this.cell = bytes;
        this.position = start;
    }

    /** A walk that goes on from where the other stands. */
    CsvCells(CsvCells other) {
        this(other.source, other.bytes, other.position);
        this.line = other.line;
    }

    int remaining() {
        return bytes.length - position;
    }

    /** Steps to the start of the next row that is not blank; false at the end of the text. */
    boolean nextRow() {
        while (position < bytes.length) {
            int p = position;
            while (p < bytes.length && (bytes[p] == ' ' || bytes[p] == '\t')) {
                p++;
            }
            if (p == bytes.length) {
                return false;
            }
            if (bytes[p] != '\n' && bytes[p] != '\r') {
                return true;
            }
            position = p;
            skipLineEnd();
        }
        return false;
    }

    /**
     * Reads the next cell of the row.
     *
     * @return whether another follows; where none does, the walk stands behind the row
     */
    boolean next() {
        cellLine = line;
        if (position < bytes.length && bytes[position] == '"') {
            quoted();
        } else {
            plain();
        }
        if (position < bytes.length && bytes[position] == ',') {
            position++;
            return true;
        }
        skipLineEnd();
        return false;
    }

    private void plain() {
        int p = position;
        while (p < bytes.length && !ends(bytes[p])) {
            p++;
        }
        cell = bytes;
        from = position;
        to = p;
        position = p;
    }

    private static boolean ends(byte octet) {
        return octet <= ',' && (octet == ',' || octet == '\n' || octet == '\r');
    }

    private void quoted() {
        size = 0;
        int p = position + 1;
        boolean open = true;
        while (p < bytes.length && (open || !ends(bytes[p]))) {
            boolean quote = open && bytes[p] == '"';
            if (quote && (p + 1 == bytes.length || bytes[p + 1] != '"')) {
                open = false;
            } else {
                p += quote ? 1 : 0;
                keep(bytes[p]);
            }
            p++;
        }
        if (open) {
            throw refusal(cellLine, null, "has a quote that is never closed");
        }
        cell = unquoted;
        from = 0;
        to = size;
        position = p;
    }

    private void keep(byte octet) {
        line += octet == '\n' ? 1 : 0;
        if (size == unquoted.length) {
            unquoted = Arrays.copyOf(unquoted, size * 2);
        }
        unquoted[size++] = octet;
    }

    private void skipLineEnd() {
        if (position < bytes.length) {
            if (bytes[position] == '\r' && position + 1 < bytes.length && bytes[position + 1] == '\n') {
                position++;
            }
            position++;
            line++;
        }
    }

    String text() {
        return NumberText.text(cell, from, to);
    }

    Refusal refusal(int faultLine, @Nullable String column, String message) {
        return Refusal.invalid(List.of(new InputProblem(source, faultLine, column, message)));
    }
}
