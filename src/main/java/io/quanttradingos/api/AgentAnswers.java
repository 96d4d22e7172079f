package io.quanttradingos.api;

import io.quanttradingos.guardian.GuardianRequest;
import io.quanttradingos.pipeline.DisciplineQuestion;
import io.quanttradingos.pipeline.JudgementRecorder;
import io.quanttradingos.pipeline.PortfolioQuestion;
import io.quanttradingos.pipeline.SingleAgents;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What each agent alone answers, as JSON. */
public final class AgentAnswers {
    private final SingleAgents agents;
    private final JudgementRecorder recorder;
    private final Map<String, String> conventions;

    public AgentAnswers(SingleAgents agents, JudgementRecorder recorder, Map<String, String> conventions) {
        this.agents = agents;
        this.recorder = recorder;
        this.conventions = conventions;
    }

    /** The regime of one date, or of every date where that was asked for. */
    public byte[] regime(Requests.Regime request) {
        if (request.csv()) {
            return RegimeSeriesText.csv(agents.series(request.question()));
        }
        if (request.series()) {
            return Json.bytes(Map.of("series", RegimeSeriesText.rows(agents.series(request.question()))));
        }
        return withConventions(agents.regime(request.question()).json().bytes());
    }

    /** What a portfolio looks like. */
    public byte[] portfolio(PortfolioQuestion question) {
        return withConventions(agents.portfolio(question).json().bytes());
    }

    /** How disciplined a trade log is; recorded before it is answered. */
    public byte[] discipline(DisciplineQuestion question) {
        return recorder.record(agents.discipline(question));
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
