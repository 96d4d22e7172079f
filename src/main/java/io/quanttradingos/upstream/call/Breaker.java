package io.quanttradingos.upstream.call;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.quanttradingos.failure.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** Leaves a service alone for a while that failed too large a share of its last calls; then one call tries it anew. */
final class Breaker {
    private final UpstreamService service;
    private final CallTime time;
    private final Duration openFor;
    private final CircuitBreaker breaker;
    private volatile long openUntil;

    Breaker(UpstreamService service, CallSettings.LeavingAlone settings, CallTime time) {
        this.service = service;
        this.time = time;
        this.openFor = settings.openFor();
        this.breaker = CircuitBreaker.of(service.code(), config(settings, time));
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                openUntil = time.nanoTime() + openFor.toNanos();
            }
        });
    }

    private static CircuitBreakerConfig config(CallSettings.LeavingAlone settings, CallTime time) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(2 * settings.leastCalls())
                .minimumNumberOfCalls(settings.leastCalls())
                .failureRateThreshold((float) (100 * settings.failureShare()))
                // how long a call may take is bounded elsewhere
                .slowCallDurationThreshold(Duration.ofDays(1))
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(new PassingClock(time))
                .currentTimestampFunction(clock -> time.nanoTime(), TimeUnit.NANOSECONDS)
                .build();
    }

    /** Refuses while the service is left alone; takes no part in what follows. */
    void requireClosed() {
        if (isOpen()) {
            throw leftAlone();
        }
    }

    /** Whether the service is left alone now. */
    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN && time.nanoTime() - openUntil < 0;
    }

    /** Begins a call that must end in one of {@link #succeeded}, {@link #failed} and {@link #learntNothing}. */
    void begin() {
        if (!breaker.tryAcquirePermission()) {
            throw leftAlone();
        }
    }

    void succeeded() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(Throwable failure) {
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
    }

    /** The call says nothing about whether the service works. */
    void learntNothing() {
        breaker.releasePermission();
    }

    private Refusal leftAlone() {
        return CallRefusals.leftAlone(service, Duration.ofNanos(Math.max(0, openUntil - time.nanoTime())));
    }

    /** A clock that shows how much time has passed, which is all that the breaker asks it for. */
    private static final class PassingClock extends Clock {
        private final CallTime time;

        PassingClock(CallTime time) {
            this.time = time;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(time.nanoTime());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
