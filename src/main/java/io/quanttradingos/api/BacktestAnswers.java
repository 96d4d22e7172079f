package io.quanttradingos.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.report.TearSheet;
import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.backtest.BacktestQuestion.Part;
import io.quanttradingos.backtest.Judged;
import io.quanttradingos.backtest.Outcome;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.pipeline.AnswerRecorder;
import io.quanttradingos.state.Content;
import io.quanttradingos.state.RunRecord;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a backtest answers, as JSON or as a tear sheet; recorded before anyone is told of it. */
public final class BacktestAnswers {
    /** The kind of run that a backtest is. */
    public static final String BACKTEST = "backtest";

    /** The part of a run that holds what backtests assumed then. */
    public static final String POLICY = "backtest_policy";

    private static final List<String> LONG_PARTS = List.of("trades", "series", "return_histogram");

    /** Of a day in the series. */
    private static final long LEAST_BYTES_OF_A_BAR = 50;

    private final AnswerRecorder recorder;
    private final BacktestJson json;
    private final Content policy;
    private final OwnStrategies own;
    private final byte[] strategies;

    /**
     * Wires it.
     *
     * @param policy the policy of backtests as text, kept with every run
     * @param own the strategies there are, and what the user's own are made of
     */
    public BacktestAnswers(AnswerRecorder recorder, BacktestJson json, Content policy, OwnStrategies own) {
        this.recorder = recorder;
        this.json = json;
        this.policy = policy;
        this.own = own;
        this.strategies = StrategyList.json(own.strategies());
    }

    /**
     * A backtest that is on the disk.
     *
     * @param outcome what was computed
     * @param run its record
     */
    public record Recorded(Outcome outcome, RunRecord run) {}

    /** Records a backtest. */
    public Recorded record(Outcome outcome) {
        BacktestQuestion question = outcome.question();
        RunRecord run = recorder.record(new AnswerRecorder.Answer(
                BACKTEST,
                AnswerRecorder.OK,
                question.door(),
                outcome.at(),
                outcome.asOf(),
                json.request(outcome),
                json.answer(outcome, question.include()),
                inputs(outcome, policy, own),
                question.idempotencyKey()));
        return new Recorded(outcome, run);
    }

    /**
     * What a backtest was computed from, by part; {@link BacktestReplay} reads it back.
     *
     * @param policy of backtests, as text
     */
    static Map<String, Input<?>> inputs(Outcome outcome, Content policy, OwnStrategies own) {
        Map<String, Input<?>> inputs = new LinkedHashMap<>();
        for (Input<?> bars : outcome.inputs()) {
            inputs.put(inputs.isEmpty() ? "bars" : "bars " + (inputs.size() + 1), bars);
        }
        outcome.prices().ifPresent(prices -> inputs.put("prices", prices));
        inputs.put(POLICY, new Input<>("backtest.yaml", policy, 1, policy));
        inputs.putAll(own.inputs(outcome));
        return inputs;
    }

    /** The answer as JSON. */
    public byte[] json(Recorded recorded) {
        return answered(recorded.run());
    }

    /**
     * The answer as a tear sheet.
     *
     * @throws Refusal where it has too many bars for a page, or answered as the original did
     */
    public byte[] html(Recorded recorded) {
        if (!(recorded.outcome() instanceof Judged judged)) {
            throw Refusal.invalid("report: html is not there for conventions seed, whose answer is the original's");
        }
        ObjectNode answer = (ObjectNode) FieldReader.parse(BACKTEST, answered(recorded.run()));
        requirePage(judged.market().rows() * LEAST_BYTES_OF_A_BAR); // before so much is made
        byte[] all = json.answer(recorded.outcome(), EnumSet.allOf(Part.class));
        requirePage(all.length);
        ObjectNode whole = (ObjectNode) FieldReader.parse(BACKTEST, all);
        for (String part : LONG_PARTS) {
            answer.set(part, whole.get(part));
        }
        return TearSheet.html(answer);
    }

    private static void requirePage(long bytes) {
        if (bytes > Json.MOST_BYTES) {
            throw Refusal.notUsable("the page of this backtest would hold " + bytes + " bytes or more, at most "
                    + Json.MOST_BYTES + " are shown; ask for JSON, or test fewer bars");
        }
    }

    /** A recorded backtest as it was answered, byte for byte; the original's answer has no room for more. */
    static byte[] answered(RunRecord run) {
        String result = run.facts().resultJson();
        return isOfSeed(run) ? result.getBytes(StandardCharsets.UTF_8) : ProvenAnswer.of(run);
    }

    /** Whether a recorded backtest answered as the original did, without a word about its conventions. */
    static boolean isOfSeed(RunRecord run) {
        return !run.facts().resultJson().contains("\"conventions\"");
    }

    /** The strategies with their parameters. */
    public byte[] strategies() {
        return strategies;
    }
}
