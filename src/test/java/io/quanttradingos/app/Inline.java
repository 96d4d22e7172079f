package io.quanttradingos.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sample files as the JSON records a client would send inline; only for samples, which quote nothing. */
final class Inline {
    private Inline() {}

    static List<Map<String, String>> records(String sample) {
        return ofCsv(new String(Http.sample(sample), StandardCharsets.UTF_8));
    }

    static List<Map<String, String>> ofCsv(String csv) {
        List<String> lines = csv.lines().toList();
        String[] header = lines.get(0).split(",");
        List<Map<String, String>> records = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> entry = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                entry.put(header[i], cells[i]);
            }
            records.add(entry);
        }
        return records;
    }
}
