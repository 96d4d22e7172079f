package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.Input;
import io.quanttradingos.pipeline.ExecutionDiscipline.Origin;
import io.quanttradingos.state.Content;
import io.quanttradingos.state.PortfolioValue;
import io.quanttradingos.state.RunDraft;
import io.quanttradingos.state.RunIds;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The last step: makes a decision durable before anyone is told of it. */
public final class Recorder {
    /** The part of a run that names the policies it ran under. */
    public static final String POLICIES = "policies";

    /** The kind of run that a decision is. */
    public static final String DECISION = "decision";

    private final RunStore store;
    private final Memory memory;
    private final DecisionText text;
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
    public Recorder(
            RunStore store,
            Memory memory,
            DecisionText text,
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

    /** Records a decision and returns once it is on the disk. */
    public Recorded record(Decided decided) {
        Instant now = clock.instant();
        RunRecord run = store.append(draft(decided, RunIds.next(now, random), now));
        remember(decided, run, now);
        return new Recorded(decided, run);
    }

    private RunDraft draft(Decided decided, String runId, Instant now) {
        Gathered gathered = decided.gathered();
        RunDraft.Builder draft = RunDraft.of(
                        runId, DECISION, gathered.request().door().code())
                .ran(gathered.at(), now)
                .asOf(gathered.asOf())
                .request(text.request(decided))
                .result(text.result(decided))
                .stage("regime", decided.regimeStage().regime().json())
                .stage("portfolio", decided.portfolioStage().portfolio().json())
                .under(policies.sha256(), version)
                .idempotencyKey(gathered.request().idempotencyKey())
                .portfolioValue(new PortfolioValue(
                        gathered.portfolioId(),
                        gathered.asOf(),
                        decided.portfolioStage().portfolio().value().totalValue()));
        cite(draft, "prices", gathered.prices());
        gathered.fetched().forEach(input -> cite(draft, input.name(), input));
        cite(draft, "holdings", gathered.holdings());
        cite(draft, "trades", gathered.trades());
        cite(draft, "plan", gathered.plan());
        return draft.input(POLICIES, policies, null).build();
    }

    private static void cite(RunDraft.Builder draft, String part, @Nullable Input<?> input) {
        if (input != null) {
            draft.input(part, input.content(), (long) input.rows());
        }
    }

    private void remember(Decided decided, RunRecord run, Instant now) {
        ExecutionDiscipline discipline = decided.before().discipline();
        if (discipline.source() == Origin.TRADES && discipline.report() != null) {
            memory.discipline(discipline.report(), run, now);
        }
        memory.regime(decided, run, now);
    }
}
