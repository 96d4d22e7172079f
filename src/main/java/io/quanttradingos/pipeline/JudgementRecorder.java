package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.Input;
import io.quanttradingos.state.RunRecord;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a judgement of trades durable before anyone is told of it, and its score the cached one. */
public final class JudgementRecorder {
    /** The kind of run that a judgement is. */
    public static final String DISCIPLINE = "discipline";

    private final AnswerRecorder recorder;
    private final Memory memory;
    private final JudgementText text;

    /** Writes a judgement as it is recorded and answered. */
    public interface JudgementText {
        /** What was asked and known, without the inputs' contents. */
        String request(Judged judged);

        /** The answer. */
        byte[] answer(Judged judged);
    }

    public JudgementRecorder(AnswerRecorder recorder, Memory memory, JudgementText text) {
        this.recorder = recorder;
        this.memory = memory;
        this.text = text;
    }

    /** Records a judgement and gives its answer once it is on the disk. */
    public byte[] record(Judged judged) {
        RunRecord run = recorder.record(new AnswerRecorder.Answer(
                DISCIPLINE,
                AnswerRecorder.OK,
                judged.question().door(),
                judged.at(),
                null,
                text.request(judged),
                text.answer(judged),
                inputs(judged),
                judged.question().idempotencyKey()));
        memory.discipline(judged.report(), run, run.facts().finishedAt());
        return run.facts().resultJson().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Input<?>> inputs(Judged judged) {
        Map<String, Input<?>> inputs = new LinkedHashMap<>();
        inputs.put("trades", judged.trades());
        inputs.put("plan", judged.plan());
        if (judged.prices() != null) {
            inputs.put("prices", judged.prices());
        }
        return inputs;
    }
}
