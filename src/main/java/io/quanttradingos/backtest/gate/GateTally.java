package io.quanttradingos.backtest.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a gate does in one run. */
final class GateTally {
    private int vetoed;
    private int scaled;
    private int limited;
    private final Map<String, int[]> byReason = new HashMap<>();

    void veto(String reason) {
        vetoed++;
        count(reason);
    }

    void scale(String reason) {
        scaled++;
        count(reason);
    }

    void limit(String reason) {
        limited++;
        count(reason);
    }

    private void count(String reason) {
        byReason.computeIfAbsent(reason, first -> new int[1])[0]++;
    }

    GateCounts counts() {
        Map<String, Integer> counts = new TreeMap<>();
        byReason.forEach((reason, count) -> counts.put(reason, count[0]));
        return new GateCounts(vetoed, scaled, limited, counts);
    }
}
