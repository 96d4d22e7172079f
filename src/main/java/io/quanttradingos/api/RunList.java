package io.quanttradingos.api;

import io.quanttradingos.state.RunRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of recorded runs, newest first.
 *
 * @param count how many runs are recorded in all
 * @param runs the page
 * @param next the {@code before} of the next page; null on the last
 */
public record RunList(
        long count, List<Entry> runs, @Nullable Long next) {

    /** One recorded run in short. */
    @Schema(name = "RunEntry")
    public record Entry(
            long sequence,
            String runId,
            String kind,
            String door,
            String status,
            @Nullable LocalDate asof,
            Instant startedAt,
            Instant finishedAt,
            String digest) {

        static Entry of(RunRecord run) {
            return new Entry(
                    run.sequence(),
                    run.runId(),
                    run.facts().kind(),
                    run.facts().door(),
                    run.facts().status(),
                    run.facts().asOf(),
                    run.facts().startedAt(),
                    run.facts().finishedAt(),
                    run.digest());
        }
    }

    /** Makes a page of what the store gave. */
    public static RunList of(long count, List<RunRecord> page, int limit) {
        List<Entry> entries = page.stream().map(Entry::of).toList();
        Long next =
                entries.size() < limit ? null : entries.get(entries.size() - 1).sequence();
        return new RunList(count, entries, next);
    }
}
