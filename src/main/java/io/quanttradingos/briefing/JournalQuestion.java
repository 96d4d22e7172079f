package io.quanttradingos.briefing;

import io.quanttradingos.inputs.Source;
import io.quanttradingos.pipeline.Door;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a trader's closed trades.
 *
 * @param trades the journal
 * @param accountSize the capital at the first trade; null where it is not known
 * @param seed of the bootstrap; null for the policy's
 * @param keys what other services may be asked with
 * @param explain whether a language model writes the coaching text where a key is known
 * @param door how it came in
 * @param idempotencyKey two questions with the same one are one run; null where every question is its own
 * @param notices what the answer should say about the request itself, one sentence each
 */
public record JournalQuestion(
        Source trades,
        @Nullable Double accountSize,
        @Nullable Integer seed,
        Keys keys,
        boolean explain,
        Door door,
        @Nullable String idempotencyKey,
        List<String> notices) {
    public JournalQuestion {
        notices = List.copyOf(notices);
    }

    /** Whether the numbers are worth having where the words cannot be had: nobody waits at a drop folder to ask again. */
    boolean contentWithNumbers() {
        return door == Door.INBOX;
    }
}
