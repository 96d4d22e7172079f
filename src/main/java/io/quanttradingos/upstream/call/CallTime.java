package io.quanttradingos.upstream.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time as it passes while a service is asked. */
public interface CallTime {
    /** Nanoseconds since some moment, as {@link System#nanoTime()}. */
    long nanoTime();

    /** Waits. */
    void sleep(Duration duration) throws InterruptedException;

    /** Time that really passes. */
    static CallTime passing() {
        return new CallTime() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            }
        };
    }
}
