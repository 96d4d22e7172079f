package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.report.DecisionReport;
import io.quanttradingos.api.report.RegimeHistory;
import io.quanttradingos.api.report.TearSheet;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.pipeline.Recorder;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import java.util.Locale;
import java.util.Optional;

/**
 * Recorded runs as pages for people, made from the record alone, so that a run gives the same page whenever it is asked for.
 */
public final class RunReports {
    private final RunStore store;
    private final DecisionJson decisions;
    private final RecordedRegimes regimes;
    private final BacktestReplay backtests;
    private final BacktestAnswers backtestAnswers;

    public RunReports(
            RunStore store,
            DecisionJson decisions,
            Inputs inputs,
            BacktestReplay backtests,
            BacktestAnswers backtestAnswers) {
        this.store = store;
        this.decisions = decisions;
        this.regimes = new RecordedRegimes(store, inputs);
        this.backtests = backtests;
        this.backtestAnswers = backtestAnswers;
    }

    /**
     * A page.
     *
     * @param html one file in UTF-8 that needs nothing else
     * @param policy the value of the header {@code Content-Security-Policy} to send it with
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Page(byte[] html, String policy) {}

    /**
     * The page of a run.
     *
     * @param runId in any letter case
     * @throws Refusal where there is no such run, or there are no pages of its kind
     */
    public Page of(String runId) {
        RunRecord run = find(runId);
        return page(run)
                .orElseThrow(() -> Refusal.notUsable("run " + run.runId() + " is "
                        + (run.facts().kind().equals(BacktestAnswers.BACKTEST)
                                ? "a backtest by the original's conventions"
                                : "of the kind " + run.facts().kind())
                        + "; there are reports of decisions and of backtests by the standard conventions"));
    }

    /** The page of the run recorded under a key; empty where there is no such run or no page of its kind. */
    public Optional<Page> ofKey(String idempotencyKey) {
        return store.findByKey(idempotencyKey).flatMap(this::page);
    }

    /** The closes and regimes before a recorded decision. */
    public RegimeHistory history(String runId) {
        RunRecord run = find(runId);
        return regimes.of(run, answer(run));
    }

    private RunRecord find(String runId) {
        return store.find(runId.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> Refusal.notFound("no run has the id '" + Shortened.to(40, runId) + "'"));
    }

    private Optional<Page> page(RunRecord run) {
        return switch (run.facts().kind()) {
            case Recorder.DECISION -> Optional.of(decision(run));
            case BacktestAnswers.BACKTEST -> backtest(run);
            default -> Optional.empty();
        };
    }

    private Page decision(RunRecord run) {
        JsonNode answer = answer(run);
        DecisionReport.Origin origin =
                new DecisionReport.Origin(run.facts().door(), run.facts().finishedAt());
        return new Page(
                DecisionReport.html(answer, origin, regimes.of(run, answer)), DecisionReport.contentSecurityPolicy());
    }

    private JsonNode answer(RunRecord run) {
        return FieldReader.parse(Recorder.DECISION, decisions.recorded(run));
    }

    /** The long parts of a tear sheet are not recorded: they are computed again. */
    private Optional<Page> backtest(RunRecord run) {
        return BacktestAnswers.isOfSeed(run)
                ? Optional.empty()
                : ofBacktest(new BacktestAnswers.Recorded(backtests.outcome(run), run));
    }

    /** The page of a backtest just recorded; empty where it answered as the original did. */
    public Optional<Page> ofBacktest(BacktestAnswers.Recorded recorded) {
        return BacktestAnswers.isOfSeed(recorded.run())
                ? Optional.empty()
                : Optional.of(new Page(backtestAnswers.html(recorded), TearSheet.contentSecurityPolicy()));
    }
}
