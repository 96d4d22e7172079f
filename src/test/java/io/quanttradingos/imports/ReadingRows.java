package io.quanttradingos.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of a reading as rows of named values. */
final class ReadingRows {
    private ReadingRows() {}

    static List<Map<String, Object>> transactions(ImportReading.Read read) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Transaction one : read.transactions()) {
            Map<String, Object> row = new HashMap<>();
            row.put("line", one.line());
            row.put("account", one.account());
            row.put("day", one.day());
            row.put("time", one.time());
            row.put("kind", one.kind());
            row.put("instrument", one.instrument());
            row.put("isin", one.isin());
            row.put("quantity", one.quantity());
            row.put("price", one.price());
            row.put("fees", one.fees());
            row.put("amount", one.amount());
            row.put("currency", one.currency());
            row.put("amountCurrency", one.amountCurrency());
            rows.add(row);
        }
        return rows;
    }

    static List<Map<String, Object>> positions(ImportReading.Read read) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StatedPosition one : read.positions()) {
            Map<String, Object> row = new HashMap<>();
            row.put("line", one.line());
            row.put("account", one.account());
            row.put("instrument", one.instrument());
            row.put("isin", one.isin());
            row.put("quantity", one.quantity());
            row.put("averagePrice", one.averagePrice());
            row.put("lastPrice", one.lastPrice());
            row.put("marketValue", one.marketValue());
            row.put("currency", one.currency());
            rows.add(row);
        }
        return rows;
    }

    static List<Map<String, Object>> totals(ImportReading.Read read) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StatedTotal one : read.totals()) {
            rows.add(Map.of("line", one.line(), "stated", one.stated()));
        }
        return rows;
    }

    static List<Map<String, String>> table(Sheet sheet) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> header = sheet.rows().get(0).cells();
        for (SheetRow row : sheet.rows().subList(1, sheet.rows().size())) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                named.put(header.get(i), i < row.cells().size() ? row.cells().get(i) : "");
            }
            rows.add(named);
        }
        return rows;
    }

    /** The lines of every row taken. */
    static Set<Integer> linesTaken(ImportReading.Read read) {
        Set<Integer> lines = new HashSet<>();
        read.positions().forEach(one -> lines.add(one.line()));
        read.transactions().forEach(one -> lines.add(one.line()));
        return lines;
    }
}
