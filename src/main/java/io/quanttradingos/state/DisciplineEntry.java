package io.quanttradingos.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One discipline run for {@code discipline_memory.json}.
 *
 * @param runId the run; a second entry of the same run replaces the first
 * @param asOf when it was computed
 * @param complianceScore in [0, 1]
 * @param violations what was violated, as in the answer; of a list the first {@value #VIOLATIONS_KEPT} are kept here
 *     (all are in the run store)
 * @param violationSummary how often each rule was violated, as in the answer
 */
public record DisciplineEntry(
        String runId, Instant asOf, double complianceScore, JsonNode violations, JsonNode violationSummary) {
    static final int VIOLATIONS_KEPT = 100;

    public DisciplineEntry {
        if (!(complianceScore >= 0 && complianceScore <= 1)) {
            throw new IllegalArgumentException("compliance_score must be in [0, 1], was " + complianceScore);
        }
    }

    /** The original's three keys first, then ours. */
    ObjectNode toJson() {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("compliance_score", complianceScore);
        entry.set("violations", shortened());
        entry.set("violation_summary", violationSummary);
        entry.put("asof", asOf.toString());
        entry.put("run_id", runId);
        if (violations.size() > VIOLATIONS_KEPT) {
            entry.put("violations_total", violations.size());
        }
        return entry;
    }

    private JsonNode shortened() {
        if (!violations.isArray() || violations.size() <= VIOLATIONS_KEPT) {
            return violations;
        }
        ArrayNode first = JsonNodeFactory.instance.arrayNode(VIOLATIONS_KEPT);
        for (int i = 0; i < VIOLATIONS_KEPT; i++) {
            first.add(violations.get(i));
        }
        return first;
    }
}
