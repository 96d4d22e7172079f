package io.quanttradingos.upstream.call;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to pause before a repetition: anything from nothing to a bound that doubles each time (full jitter), but never less
 * than the service asks for.
 *
 * <p>Source: M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog, 2015.
 */
final class Backoff {
    private static final int MOST_DOUBLINGS = 20;

    private final long firstNanos;
    private final RandomGenerator random;

    Backoff(Duration first, RandomGenerator random) {
        this.firstNanos = first.toNanos();
        this.random = random;
    }

    /** @param repetition 0 before the first one */
    Duration before(int repetition, @Nullable Duration retryAfter) {
        long bound = firstNanos * (1L << Math.min(repetition, MOST_DOUBLINGS));
        Duration jittered = Duration.ofNanos(next(bound));
        return retryAfter != null && retryAfter.compareTo(jittered) > 0 ? retryAfter : jittered;
    }

    /** A generator need not be made for several threads. */
    private synchronized long next(long bound) {
        return random.nextLong(bound + 1);
    }
}
