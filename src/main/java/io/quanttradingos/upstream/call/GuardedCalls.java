package io.quanttradingos.upstream.call;

import io.quanttradingos.failure.Abandonment;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks services within bounds: from recordings, from memory, or for real.
 *
 * <p>The order: a recording where only recordings are played; memory; an equal question that is underway; a place among the
 * calls in work; the service's pace; its breaker; sending, with repetitions; recording; memory.
 */
public final class GuardedCalls implements UpstreamCalls, AutoCloseable {
    private final CallSettings settings;
    private final Recordings recordings;
    private final AnswerMemory memory;
    private final SharedCalls shared = new SharedCalls();
    private final Crowd crowd;
    private final PatientCalls patient;
    private final AutoCloseable threads;

    /**
     * Wires it.
     *
     * @param clock says when an answer was given
     * @param random how pauses between repetitions are spread
     * @param time how waiting is measured and done; the budgets of the calls must be measured by the same
     */
    public GuardedCalls(
            CallSettings settings,
            Transport transport,
            Recordings recordings,
            InstantSource clock,
            RandomGenerator random,
            CallTime time) {
        this(settings, transport, recordings, clock, random, time, Carrying.nothing());
    }

    /** The same, where the threads that send are to know what those that ask do. */
    public GuardedCalls(
            CallSettings settings,
            Transport transport,
            Recordings recordings,
            InstantSource clock,
            RandomGenerator random,
            CallTime time,
            Carrying carrying) {
        this(settings, bounded(settings, transport, carrying), recordings, clock, random, time);
    }

    private static BoundedSends bounded(CallSettings settings, Transport transport, Carrying carrying) {
        int atOnce = settings.load().atOnce();
        return new BoundedSends(transport, atOnce, atOnce, carrying);
    }

    private GuardedCalls(
            CallSettings settings,
            BoundedSends sends,
            Recordings recordings,
            InstantSource clock,
            RandomGenerator random,
            CallTime time) {
        this(settings, sends, sends, recordings, clock, random, time);
    }

    /** With a way of sending that needs no thread. */
    GuardedCalls(
            CallSettings settings,
            Sends sends,
            AutoCloseable threads,
            Recordings recordings,
            InstantSource clock,
            RandomGenerator random,
            CallTime time) {
        this.settings = settings;
        this.recordings = recordings;
        this.memory = new AnswerMemory(settings.memory(), time);
        this.crowd = new Crowd(settings.load().atOnce(), settings.load().waiting());
        this.patient = new PatientCalls(settings, sends, clock, random, time);
        this.threads = threads;
    }

    @Override
    public Optional<Served> ask(Call call, Budget budget) {
        if (settings.mode() == CallSettings.Mode.REPLAY) {
            return recordings
                    .find(call)
                    .orElseThrow(() -> CallRefusals.unrecorded(call))
                    .served();
        }
        CallName name = CallName.of(call);
        KnownAnswer remembered = memory.get(name);
        if (remembered != null) {
            return remembered.served(call.day(), Served.Origin.CACHED);
        }
        SharedCalls.Shared answer = shared.ask(name, call, budget, () -> askNow(name, call, budget));
        return answer.answer().served(call.day(), answer.wasUnderway() ? Served.Origin.CACHED : Served.Origin.LIVE);
    }

    private KnownAnswer askNow(CallName name, Call call, Budget budget) {
        Abandonment.check();
        crowd.enter(call, budget);
        try {
            KnownAnswer answer = patient.ask(call, budget);
            if (settings.mode() == CallSettings.Mode.RECORD) {
                recordings.keep(call, answer);
            }
            memory.put(name, answer);
            return answer;
        } finally {
            crowd.leave();
        }
    }

    /** Whether a service is left alone for now because it has failed too often. */
    public boolean leavesAlone(UpstreamService service) {
        return patient.leavesAlone(service);
    }

    /** Calls that wait for a place among those in work. */
    int waiting() {
        return crowd.waiting();
    }

    /** Breaks off what is underway. */
    @Override
    public void close() {
        try {
            threads.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
