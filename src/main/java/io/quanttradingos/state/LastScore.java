package io.quanttradingos.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The compliance score of the latest discipline run, as {@code discipline_last_score.json} holds it.
 *
 * @param complianceScore in [0, 1]
 * @param asOf when it was computed; null where the file does not say so in a readable way
 * @param runId the run that computed it; null in a file written by the original
 */
public record LastScore(
        double complianceScore,
        @Nullable Instant asOf,
        @Nullable String runId) {
    public LastScore {
        if (!(complianceScore >= 0 && complianceScore <= 1)) {
            throw new IllegalArgumentException("compliance_score must be in [0, 1], was " + complianceScore);
        }
    }
}
