package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.table.TableReader;
import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads small tables that are JSON, and leaves all others to another reader. Both of these are the same two rows:
 *
 * <pre>
 * [{"symbol": "SPY", "shares": 10}, {"symbol": "TLT", "shares": 5}]
 *
 * {"symbol": "SPY", "shares": 10}
 * {"symbol": "TLT", "shares": 5}
 * </pre>
 *
 * <p>The header holds every key in the order first met. A row's line is its own in JSON lines; in an array it is its number,
 * from 1.
 */
public final class JsonTables implements TableReader {
    private final TableReader others;

    /** @param others reads what is not JSON */
    public JsonTables(TableReader others) {
        this.others = others;
    }

    @Override
    public TextTable read(String source, byte[] content) {
        return switch (firstCharacter(content)) {
            case '[' -> table(source, array(source, content));
            case '{' -> table(source, lines(source, content));
            default -> others.read(source, content);
        };
    }

    private static char firstCharacter(byte[] content) {
        for (byte b : content) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return (char) (b & 0xFF);
            }
        }
        return ' ';
    }

    private static Map<Integer, JsonNode> array(String source, byte[] content) {
        JsonNode array = FieldReader.parse(source, content);
        Map<Integer, JsonNode> rows = new LinkedHashMap<>();
        for (JsonNode row : array) {
            rows.put(rows.size() + 1, row);
        }
        return rows;
    }

    private static Map<Integer, JsonNode> lines(String source, byte[] content) {
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        Map<Integer, JsonNode> rows = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.put(i + 1, row(source, i + 1, lines.get(i)));
            }
        }
        return rows;
    }

    private static JsonNode row(String source, int line, String json) {
        try {
            return FieldReader.parse(source, json.getBytes(StandardCharsets.UTF_8));
        } catch (Refusal refusal) {
            throw Refusal.invalid(List.of(new InputProblem(
                    source, line, null, "is no JSON object; each line must be one, or the file an array")));
        }
    }

    private static TextTable table(String source, Map<Integer, JsonNode> objects) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        objects.forEach((line, object) -> {
            if (!object.isObject()) {
                throw Refusal.invalid(List.of(new InputProblem(source, line, null, "must be a JSON object")));
            }
            object.fieldNames().forEachRemaining(name -> columns.putIfAbsent(name, columns.size()));
        });
        List<TextRow> rows = new ArrayList<>(objects.size());
        objects.forEach((line, object) -> rows.add(new TextRow(
                line,
                columns.keySet().stream()
                        .map(name -> cell(source, line, name, object.path(name)))
                        .toList())));
        return new TextTable(source, 1, List.copyOf(columns.keySet()), rows);
    }

    private static String cell(String source, int line, String name, JsonNode value) {
        if (value.isContainerNode()) {
            throw Refusal.invalid(List.of(new InputProblem(source, line, name, "must be a number or a text")));
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }
}
