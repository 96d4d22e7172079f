package io.quanttradingos.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One decision's regime for {@code regime_memory.json}.
 *
 * @param runId the run; a second entry of the same run replaces the first
 * @param recordedAt when it was decided
 * @param asOf the last date of the prices it was decided from
 * @param confidence in [0, 1]
 */
public record RegimeEntry(String runId, Instant recordedAt, LocalDate asOf, String label, double confidence) {
    public RegimeEntry {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], was " + confidence);
        }
    }

    ObjectNode toJson() {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("asof", asOf.toString());
        entry.put("label", label);
        entry.put("confidence", confidence);
        entry.put("recorded_at", recordedAt.toString());
        entry.put("run_id", runId);
        return entry;
    }
}
