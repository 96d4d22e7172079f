package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.pipeline.Replay;
import io.quanttradingos.pipeline.Replay.Outputs;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes recorded runs again and says whether anything differs. */
public final class ReplayAnswers {
    /** Stands for the run recorded last. */
    public static final String LAST = "last";

    private final RunStore store;
    private final Replay replay;
    private final BacktestReplay backtests;
    private final BriefingReplay briefings;
    private final OwnStrategies own;
    private final String policiesSha256;
    private final String version;

    /**
     * Wires it.
     *
     * @param policiesSha256 the digest of today's policies, for a note where the run had others
     * @param version the program's version, likewise
     */
    public ReplayAnswers(
            RunStore store,
            Replay replay,
            BacktestReplay backtests,
            BriefingReplay briefings,
            OwnStrategies own,
            String policiesSha256,
            String version) {
        this.store = store;
        this.replay = replay;
        this.backtests = backtests;
        this.briefings = briefings;
        this.own = own;
        this.policiesSha256 = policiesSha256;
        this.version = version;
    }

    /**
     * Replays one run.
     *
     * @param runId its id in any letter case, or {@link #LAST}
     * @throws Refusal where there is no such run, or its record is missing something or damaged
     */
    public ReplayAnswer of(String runId) {
        RunRecord run = runId.equalsIgnoreCase(LAST) ? last() : find(runId);
        Outputs outputs = outputs(run);
        Optional<JsonDifference> difference = difference(outputs);
        return new ReplayAnswer(
                run.runId(), run.facts().kind(), difference.isEmpty(), difference.orElse(null), notes(run));
    }

    private Outputs outputs(RunRecord run) {
        String kind = run.facts().kind();
        if (kind.equals(BacktestAnswers.BACKTEST)) {
            return backtests.of(run);
        }
        return BriefingAnswers.KINDS.contains(kind) ? briefings.of(run) : replay.of(run);
    }

    private RunRecord find(String runId) {
        return store.find(runId.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> Refusal.notFound("no run has the id '" + runId + "'"));
    }

    private RunRecord last() {
        return Stream.of(Replay.KINDS, List.of(BacktestAnswers.BACKTEST), BriefingAnswers.KINDS)
                .flatMap(List::stream)
                .flatMap(kind -> store.page(1, Long.MAX_VALUE, kind).stream())
                .max(Comparator.comparingLong(RunRecord::sequence))
                .orElseThrow(() -> Refusal.notFound("no run is recorded yet"));
    }

    private static Optional<JsonDifference> difference(Outputs outputs) {
        for (Map.Entry<String, byte[]> part : outputs.recorded().entrySet()) {
            byte[] again = outputs.recomputed().getOrDefault(part.getKey(), new byte[0]);
            if (!Arrays.equals(part.getValue(), again)) {
                return Optional.of(difference(part.getKey(), part.getValue(), again));
            }
        }
        return Optional.empty();
    }

    private static JsonDifference difference(String part, byte[] recorded, byte[] again) {
        return JsonDifference.first(part, tree(recorded), tree(again))
                .orElseGet(() -> new JsonDifference(part, "the same values", "written in another way"));
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw Refusal.notUsable("the recorded answer is no JSON");
        }
    }

    private List<String> notes(RunRecord run) {
        List<String> notes = new ArrayList<>();
        if (!run.facts().configSha256().equals(policiesSha256)) {
            notes.add("Today's policies differ from those of the run; the run's own were used.");
        }
        if (!run.facts().version().equals(version)) {
            notes.add(
                    "The run was recorded by version " + run.facts().version() + ", this is version " + version + ".");
        }
        notes.addAll(own.notes(run));
        return notes;
    }
}
