package io.quanttradingos.upstream.call;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How often a service is asked: so many calls in each minute, counted from the start of the product. */
final class Pace {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final UpstreamService service;
    private final CallTime time;
    private final @Nullable AtomicRateLimiter limiter;

    /** @param perMinute calls a minute; 0 sets no bound */
    Pace(UpstreamService service, int perMinute, CallTime time) {
        this.service = service;
        this.time = time;
        this.limiter = perMinute == 0 ? null : limiter(service, perMinute);
    }

    private static AtomicRateLimiter limiter(UpstreamService service, int perMinute) {
        RateLimiterConfig config = RateLimiterConfig.custom()
                .limitForPeriod(perMinute)
                .limitRefreshPeriod(MINUTE)
                .timeoutDuration(Duration.ofDays(1))
                .build();
        return new AtomicRateLimiter(service.code(), config);
    }

    /**
     * Waits for the call's turn.
     *
     * @throws io.quanttradingos.failure.Refusal where it would come too late, saying when
     */
    void await(Budget budget) throws InterruptedException {
        Duration wait = reserve(budget);
        if (!wait.isZero()) {
            time.sleep(wait);
        }
    }

    /** A turn that would come too late is not taken, so that it is left to others: hence the lock. */
    private synchronized Duration reserve(Budget budget) {
        if (limiter == null) {
            return Duration.ZERO;
        }
        Duration until = Duration.ofNanos(limiter.getDetailedMetrics().getNanosToWait());
        if (!until.isZero() && until.compareTo(budget.remaining()) >= 0) {
            throw CallRefusals.askedOften(service, until);
        }
        return Duration.ofNanos(Math.max(0, limiter.reservePermission()));
    }
}
