package io.quanttradingos.imports;

import io.quanttradingos.marketdata.Expansion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Makes sheets of text files, and text of sheets. */
public final class Sheets {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_COLUMNS = 5_000;
    private static final int MOST_CELLS = 8_000_000;
    private static final int LONGEST_CELL = 32_767;

    private Sheets() {}

    /**
     * The rows of a text file as they stand; gzip, and zip with one file in it, are expanded.
     *
     * <p>At most 64 MiB, a million rows, 5,000 columns and eight million cells.
     *
     * @param name what messages call it
     * @throws io.quanttradingos.failure.Refusal where it is no text, too large, or has a quote that is never closed
     */
    public static Sheet ofText(String name, byte[] content) {
        Decoded decoded = Decoded.of(name, Expansion.expanded(name, content, MOST_BYTES));
        char delimiter = DelimiterSurvey.of(decoded.text());
        return new Sheet(name, decoded.encoding(), delimiter, rows(name, decoded.text(), delimiter));
    }

    private static List<SheetRow> rows(String name, String text, char delimiter) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        LineNumbers lines = new LineNumbers(text);
        List<SheetRow> rows = new ArrayList<>();
        int cells = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord csv : parser) {
                int line = lines.at(csv.getCharacterPosition());
                cells += csv.size();
                bound(name, line, csv, rows.size() + 1, cells);
                rows.add(new SheetRow(line, Arrays.asList(csv.values())));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            int line = rows.isEmpty() ? 1 : rows.get(rows.size() - 1).line() + 1;
            throw Decoded.refused(name, line, "begins a cell with a quote that is never closed");
        }
        return rows;
    }

    private static void bound(String name, int line, CSVRecord csv, int rows, int cells) {
        if (rows > MOST_ROWS || cells > MOST_CELLS) {
            throw Decoded.refused(
                    name, line, "is past the bound of " + MOST_ROWS + " rows and " + MOST_CELLS + " cells");
        }
        if (csv.size() > MOST_COLUMNS) {
            throw Decoded.refused(name, line, "has " + csv.size() + " columns, at most " + MOST_COLUMNS + " are read");
        }
        for (String cell : csv.values()) {
            if (cell.length() > LONGEST_CELL) {
                throw Decoded.refused(
                        name,
                        line,
                        "has a cell of " + cell.length() + " characters, at most " + LONGEST_CELL + " are read");
            }
        }
    }

    /** A sheet as comma separated text in UTF-8, such as our own readers take. */
    public static byte[] text(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try {
            for (SheetRow row : sheet.rows()) {
                format.printRecord(text, row.cells().toArray()); // a list alone would be one cell
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Lines of ascending positions in a text, counted on as they are asked for. */
    private static final class LineNumbers {
        private final String text;
        private int line = 1;
        private int position;

        LineNumbers(String text) {
            this.text = text;
        }

        int at(long wanted) {
            for (; position < wanted && position < text.length(); position++) {
                char c = text.charAt(position);
                boolean carriage = c == '\r' && (position + 1 == text.length() || text.charAt(position + 1) != '\n');
                line += c == '\n' || carriage ? 1 : 0;
            }
            return line;
        }
    }
}
