package io.quanttradingos.table;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delimited file decoded to text, with where its lines begin.
 *
 * @param source the name for messages
 * @param text the content without a byte order mark
 * @param delimiter the character between cells: the one of comma, semicolon and tab that is most frequent in the header
 */
public record TableText(String source, String text, char delimiter) {

    /** Decodes UTF-8, or UTF-16 where a byte order mark says so. */
    public static TableText decode(String source, byte[] content) {
        if (content.length == 0) {
            throw refusal(source, null, "is empty; expected a header line and rows below it");
        }
        String text = text(source, content);
        int binary = firstControlCharacter(text);
        if (binary >= 0) {
            throw refusal(
                    source,
                    lineAt(text, binary),
                    "is not a text file: it holds the control character 0x%02X".formatted((int) text.charAt(binary)));
        }
        if (text.isBlank()) {
            throw refusal(source, null, "is blank; expected a header line and rows below it");
        }
        return new TableText(source, text, delimiter(text));
    }

    private static String text(String source, byte[] content) {
        String wide = WideEncoding.problem(content);
        if (wide != null) {
            throw refusal(source, null, wide);
        }
        Charset charset = StandardCharsets.UTF_8;
        int skipped = 0;
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            skipped = 3;
        } else if (startsWith(content, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            skipped = 2;
        } else if (startsWith(content, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            skipped = 2;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, skipped, content.length - skipped))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refusal(source, lineOfBadByte(content), "is not text in UTF-8; save it as UTF-8 and send it again");
        }
    }

    private static boolean startsWith(byte[] content, int... marks) {
        if (content.length < marks.length) {
            return false;
        }
        for (int i = 0; i < marks.length; i++) {
            if ((content[i] & 0xFF) != marks[i]) {
                return false;
            }
        }
        return true;
    }

    /** The line with the first byte that cannot be UTF-8. */
    private static int lineOfBadByte(byte[] content) {
        String lenient = new String(content, StandardCharsets.UTF_8);
        int bad = lenient.indexOf('\uFFFD');
        return lineAt(lenient, Math.max(bad, 0));
    }

    private static int firstControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                return i;
            }
        }
        return -1;
    }

    private static char delimiter(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /**
     * Makes the table of what a splitter found.
     *
     * @param cells the records in order
     * @param positions where each begins in {@link #text}, as a count of characters
     */
    public TextTable table(List<List<String>> cells, long[] positions) {
        int[] lineStarts = lineStarts();
        List<TextRow> rows = new ArrayList<>(cells.size());
        for (int i = 1; i < cells.size(); i++) {
            if (hasContent(cells.get(i))) {
                rows.add(new TextRow(line(lineStarts, positions[i]), cells.get(i)));
            }
        }
        return new TextTable(source, line(lineStarts, positions[0]), cells.get(0), rows);
    }

    private static boolean hasContent(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static int line(int[] lineStarts, long position) {
        int found = Arrays.binarySearch(lineStarts, (int) position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int[] lineStarts() {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    private static Refusal refusal(String source, @Nullable Integer line, String message) {
        return Refusal.invalid(List.of(new InputProblem(source, line, null, message)));
    }
}
