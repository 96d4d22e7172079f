package io.quanttradingos.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a recorded run, computed again, gave what it gave.
 *
 * @param identical byte for byte
 * @param difference the first field that differs; null where none does
 * @param notes what differs between then and now and does not count, such as today's policies
 */
public record ReplayAnswer(
        String runId,
        String kind,
        boolean identical,
        @Nullable JsonDifference difference,
        List<String> notes) {
    public ReplayAnswer {
        notes = List.copyOf(notes);
    }
}
