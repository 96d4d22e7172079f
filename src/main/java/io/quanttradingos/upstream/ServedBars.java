package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers the daily bars of one ticker, in whatever order they come; of two of one date the later one stands. Where none of
 * them has an open, high and low, each has its close for all of them.
 */
final class ServedBars {
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private final String service;
    private final TreeMap<LocalDate, double[]> byDate = new TreeMap<>();
    private boolean someAreWhole;
    private boolean someAreCloses;

    ServedBars(String service) {
        this.service = service;
    }

    /** Adds a bar; one without a close, as of a holiday, is left out. */
    void add(LocalDate date, JsonNode open, JsonNode high, JsonNode low, JsonNode close, JsonNode volume) {
        if (close.isNull() || close.isMissingNode()) {
            return;
        }
        boolean isClose = open.isMissingNode() && high.isMissingNode() && low.isMissingNode();
        someAreCloses |= isClose;
        someAreWhole |= !isClose;
        double[] bar = {
            price(isClose ? close : open),
            price(isClose ? close : high),
            price(isClose ? close : low),
            price(close),
            volume.isNumber() ? volume.asDouble() : Double.NaN
        };
        bar[1] = Math.max(bar[1], Math.max(bar[0], bar[3]));
        bar[2] = Math.min(bar[2], Math.min(bar[0], bar[3]));
        if (bar[4] < 0 || (someAreCloses && someAreWhole)) {
            throw Answers.misunderstood(service);
        }
        byDate.put(date, bar);
    }

    private double price(JsonNode node) {
        double price = node.asDouble(Double.NaN);
        if (!(price > 0 && Double.isFinite(price))) {
            throw Answers.misunderstood(service);
        }
        return price;
    }

    Bars bars(Symbol symbol) {
        int rows = byDate.size();
        long[] times = new long[rows];
        double[][] columns = new double[5][rows];
        List<Map.Entry<LocalDate, double[]>> entries = new ArrayList<>(byDate.entrySet());
        for (int row = 0; row < rows; row++) {
            times[row] = entries.get(row).getKey().toEpochDay() * MILLIS_PER_DAY;
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = entries.get(row).getValue()[column];
            }
        }
        double[] close = columns[3];
        return someAreCloses
                ? new Bars(symbol, times, close, close, close, close, columns[4], rows)
                : new Bars(symbol, times, columns[0], columns[1], columns[2], close, columns[4], rows);
    }
}
