package io.quanttradingos.camel;

import io.quanttradingos.failure.Abandonment;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.table.TableReader;
import io.quanttradingos.table.TableText;
import io.quanttradingos.table.TextTable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.dataformat.csv.CsvRecordConverter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads small tables (holdings, trades, journals) through the {@code read-csv} route, which splits them with camel-csv.
 */
public final class CsvTables implements TableReader {
    /** The header by which the route learns the character between cells. */
    public static final String DELIMITER = "QtosDelimiter";

    private final Supplier<ProducerTemplate> routes;

    public CsvTables(Supplier<ProducerTemplate> routes) {
        this.routes = routes;
    }

    /** One record and where in the text it begins. */
    record PlacedRecord(long position, List<String> cells) {}

    /** What the route's data format makes of a record. */
    public static final class PlacedRecords implements CsvRecordConverter<PlacedRecord> {
        private static final int LONGEST_SHARED = 32;
        private static final int RECORDS_BETWEEN = 10_000;
        private static final @Nullable String[] RECENT = new String[4096];

        @Override
        public PlacedRecord convertRecord(CSVRecord csv) {
            if (csv.getRecordNumber() % RECORDS_BETWEEN == 0) {
                Abandonment.check();
            }
            String[] cells = csv.values();
            for (int i = 0; i < cells.length; i++) {
                cells[i] = shared(cells[i]);
            }
            return new PlacedRecord(csv.getCharacterPosition(), List.of(cells));
        }

        /**
         * A text equal to one met lately, or else itself: sides, symbols and dates repeat, and need be held once. Threads may
         * overwrite each other's entries, which costs nothing but a repetition.
         */
        private static String shared(String cell) {
            int place = cell.hashCode() & (RECENT.length - 1);
            String known = RECENT[place];
            if (cell.equals(known)) {
                return known;
            }
            RECENT[place] = cell.length() <= LONGEST_SHARED ? cell : known;
            return cell;
        }
    }

    @Override
    public TextTable read(String source, byte[] content) {
        TableText text = TableText.decode(source, content);
        List<PlacedRecord> records = split(text);
        return text.table(
                records.stream().map(PlacedRecord::cells).toList(),
                records.stream().mapToLong(PlacedRecord::position).toArray());
    }

    @SuppressWarnings("unchecked") // the route's record converter makes nothing else
    private List<PlacedRecord> split(TableText text) {
        try {
            return (List<PlacedRecord>) routes.get()
                    .requestBodyAndHeaders(
                            "direct:read-csv", text.text(), Map.of(DELIMITER, Character.toString(text.delimiter())));
        } catch (CamelExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof Abandonment.Abandoned abandoned) {
                throw abandoned;
            }
            throw Refusal.invalid(List.of(
                    new InputProblem(text.source(), null, null, "cannot be split into cells: " + plain(cause))));
        }
    }

    private static String plain(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? "unbalanced quotes" : message.replaceAll("^\\S*Exception: ", "");
    }
}
