package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers dated closes of one ticker, in whatever order they come. */
final class Closes {
    private final String service;
    private final TreeMap<LocalDate, Double> byDate = new TreeMap<>();

    Closes(String service) {
        this.service = service;
    }

    void add(LocalDate date, JsonNode close) {
        if (close.isNull()) {
            return;
        }
        double value = close.asDouble(Double.NaN);
        if (!(value > 0 && Double.isFinite(value))) {
            throw Answers.misunderstood(service);
        }
        byDate.put(date, value);
    }

    PriceTable table(Symbol symbol) {
        int[] days = new int[byDate.size()];
        double[] closes = new double[byDate.size()];
        int row = 0;
        for (Map.Entry<LocalDate, Double> entry : byDate.entrySet()) {
            days[row] = Math.toIntExact(entry.getKey().toEpochDay());
            closes[row++] = entry.getValue();
        }
        return new PriceTable(List.of(symbol), days, new double[][] {closes});
    }
}
