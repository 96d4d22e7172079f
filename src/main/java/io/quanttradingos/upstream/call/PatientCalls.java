package io.quanttradingos.upstream.call;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a call, and again where that may help, as often and as soon as the service bears it. */
final class PatientCalls {
    private static final Logger LOG = LoggerFactory.getLogger(PatientCalls.class);

    private final CallSettings settings;
    private final Sends sends;
    private final InstantSource clock;
    private final CallTime time;
    private final Backoff backoff;
    private final Map<UpstreamService, Pace> paces = new EnumMap<>(UpstreamService.class);
    private final Map<UpstreamService, Breaker> breakers = new EnumMap<>(UpstreamService.class);

    PatientCalls(CallSettings settings, Sends sends, InstantSource clock, RandomGenerator random, CallTime time) {
        this.settings = settings;
        this.sends = sends;
        this.clock = clock;
        this.time = time;
        this.backoff = new Backoff(settings.retries().firstBackoff(), random);
        for (UpstreamService service : UpstreamService.values()) {
            paces.put(service, new Pace(service, settings.load().perMinuteOf(service), time));
            breakers.put(service, new Breaker(service, settings.breaker(), time));
        }
    }

    /**
     * Sends until there is an answer.
     *
     * @throws io.quanttradingos.failure.Refusal where none is to be had within the budget
     */
    KnownAnswer ask(Call call, Budget budget) {
        try {
            for (int repetition = 0; ; repetition++) {
                Attempt attempt = once(call, budget);
                if (attempt instanceof Attempt.Answered answered) {
                    return answered.answer();
                }
                Attempt.Failed failed = (Attempt.Failed) attempt;
                Duration pause = backoff.before(repetition, failed.retryAfter());
                if (repetition >= settings.retries().most() || !isWorthAnother(call, failed, pause, budget)) {
                    throw failed.refusal();
                }
                time.sleep(pause);
            }
        } catch (InterruptedException e) {
            throw CallRefusals.interrupted(call.service());
        }
    }

    private boolean isWorthAnother(Call call, Attempt.Failed failed, Duration pause, Budget budget) {
        Duration left = budget.remaining().minus(pause);
        return switch (failed.again()) {
            case NEVER -> false;
            case WITH_ANY_TIME -> !left.isZero() && !left.isNegative();
            case WITH_FULL_TIME -> left.compareTo(settings.timeouts().of(call.service())) >= 0;
        };
    }

    private Attempt once(Call call, Budget budget) throws InterruptedException {
        Breaker breaker = breaker(call);
        breaker.requireClosed();
        pace(call).await(budget);
        Duration whole = settings.timeouts().of(call.service());
        Duration within = budget.atMost(whole);
        if (within.isZero()) {
            throw CallRefusals.timedOut(call.service());
        }
        breaker.begin();
        boolean told = false;
        try {
            Attempt attempt = sent(call, within, within.equals(whole));
            tell(breaker, attempt);
            told = true;
            return attempt;
        } finally {
            if (!told) {
                breaker.learntNothing();
            }
        }
    }

    private Attempt sent(Call call, Duration within, boolean hasFullTime) throws InterruptedException {
        try {
            return Attempt.of(call, sends.send(call, within), clock.instant());
        } catch (IOException e) {
            Attempt.Failed failed = Attempt.of(call, e, hasFullTime);
            LOG.warn("{}: {}", failed.refusal().detail(), Keyless.text(e.toString(), call.key()));
            return failed;
        }
    }

    private static void tell(Breaker breaker, Attempt attempt) {
        if (attempt instanceof Attempt.Failed failed) {
            if (failed.blamed()) {
                breaker.failed(failed.refusal());
            } else {
                breaker.learntNothing();
            }
        } else {
            breaker.succeeded();
        }
    }

    boolean leavesAlone(UpstreamService service) {
        return Objects.requireNonNull(breakers.get(service)).isOpen();
    }

    private Pace pace(Call call) {
        return Objects.requireNonNull(paces.get(call.service()));
    }

    private Breaker breaker(Call call) {
        return Objects.requireNonNull(breakers.get(call.service()));
    }
}
