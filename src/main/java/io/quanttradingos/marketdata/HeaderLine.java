package io.quanttradingos.marketdata;

import io.quanttradingos.marketdata.PlainText.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the first line with content, its delimiter and its cells. */
final class HeaderLine {
    private static final byte[] DELIMITERS = {',', ';', '\t'};

    private HeaderLine() {}

    /** A cursor on the first cell of the header. */
    static CellCursor start(PlainText text) throws Unreadable {
        byte[] bytes = text.bytes;
        CellCursor lines = new CellCursor(bytes, text.from, 1, (byte) ',');
        while (!lines.atEnd()) {
            int begin = lines.position;
            int end = lineEnd(bytes, begin);
            if (hasContent(bytes, begin, end)) {
                refuseWrongEncoding(bytes, begin, end);
                return new CellCursor(bytes, begin, lines.line, delimiter(bytes, begin, end));
            }
            lines.position = end;
            lines.skipLineEnd();
        }
        throw new Unreadable("holds nothing but blank lines");
    }

    /** The header's cells; the cursor stands behind its line afterwards. */
    static List<String> cells(CellCursor cursor, int most) throws Unreadable {
        List<String> cells = new ArrayList<>();
        while (true) {
            cursor.next();
            cells.add(cursor.text());
            if (cells.size() > most) {
                throw new Unreadable("has more columns than the limit of " + most);
            }
            if (cursor.openQuoteLine != 0) {
                throw new Unreadable("has a quote in its header that is never closed");
            }
            if (cursor.atLineEnd()) {
                cursor.skipLineEnd();
                return cells;
            }
            cursor.skipDelimiter();
        }
    }

    private static int lineEnd(byte[] bytes, int begin) {
        int p = begin;
        while (p < bytes.length && bytes[p] != '\n' && bytes[p] != '\r') {
            p++;
        }
        return p;
    }

    private static boolean hasContent(byte[] bytes, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return true;
            }
        }
        return false;
    }

    private static void refuseWrongEncoding(byte[] bytes, int begin, int end) throws Unreadable {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, begin, end - begin));
        } catch (CharacterCodingException e) {
            throw new Unreadable("is not in UTF-8: its header holds other bytes; save it as UTF-8");
        }
    }

    /** The one that splits the line into most cells, quoted text aside; a comma where none does. */
    private static byte delimiter(byte[] bytes, int begin, int end) {
        byte best = ',';
        int most = 0;
        for (byte candidate : DELIMITERS) {
            int count = 0;
            boolean quoted = false;
            for (int i = begin; i < end; i++) {
                quoted ^= bytes[i] == '"';
                count += !quoted && bytes[i] == candidate ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
