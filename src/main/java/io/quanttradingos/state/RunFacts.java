package io.quanttradingos.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything recorded about a run apart from its place in the chain.
 *
 * @param runId 1 to 64 letters, digits, {@code _} or {@code -}
 * @param startedAt when the run began, in whole microseconds (finer parts are dropped)
 * @param finishedAt when it ended, likewise
 * @param kind what was run, for example {@code decision} or {@code backtest}
 * @param door where it came in, for example {@code rest}, {@code inbox}, {@code timer} or {@code cli}
 * @param asOf the last date of the data it saw; null where it saw none
 * @param status how it ended, for example {@code ok} or {@code refused}
 * @param requestJson the request with every input replaced by its digest, and without keys
 * @param resultJson the answer without the stage outputs
 * @param inputs what it was computed from
 * @param stages what each stage gave, in the order they ran
 * @param configSha256 the digest of the settings it ran under
 * @param version the program's version
 * @param idempotencyKey the key under which a repeat counts as the same run; null where a repeat is a new run
 * @param portfolioValue the value that counts for the high-water mark; null where there is none
 */
public record RunFacts(
        String runId,
        Instant startedAt,
        Instant finishedAt,
        String kind,
        String door,
        @Nullable LocalDate asOf,
        String status,
        String requestJson,
        String resultJson,
        List<InputDigest> inputs,
        List<StageDigest> stages,
        String configSha256,
        String version,
        @Nullable String idempotencyKey,
        @Nullable PortfolioValue portfolioValue) {
    private static final Pattern RUN_ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    public RunFacts {
        if (!RUN_ID.matcher(runId).matches()) {
            throw new IllegalArgumentException("a run id must be 1 to 64 letters, digits, _ or -, was '" + runId + "'");
        }
        ContentDigest.required("the digest of the settings", configSha256);
        startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
        finishedAt = finishedAt.truncatedTo(ChronoUnit.MICROS);
        inputs = List.copyOf(inputs);
        stages = List.copyOf(stages);
    }
}
