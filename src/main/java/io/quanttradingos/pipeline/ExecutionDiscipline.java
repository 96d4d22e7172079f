package io.quanttradingos.pipeline;

import io.quanttradingos.discipline.DisciplineReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The discipline score a decision uses, and where it comes from.
 *
 * @param source which of the ways to know it was taken
 * @param score from 0 to 1
 * @param asof when it was found, as an ISO date or time; null where nobody said
 * @param report the judgement of the trades; null unless trades and a plan were given
 * @param warnings what to know before relying on it
 */
public record ExecutionDiscipline(
        Origin source,
        double score,
        @Nullable String asof,
        @Nullable DisciplineReport report,
        List<String> warnings) {

    /** Where a score comes from. */
    public enum Origin {
        TRADES,
        REQUEST,
        CACHED,
        DEFAULT;

        /** As answers write it, for example {@code trades}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ExecutionDiscipline {
        warnings = List.copyOf(warnings);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a discipline score must be from 0 to 1, was " + score);
        }
    }
}
