package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.BacktestAnswers;
import io.quanttradingos.api.BriefingAnswers;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.pipeline.Recorder;
import io.quanttradingos.state.RunRecord;
import java.util.Locale;

/**
 * A run that was recorded, for a command that tells of it.
 *
 * @param kind such as {@code decision}
 * @param answer as it was answered
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RecordedRun(String id, String kind, byte[] answer) {
    /** Stands for the latest decision. */
    static final String LAST = "last";

    /**
     * Finds it.
     *
     * @param id in any letter case, or {@link #LAST}
     */
    static RecordedRun of(Assembly assembly, String id) {
        RunRecord run = id.equalsIgnoreCase(LAST) ? latest(assembly) : find(assembly, id);
        return new RecordedRun(
                run.runId(), run.facts().kind(), assembly.runAnswers().run(run.runId()));
    }

    private static RunRecord find(Assembly assembly, String id) {
        return assembly.store()
                .find(id.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> Refusal.notFound("no run has the id '" + id + "'"));
    }

    private static RunRecord latest(Assembly assembly) {
        return assembly.store().page(1, Long.MAX_VALUE, Recorder.DECISION).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no decision is recorded yet"));
    }

    /** As a report to read. */
    String told(Assembly assembly, JsonNode json, Terminal terminal) {
        return switch (kind) {
            case Recorder.DECISION -> DecisionTable.of(json, terminal, DecideCommand.past(assembly, terminal, id));
            case BacktestAnswers.BACKTEST -> BacktestTable.of(json);
            case BriefingAnswers.SENTIMENT -> SentimentTable.of(json);
            case BriefingAnswers.INSIDER -> InsiderTable.of(json);
            case BriefingAnswers.JOURNAL -> JournalTable.of(json);
            default -> throw Refusal.notUsable("run " + id + " is of the kind " + kind + "; --json prints its answer");
        };
    }
}
