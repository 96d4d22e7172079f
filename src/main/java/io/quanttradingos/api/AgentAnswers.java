package io.quanttradingos.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.discipline.TradingPlan;
import io.quanttradingos.guardian.GuardianRequest;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.pipeline.AnswerRecorder;
import io.quanttradingos.pipeline.DisciplineQuestion;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.pipeline.JudgementRecorder;
import io.quanttradingos.pipeline.PortfolioQuestion;
import io.quanttradingos.pipeline.RegimeQuestion;
import io.quanttradingos.pipeline.SingleAgents;
import io.quanttradingos.state.RunRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each agent alone answers, as JSON. */
public final class AgentAnswers {
    private final SingleAgents agents;
    private final JudgementRecorder judgements;
    private final AnswerRecorder recorder;
    private final Map<String, String> conventions;

    public AgentAnswers(
            SingleAgents agents,
            JudgementRecorder judgements,
            AnswerRecorder recorder,
            Map<String, String> conventions) {
        this.agents = agents;
        this.judgements = judgements;
        this.recorder = recorder;
        this.conventions = conventions;
    }

    /** The regime of one date, or of every date where that was asked for. */
    public byte[] regime(Requests.Regime request) {
        byte[] last = agents.regime(request.question())
                .json()
                .bytes(); // refuses too short a history, which a series alone does not
        if (request.csv()) {
            return RegimeSeriesText.csv(agents.series(request.question()));
        }
        if (request.series()) {
            return Json.bytes(Map.of("series", RegimeSeriesText.rows(agents.series(request.question()))));
        }
        return withConventions(last);
    }

    /**
     * A regime to be recorded: one that came through a door which promises a record of everything.
     *
     * @param note a sentence for its reader; null where there is none
     */
    public record RecordedRegime(
            RegimeQuestion question,
            Door door,
            @Nullable String idempotencyKey,
            @Nullable String note) {}

    /** The regime of one date, recorded before it is answered. */
    public byte[] recordedRegime(RecordedRegime request) {
        SingleAgents.Assessed assessed = agents.assessed(request.question());
        ObjectNode answer = (ObjectNode) FieldReader.parse(
                "regime", withConventions(assessed.regime().json().bytes()));
        if (request.note() != null) {
            answer.withArray("warnings").add(request.note());
        }
        RunRecord run = recorder.record(new AnswerRecorder.Answer(
                "regime",
                AnswerRecorder.OK,
                request.door(),
                assessed.at(),
                assessed.asOf(),
                "{}",
                Json.bytes(answer),
                Map.of("prices", assessed.prices()),
                request.idempotencyKey()));
        return run.facts().resultJson().getBytes(StandardCharsets.UTF_8);
    }

    /** A plan to be checked and recorded. */
    public record RecordedPlan(
            Input<Map<String, Object>> plan,
            Instant at,
            Door door,
            @Nullable String idempotencyKey) {}

    /** What a plan was understood as. */
    public byte[] recordedPlan(RecordedPlan request) {
        TradingPlan plan =
                TradingPlan.read(request.plan().name(), request.plan().value()).orRefuse();
        RunRecord run = recorder.record(new AnswerRecorder.Answer(
                "plan",
                AnswerRecorder.OK,
                request.door(),
                request.at(),
                null,
                "{}",
                Json.bytes(Map.of("status", "ok", "plan", plan)),
                Map.of("plan", request.plan()),
                request.idempotencyKey()));
        return run.facts().resultJson().getBytes(StandardCharsets.UTF_8);
    }

    /** What a portfolio looks like. */
    public byte[] portfolio(PortfolioQuestion question) {
        return withConventions(agents.portfolio(question).json().bytes());
    }

    /** How disciplined a trade log is; recorded before it is answered. */
    public byte[] discipline(DisciplineQuestion question) {
        return judgements.record(agents.discipline(question));
    }

    /** What may be risked on the next trade. */
    public byte[] guardian(GuardianRequest request) {
        return Json.bytes(agents.guardian(request));
    }

    /** Appends the conventions to a JSON object that is written already. */
    private byte[] withConventions(byte[] object) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(object.length + 512);
        json.write(object, 0, object.length - 1);
        json.writeBytes(",\"conventions\":".getBytes(StandardCharsets.UTF_8));
        json.writeBytes(Json.bytes(conventions));
        json.write('}');
        return json.toByteArray();
    }
}
