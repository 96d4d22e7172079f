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
import java.time.LocalDate;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes the answer of a single agent durable before anyone is told of it. */
public final class AnswerRecorder {
    /** The status of a run that gave what was asked. */
    public static final String OK = "ok";

    /** The status of a run whose answer is a problem. */
    public static final String REFUSED = "refused";

    private final RunStore store;
    private final Content policies;
    private final String version;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * Wires the recorder.
     *
     * @param policies the policies as text, kept with every run so that it can be repeated under them
     * @param version the program's version
     */
    public AnswerRecorder(
            RunStore store, Content policies, String version, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.policies = policies;
        this.version = version;
        this.clock = clock;
        this.random = random;
    }

    /**
     * An answer about to be recorded.
     *
     * @param kind what was run, such as {@code discipline}
     * @param status {@code ok}, or {@code refused} where the answer is a problem
     * @param door how it came in
     * @param at when it began
     * @param asOf the last date of the data it saw; null where it saw none
     * @param request what was asked and known as JSON, without the inputs' contents
     * @param answer the answer as JSON
     * @param inputs what it was computed from, by part
     * @param idempotencyKey two with the same one are one run; null where each is its own
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(
            String kind,
            String status,
            Door door,
            Instant at,
            @Nullable LocalDate asOf,
            String request,
            byte[] answer,
            Map<String, Input<?>> inputs,
            @Nullable String idempotencyKey) {}

    /** Records an answer; where its key is known already, gives the record of the first time. */
    public RunRecord record(Answer answer) {
        Instant now = clock.instant();
        RunDraft.Builder draft = RunDraft.of(
                        RunIds.next(now, random), answer.kind(), answer.door().code())
                .ran(answer.at(), now)
                .status(answer.status())
                .asOf(answer.asOf())
                .request(answer.request())
                .result(new String(answer.answer(), StandardCharsets.UTF_8))
                .under(policies.sha256(), version)
                .idempotencyKey(answer.idempotencyKey());
        answer.inputs().forEach((part, input) -> draft.input(part, input.content(), (long) input.rows()));
        return store.append(draft.input(Recorder.POLICIES, policies, null).build());
    }
}
