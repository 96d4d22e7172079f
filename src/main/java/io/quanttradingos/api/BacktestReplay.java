package io.quanttradingos.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.backtest.AgentSeats;
import io.quanttradingos.backtest.BacktestPolicy;
import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.backtest.Backtests;
import io.quanttradingos.backtest.Outcome;
import io.quanttradingos.backtest.research.Workers;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.pipeline.RecordedInputs;
import io.quanttradingos.pipeline.Recorder;
import io.quanttradingos.pipeline.Replay.Outputs;
import io.quanttradingos.policy.PolicyFile;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.TrialSummary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes a recorded backtest again, from its record alone: its bars by their digests, the policies it ran under, and how
 * many trials there had been. Nothing is fetched, nothing is written, no trial is counted.
 */
public final class BacktestReplay {
    private final RunStore store;
    private final Inputs inputs;
    private final Workers workers;
    private final BacktestJson json;
    private final OwnStrategies own;

    public BacktestReplay(RunStore store, Inputs inputs, Workers workers, BacktestJson json, OwnStrategies own) {
        this.store = store;
        this.inputs = inputs;
        this.workers = workers;
        this.json = json;
        this.own = own;
    }

    /** The answer, as recorded and as computed again. */
    Outputs of(RunRecord run) {
        Outcome again = outcome(run);
        return new Outputs(
                Map.of(Outputs.ANSWER, run.facts().resultJson().getBytes(StandardCharsets.UTF_8)),
                Map.of(Outputs.ANSWER, json.answer(again, again.question().include())));
    }

    /** What the run computed, computed again. */
    Outcome outcome(RunRecord run) {
        RecordedInputs contents = new RecordedInputs(store, run);
        JsonNode request = read(run.facts().requestJson());
        BacktestPolicy policy = PolicyFile.read(
                "the recorded policy", contents.required(BacktestAnswers.POLICY), BacktestPolicy.defaults());
        BacktestQuestion question = new BacktestRequests(policy, "")
                .recorded(request.path("asked"), bars(request, contents), prices(request, contents), notices(request));
        Backtests backtests = backtests(run, request.path("trials"), contents, policy);
        return backtests.judge(backtests.run(backtests.gather(question)));
    }

    /**
     * Backtests as they were possible in a recorded run.
     *
     * @param trials how many there had been, as recorded
     */
    Backtests backtests(RunRecord run, JsonNode trials, RecordedInputs contents, BacktestPolicy policy) {
        Policies policies =
                PolicyFile.read("the recorded policies", contents.required(Recorder.POLICIES), Policies.defaults());
        return new Backtests(
                inputs,
                (source, symbol, period) -> {
                    throw new IllegalStateException("a recorded backtest has its bars");
                },
                new AgentSeats(policies, inputs, (key, made) -> made.get()),
                own.strategies(),
                policy,
                workers,
                (family, counted) -> trials(trials),
                () -> run.facts().startedAt());
    }

    private static TrialSummary trials(JsonNode trials) {
        return new TrialSummary(
                trials.path("trials").asInt(),
                trials.path("measured").asInt(),
                trials.path("mean_sharpe").asDouble(Double.NaN),
                trials.path("variance_of_sharpe").asDouble(Double.NaN));
    }

    static List<Source> bars(JsonNode request, RecordedInputs contents) {
        List<Source> bars = new ArrayList<>();
        for (JsonNode name : request.path("bars")) {
            String part = bars.isEmpty() ? "bars" : "bars " + (bars.size() + 1);
            bars.add(contents.source(part, name.asText()));
        }
        return bars;
    }

    static @Nullable Source prices(JsonNode request, RecordedInputs contents) {
        JsonNode name = request.path("prices");
        return name.isTextual() ? contents.source("prices", name.asText()) : null;
    }

    static List<String> notices(JsonNode request) {
        List<String> notices = new ArrayList<>();
        request.path("notices").forEach(notice -> notices.add(notice.asText()));
        return notices;
    }

    static JsonNode read(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw Refusal.notUsable("the recorded request cannot be read: " + e.getOriginalMessage());
        }
    }
}
