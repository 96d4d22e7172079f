package io.quanttradingos.pipeline;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.CurrentInputs;
import io.quanttradingos.inputs.ImportFields;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.RecordedText.AskedDecision;
import io.quanttradingos.pipeline.RecordedText.AskedJudgement;
import io.quanttradingos.policy.PolicyFile;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.state.InputDigest;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.StageDigest;
import io.quanttradingos.table.TextTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Computes a recorded run again, from its record alone: its inputs and fetched closes by their digests, the policies it ran
 * under, and what it knew of earlier runs. Nothing is fetched, nothing is written.
 */
public final class Replay {
    /** The kinds of run that can be computed again here. */
    public static final List<String> KINDS = List.of(Recorder.DECISION, JudgementRecorder.DISCIPLINE);

    private static final String FETCHED = "fetched ";
    private static final long ROOM_FOR_ONE_RUN = 16L * 1024 * 1024;

    private final RunStore store;
    private final Inputs inputs;
    private final RecordedText recorded;
    private final Function<Agents, DecisionText> decisions;
    private final JudgementRecorder.JudgementText judgements;
    private final Function<Object, byte[]> json;

    /**
     * Wires it.
     *
     * @param inputs reads the recorded contents; never asked for a file
     * @param decisions writes a decision of some agents as it is recorded
     * @param json writes a stage as it is recorded
     */
    public Replay(
            RunStore store,
            Inputs inputs,
            RecordedText recorded,
            Function<Agents, DecisionText> decisions,
            JudgementRecorder.JudgementText judgements,
            Function<Object, byte[]> json) {
        this.store = store;
        this.inputs = inputs;
        this.recorded = recorded;
        this.decisions = decisions;
        this.judgements = judgements;
        this.json = json;
    }

    /**
     * A run's outputs, as recorded and as computed again.
     *
     * @param recorded JSON by the part of the answer it stands in; {@link #ANSWER} for what stands beside the stages
     * @param recomputed the same parts
     */
    public record Outputs(Map<String, byte[]> recorded, Map<String, byte[]> recomputed) {
        /** The part that is no stage. */
        public static final String ANSWER = "";
    }

    /**
     * Computes a run again.
     *
     * @throws Refusal where the run is of a kind that cannot be, or its record is missing something or damaged
     */
    public Outputs of(RunRecord run) {
        RecordedInputs contents = new RecordedInputs(store, run);
        return switch (run.facts().kind()) {
            case Recorder.DECISION -> new Outputs(recordedOutputs(run, contents), decision(run, contents));
            case JudgementRecorder.DISCIPLINE -> new Outputs(recordedOutputs(run, contents), judgement(run, contents));
            default ->
                throw Refusal.notUsable("run " + run.runId() + " is a "
                        + run.facts().kind() + "; a run of that kind cannot be replayed");
        };
    }

    private static Map<String, byte[]> recordedOutputs(RunRecord run, RecordedInputs contents) {
        Map<String, byte[]> outputs = new LinkedHashMap<>();
        for (StageDigest stage : run.facts().stages()) {
            outputs.put(stage.stage(), contents.content("the output of stage '" + stage.stage() + "'", stage.sha256()));
        }
        outputs.put(Outputs.ANSWER, bytes(run.facts().resultJson()));
        return outputs;
    }

    private Map<String, byte[]> decision(RunRecord run, RecordedInputs contents) {
        AskedDecision asked = recorded.decision(run.facts().requestJson());
        Agents agents = agents(contents);
        StageCache results = new StageCache(json, ROOM_FOR_ONE_RUN);
        Pipeline pipeline = Pipeline.ofGathered(agents, results);
        Decided decided = pipeline.decide(gathered(run, asked, contents));
        Map<String, byte[]> outputs = new LinkedHashMap<>();
        outputs.put("regime", decided.regimeStage().regime().json().bytes());
        outputs.put("portfolio", decided.portfolioStage().portfolio().json().bytes());
        outputs.put(Outputs.ANSWER, bytes(decisions.apply(agents).result(decided)));
        return outputs;
    }

    private static Agents agents(RecordedInputs contents) {
        return Agents.of(
                PolicyFile.read("the recorded policies", contents.required(Recorder.POLICIES), Policies.defaults()));
    }

    private Gathered gathered(RunRecord run, AskedDecision asked, RecordedInputs contents) {
        Map<String, String> names = asked.names();
        return new Gathered(
                run.facts().startedAt(),
                asked.request(),
                valued(run, asked, contents),
                names.containsKey("trades") ? trades(names, contents, asked.imports()) : null,
                names.containsKey("plan") ? plan("plan", names, contents) : null,
                asked.portfolioId(),
                asked.known(),
                asked.defaultScore());
    }

    private Valued valued(RunRecord run, AskedDecision asked, RecordedInputs contents) {
        Input<PriceFile> prices =
                prices("prices", asked.names(), asked.request().dateFormat(), contents, asked.imports());
        List<Input<PriceTable>> fetched = run.facts().inputs().stream()
                .filter(input -> input.name().startsWith(FETCHED))
                .map(input -> fetched(input, contents))
                .toList();
        PriceTable table = prices.value().table();
        for (Input<PriceTable> more : fetched) {
            table = table.mergedWith(more.value());
        }
        Source holdingsSource = ImportFields.answered(
                contents.source("holdings", nameOf("holdings", asked.names())), "holdings", asked.imports());
        Input<Holdings> holdings = inputs.holdings("holdings", holdingsSource);
        return new Valued(
                Gathering.lastDate(prices.value().table(), asked.request().asOf()),
                prices,
                table,
                fetched,
                new CurrentInputs.OwnedHoldings(holdingsSource, null),
                holdings);
    }

    private Input<PriceFile> prices(
            String part,
            Map<String, String> names,
            @Nullable String dateFormat,
            RecordedInputs contents,
            @Nullable Map<String, Map<String, String>> imports) {
        Source source = contents.source(part, nameOf(part, names));
        return inputs.prices(part, ImportFields.answered(source, part, imports), dateFormat);
    }

    private Input<PriceTable> fetched(InputDigest input, RecordedInputs contents) {
        Input<PriceFile> file =
                inputs.prices(input.name(), new Source.Given(input.name(), contents.content(input)), null);
        return new Input<>(
                file.name(), file.content(), file.rows(), file.value().table());
    }

    private Input<TextTable> trades(
            Map<String, String> names, RecordedInputs contents, @Nullable Map<String, Map<String, String>> imports) {
        Source source = contents.source("trades", nameOf("trades", names));
        return inputs.trades("trades", ImportFields.answered(source, "trades", imports));
    }

    private Input<Map<String, Object>> plan(String part, Map<String, String> names, RecordedInputs contents) {
        return inputs.json(part, contents.source(part, nameOf(part, names)));
    }

    private static String nameOf(String part, Map<String, String> names) {
        return names.getOrDefault(part, part);
    }

    private Map<String, byte[]> judgement(RunRecord run, RecordedInputs contents) {
        AskedJudgement asked = recorded.judgement(run.facts().requestJson());
        Agents agents = agents(contents);
        Input<TextTable> trades = trades(asked.names(), contents, asked.imports());
        Input<Map<String, Object>> plan = plan("plan", asked.names(), contents);
        Optional<Input<PriceFile>> prices = asked.names().containsKey("prices")
                ? Optional.of(prices("prices", asked.names(), null, contents, asked.imports()))
                : Optional.empty();
        DisciplineQuestion question = new DisciplineQuestion(
                contents.source("trades", trades.name()),
                contents.source("plan", plan.name()),
                asked.regimeLabel(),
                null,
                asked.conventions(),
                Door.REPLAY,
                null);
        Judged judged = new TradeJudging(agents.discipline())
                .judged(
                        Instant.EPOCH,
                        question,
                        trades,
                        plan,
                        prices.orElse(null),
                        prices.map(input -> agents.regime().series(input.value().table()))
                                .orElse(null),
                        asked.previousScores());
        return Map.of(Outputs.ANSWER, judgements.answer(judged));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
