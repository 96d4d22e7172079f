package io.quanttradingos.camel;

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
        @Override
        public PlacedRecord convertRecord(CSVRecord csv) {
            return new PlacedRecord(csv.getCharacterPosition(), List.of(csv.values()));
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
            throw Refusal.invalid(List.of(
                    new InputProblem(text.source(), null, null, "cannot be split into cells: " + plain(cause))));
        }
    }

    private static String plain(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? "unbalanced quotes" : message.replaceAll("^\\S*Exception: ", "");
    }
}
