package io.quanttradingos.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanttradingos.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The real price series the reference values were computed from, and those values. */
public final class ReferenceSeries {
    private static final Map<String, JsonNode> DOCUMENTS = new HashMap<>();

    private final TreeMap<LocalDate, Double> closes = new TreeMap<>();

    private ReferenceSeries() {}

    /** A reference document, or the test is skipped. */
    public static JsonNode document(String name) throws IOException {
        Path file = SharedData.file("expected/" + name);
        JsonNode known = DOCUMENTS.get(name);
        if (known == null) {
            known = new ObjectMapper().readTree(file.toFile());
            DOCUMENTS.put(name, known);
        }
        return known;
    }

    /** One column of a file named as the reference values name it, or the test is skipped. */
    public static ReferenceSeries load(String file, String column) throws IOException {
        Path path = SharedData.file(file.replaceFirst("^public/", "data/"));
        ReferenceSeries series = new ReferenceSeries();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = open(path);
                CSVParser rows = format.parse(reader)) {
            for (CSVRecord row : rows) {
                String close = row.get(column);
                if (!close.isEmpty() && !close.equals("null")) {
                    series.closes.put(LocalDate.parse(row.get(0)), Double.valueOf(close));
                }
            }
        }
        return series;
    }

    private static Reader open(Path path) throws IOException {
        InputStream bytes = Files.newInputStream(path);
        return new InputStreamReader(
                path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
    }

    public Map<LocalDate, Double> closes() {
        return closes;
    }

    public LocalDate[] dates() {
        return closes.keySet().toArray(LocalDate[]::new);
    }

    public double[] path() {
        return closes.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The returns by the date they end on. */
    public Map<LocalDate, Double> returnsByDate() {
        Map<LocalDate, Double> returns = new TreeMap<>();
        LocalDate[] dates = dates();
        double[] values = SimpleReturns.of(path());
        for (int i = 0; i < values.length; i++) {
            returns.put(dates[i + 1], values[i]);
        }
        return returns;
    }
}
