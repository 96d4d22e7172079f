package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What every door hands to the decision route.
 *
 * @param prices null takes the configured price table
 * @param holdings null takes the configured holdings
 * @param asOf the last date that may be looked at; null takes the last one there is
 * @param peakEquity the highest value the account had; null takes the highest recorded
 * @param executionScore a discipline score from 0 to 1; trades with a plan win over it
 * @param trades judged against the plan; null where none are given
 * @param plan given exactly when trades are
 * @param guardian null leaves the guardian out
 * @param portfolioId whose recorded peak counts; null derives it from where the holdings came from
 * @param dateFormat how dates of the price file read where they can be read two ways; null where they cannot
 * @param conventions whose definitions to follow
 * @param door how the request came in
 * @param idempotencyKey two requests with the same one are one run; null where every request is its own
 * @param warnings what the door noticed and the answer should say
 */
public record DecisionRequest(
        @Nullable Source prices,
        @Nullable Source holdings,
        @Nullable LocalDate asOf,
        @Nullable Double peakEquity,
        @Nullable Double executionScore,
        @Nullable Source trades,
        @Nullable Source plan,
        @Nullable GuardianWish guardian,
        @Nullable String portfolioId,
        @Nullable String dateFormat,
        Conventions conventions,
        Door door,
        @Nullable String idempotencyKey,
        List<String> warnings) {
    public DecisionRequest {
        warnings = List.copyOf(warnings);
    }

    /** A full run on the configured defaults. */
    public static DecisionRequest defaults(Door door) {
        return new DecisionRequest(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Conventions.STANDARD,
                door,
                null,
                List.of());
    }

    /** The inputs that came with it, by their part in a run. */
    public Map<String, Source> sources() {
        Map<String, Source> sources = new TreeMap<>();
        put(sources, "prices", prices);
        put(sources, "holdings", holdings);
        put(sources, "trades", trades);
        return sources;
    }

    private static void put(Map<String, Source> sources, String part, @Nullable Source source) {
        if (source != null) {
            sources.put(part, source);
        }
    }

    /** The same request for a portfolio by its name. */
    public DecisionRequest withPortfolioId(String id) {
        return with(id, idempotencyKey, warnings);
    }

    /** The same request under a key: repeated, it is still one run. */
    public DecisionRequest withIdempotencyKey(String key) {
        return with(portfolioId, key, warnings);
    }

    /** The same request with what a door noticed. */
    public DecisionRequest withWarnings(List<String> noticed) {
        return with(portfolioId, idempotencyKey, noticed);
    }

    private DecisionRequest with(@Nullable String id, @Nullable String key, List<String> noticed) {
        return new DecisionRequest(
                prices,
                holdings,
                asOf,
                peakEquity,
                executionScore,
                trades,
                plan,
                guardian,
                id,
                dateFormat,
                conventions,
                door,
                key,
                noticed);
    }
}
