package io.quanttradingos.guardian;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The guardian's answer.
 *
 * @param stopDistance how far the stop stands from the entry, in currency; null without price and average true range,
 *     and where the trade is not allowed
 * @param positionSize whole shares, at least 0; null where the stop distance is
 * @param warnings why a size is missing or 0
 */
public record GuardianVerdict(
        GuardianDecision guardianDecision,
        @Nullable Double stopDistance,
        @Nullable Long positionSize,
        List<String> warnings) {
    public GuardianVerdict {
        warnings = List.copyOf(warnings);
    }
}
