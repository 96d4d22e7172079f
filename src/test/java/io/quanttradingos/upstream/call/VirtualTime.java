package io.quanttradingos.upstream.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only where somebody waits. */
final class VirtualTime implements CallTime {
    private final List<Duration> slept = new ArrayList<>();
    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        slept.add(duration);
        pass(duration);
    }

    void pass(Duration duration) {
        now += duration.toNanos();
    }

    Duration elapsed() {
        return Duration.ofNanos(now);
    }

    /** The pauses so far. */
    List<Duration> slept() {
        return slept;
    }
}
