package io.quanttradingos.api;

import com.fasterxml.jackson.databind.util.RawValue;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import io.quanttradingos.pipeline.AnswerRecorder;
import io.quanttradingos.pipeline.Recorder;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recorded runs as answers. */
public final class RunAnswers {
    private static final int MOST_ON_A_PAGE = 500;
    private static final int USUAL_PAGE = 50;
    private static final int USUAL_SERIES = 200;

    private final RunStore store;
    private final DecisionJson decisions;

    public RunAnswers(RunStore store, DecisionJson decisions) {
        this.store = store;
        this.decisions = decisions;
    }

    /** A page of runs; the query may give {@code limit} and {@code before}. */
    public RunList page(RequestData request) {
        FieldChecks check = new FieldChecks();
        int limit = (int) number(check, request.query(), "limit", 1, MOST_ON_A_PAGE, USUAL_PAGE);
        long before = number(check, request.query(), "before", 1, Long.MAX_VALUE, Long.MAX_VALUE);
        check.refuseIfWrong();
        return RunList.of(store.count(), store.page(limit, before, null), limit);
    }

    /** The latest decisions as a series; the query may give {@code limit}. */
    public RunSeries series(RequestData request) {
        FieldChecks check = new FieldChecks();
        int limit = (int) number(check, request.query(), "limit", 1, RunStore.PAGE_LIMIT, USUAL_SERIES);
        check.refuseIfWrong();
        return new RunHistory(store).latest(limit);
    }

    /** One run: a decision as it was answered, anything else with its answer inside. */
    public byte[] run(String runId) {
        // An id is written in upper case; people paste it as they like.
        RunRecord run = store.find(runId.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> Refusal.notFound("no run has the id '" + shown(runId) + "'"));
        return switch (run.facts().kind()) {
            case Recorder.DECISION,
                    BacktestAnswers.BACKTEST,
                    BriefingAnswers.SENTIMENT,
                    BriefingAnswers.INSIDER,
                    BriefingAnswers.JOURNAL -> answered(run);
            default -> other(run);
        };
    }

    /**
     * A run that was recorded under an idempotency key, as it was answered.
     *
     * @param refused whether the answer is a problem
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answered(String kind, boolean refused, byte[] answer) {}

    /** Which run is recorded under a key; empty where none is, or none can be looked for. */
    public Optional<String> idOfKey(String idempotencyKey) {
        try {
            return store.findByKey(idempotencyKey).map(RunRecord::runId);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The run recorded under a key, byte for byte as it was answered; empty where there is none. */
    public Optional<Answered> ofKey(String idempotencyKey) {
        return store.findByKey(idempotencyKey)
                .map(run -> new Answered(
                        run.facts().kind(), run.facts().status().equals(AnswerRecorder.REFUSED), answered(run)));
    }

    private byte[] answered(RunRecord run) {
        return switch (run.facts().kind()) {
            case Recorder.DECISION -> decisions.recorded(run);
            case BacktestAnswers.BACKTEST -> BacktestAnswers.answered(run);
            case BriefingAnswers.SENTIMENT, BriefingAnswers.INSIDER, BriefingAnswers.JOURNAL -> ProvenAnswer.of(run);
            default -> run.facts().resultJson().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] other(RunRecord run) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("run_id", run.runId());
        answer.put("kind", run.facts().kind());
        answer.put("status", run.facts().status());
        answer.put("asof", run.facts().asOf());
        answer.put("answer", new RawValue(run.facts().resultJson()));
        answer.put("receipt", Receipt.of(run));
        return Json.bytes(answer);
    }

    private static long number(
            FieldChecks check, Map<String, List<String>> query, String field, long least, long most, long fallback) {
        List<String> given = query.get(field);
        if (given == null) {
            return fallback;
        }
        try {
            long number = Long.parseLong(given.get(0));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with the range
        }
        check.wrong(
                field,
                "must be a whole number, " + least + (most == Long.MAX_VALUE ? " or more" : " to " + most) + ", was '"
                        + shown(given.get(0)) + "'");
        return fallback;
    }

    private static String shown(String text) {
        return Shortened.to(40, text);
    }
}
