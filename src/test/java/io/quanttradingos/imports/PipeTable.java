package io.quanttradingos.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small table written with bars, such as {@code line | kind | quantity}: easy to read beside the file it is about.
 *
 * <p>{@code ~} is an absent value, {@code *} one that is not held to anything.
 */
record PipeTable(List<String> columns, List<Map<String, String>> rows) {
    static PipeTable of(Object text) {
        List<String> lines = ((String) text).lines().toList();
        List<String> columns = lines.isEmpty() ? List.of() : cells(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            rows.add(row(columns, cells(line)));
        }
        return new PipeTable(columns, rows);
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return row;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
