package io.quanttradingos.marketdata;

import io.quanttradingos.failure.Shortened;
import java.nio.charset.StandardCharsets;

/**
 * Walks over delimited text cell by cell, the careful way: quotes, blanks and every kind of line end.
 *
 * <p>After {@link #next} the cell's content is {@code bytes[from, to)}, without quotes and surrounding blanks, and
 * {@code position} stands on what ended it: a delimiter, a line end or the end of the text.
 */
class CellCursor {
    final byte[] bytes;
    final int end;
    final byte delimiter;

    int position;
    int line;
    int from;
    int to;
    /** The line a quote was opened on that nothing closes; 0 while all is well. */
    int openQuoteLine;

    CellCursor(byte[] bytes, int position, int line, byte delimiter) {
        this.bytes = bytes;
        this.end = bytes.length;
        this.position = position;
        this.line = line;
        this.delimiter = delimiter;
    }

    final boolean atEnd() {
        return position >= end;
    }

    final boolean atLineEnd() {
        return position >= end || bytes[position] == '\n' || bytes[position] == '\r';
    }

    /** Steps over a line end; a carriage return alone counts as one. */
    final void skipLineEnd() {
        if (position < end) {
            if (bytes[position] == '\r' && position + 1 < end && bytes[position + 1] == '\n') {
                position++;
            }
            position++;
            line++;
        }
    }

    final void skipDelimiter() {
        position++;
    }

    /** Reads the cell that starts at {@code position}. */
    final void next() {
        int start = position;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        if (start < end && bytes[start] == '"') {
            quoted(start);
        } else {
            plain(start);
        }
    }

    private void plain(int start) {
        int p = start;
        while (p < end && bytes[p] != delimiter && bytes[p] != '\n' && bytes[p] != '\r') {
            p++;
        }
        position = p;
        from = start;
        to = p;
        trimEnd();
    }

    private void quoted(int start) {
        int opened = line;
        int p = start + 1;
        while (p < end) {
            if (bytes[p] == '"') {
                if (p + 1 >= end || bytes[p + 1] != '"') {
                    close(start, p);
                    return;
                }
                p++;
            } else if (bytes[p] == '\n' || (bytes[p] == '\r' && (p + 1 >= end || bytes[p + 1] != '\n'))) {
                line++;
            }
            p++;
        }
        openQuoteLine = opened;
        position = end;
        from = start;
        to = end;
    }

    /** Text between a closing quote and the delimiter stays in the cell, quotes and all, to be shown as wrong. */
    private void close(int start, int quote) {
        plain(quote + 1);
        if (from == to) {
            from = start + 1;
            to = quote;
            while (from < to && isBlank(bytes[from])) {
                from++;
            }
            trimEnd();
        } else {
            from = start;
        }
    }

    private void trimEnd() {
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
    }

    private boolean isBlank(byte octet) {
        return octet == ' ' || (octet == '\t' && delimiter != '\t');
    }

    final boolean empty() {
        return from == to;
    }

    final String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The cell for a message: short, on one line. */
    final String shown() {
        String text = text().replaceAll("\\p{Cntrl}", " ");
        return Shortened.to(40, text);
    }
}
