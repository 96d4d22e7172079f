package io.quanttradingos.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The instruments of one export, each worked out once: a history names few of them in many rows. */
final class Instruments {
    private static final int MOST = 10_000;

    private final Map<List<String>, Instrument> met = new HashMap<>();

    Instrument of(String ticker, String isin, String name) {
        if (met.size() > MOST) {
            met.clear();
        }
        return met.computeIfAbsent(List.of(ticker, isin, name), any -> Instrument.of(ticker, isin, name));
    }
}
