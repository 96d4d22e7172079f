package io.quanttradingos.upstream.call;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much longer one request may wait for other services, all its calls and retries together.
 *
 * <p>Begins to run when it is made.
 */
public final class Budget {
    private final LongSupplier nanoTime;
    private final long end;

    private Budget(Duration total, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + total.toNanos();
    }

    /** A budget that begins now. */
    public static Budget of(Duration total) {
        return of(total, System::nanoTime);
    }

    /** A budget by a clock of one's own, in nanoseconds. */
    public static Budget of(Duration total, LongSupplier nanoTime) {
        return new Budget(total, nanoTime);
    }

    /** What is left; zero where nothing is. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    /** What is left, but no more than a limit. */
    public Duration atMost(Duration limit) {
        Duration left = remaining();
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
