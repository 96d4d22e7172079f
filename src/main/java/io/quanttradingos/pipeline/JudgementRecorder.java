package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.Input;
import io.quanttradingos.state.Content;
import io.quanttradingos.state.RunDraft;
import io.quanttradingos.state.RunIds;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes a judgement of trades durable before anyone is told of it, and its score the cached one. */
public final class JudgementRecorder {
    /** The kind of run that a judgement is. */
    public static final String DISCIPLINE = "discipline";

    private final RunStore store;
    private final Memory memory;
    private final JudgementText text;
    private final Content policies;
    private final String version;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Writes a judgement as it is recorded and answered. */
    public interface JudgementText {
        /** What was asked and known, without the inputs' contents. */
        String request(Judged judged);

        /** The answer. */
        byte[] answer(Judged judged);
    }

    /**
     * Wires the recorder.
     *
     * @param policies the policies as text, kept with every run so that it can be repeated under them
     * @param version the program's version
     */
    public JudgementRecorder(
            RunStore store,
            Memory memory,
            JudgementText text,
            Content policies,
            String version,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.memory = memory;
        this.text = text;
        this.policies = policies;
        this.version = version;
        this.clock = clock;
        this.random = random;
    }

    /** Records a judgement and gives its answer once it is on the disk. */
    public byte[] record(Judged judged) {
        Instant now = clock.instant();
        byte[] answer = text.answer(judged);
        RunDraft.Builder draft = RunDraft.of(
                        RunIds.next(now, random),
                        DISCIPLINE,
                        judged.question().door().code())
                .ran(judged.at(), now)
                .request(text.request(judged))
                .result(new String(answer, StandardCharsets.UTF_8))
                .under(policies.sha256(), version)
                .idempotencyKey(judged.question().idempotencyKey());
        cite(draft, "trades", judged.trades());
        cite(draft, "plan", judged.plan());
        cite(draft, "prices", judged.prices());
        RunRecord run =
                store.append(draft.input(Recorder.POLICIES, policies, null).build());
        memory.discipline(judged.report(), run, now);
        return run.facts().resultJson().getBytes(StandardCharsets.UTF_8);
    }

    private static void cite(RunDraft.Builder draft, String part, @Nullable Input<?> input) {
        if (input != null) {
            draft.input(part, input.content(), (long) input.rows());
        }
    }
}
