package io.quanttradingos.upstream.call;

import io.quanttradingos.failure.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Calls in virtual time: a script answers, and settings can be changed one by one. */
final class Desk {
    static final LocalDate DAY = LocalDate.of(2026, 1, 2);
    static final Instant NOW = Instant.parse("2026-01-02T09:30:00Z");
    static final AccessKey KEY = AccessKey.of("s3cr3t-k3y");
    static final Call NEWS =
            Call.get(UpstreamService.FINNHUB, "company-news AAPL", DAY, "/company-news?symbol=AAPL", KEY);

    final VirtualTime time = new VirtualTime();
    final Script script = new Script(time);
    private final GuardedCalls calls;

    Desk(CallSettings settings, Path recordings) {
        this.calls = new GuardedCalls(
                settings, script, () -> {}, new Recordings(recordings), () -> NOW, new SplittableRandom(7), time);
    }

    static Desk of(CallSettings settings) {
        return new Desk(settings, Path.of("target", "no-recordings"));
    }

    /** The usual settings, but without a pace, which is of real time. */
    static CallSettings settings() {
        return withPace(leavingAloneAfterTen(CallSettings.defaults()), 0);
    }

    private static CallSettings leavingAloneAfterTen(CallSettings base) {
        return new CallSettings(
                base.mode(),
                base.timeouts(),
                base.retries(),
                base.load(),
                new CallSettings.LeavingAlone(0.5, 10, Duration.ofSeconds(30)),
                base.memory());
    }

    static CallSettings withPace(CallSettings base, int perMinute) {
        CallSettings.Load load =
                new CallSettings.Load(base.load().atOnce(), base.load().waiting(), perMinute);
        return new CallSettings(base.mode(), base.timeouts(), base.retries(), load, base.breaker(), base.memory());
    }

    static CallSettings withMemory(CallSettings base, long bytes, Duration longest) {
        return new CallSettings(
                base.mode(),
                base.timeouts(),
                base.retries(),
                base.load(),
                base.breaker(),
                new CallSettings.Memory(bytes, longest));
    }

    static CallSettings withMode(CallSettings base, CallSettings.Mode mode) {
        return new CallSettings(mode, base.timeouts(), base.retries(), base.load(), base.breaker(), base.memory());
    }

    Budget budget(Duration total) {
        return Budget.of(total, time::nanoTime);
    }

    Optional<Served> ask(Call call) {
        return ask(call, Duration.ofSeconds(20));
    }

    Optional<Served> ask(Call call, Duration total) {
        return calls.ask(call, budget(total));
    }

    /** The refusal a call ends in. */
    Refusal refused(Call call, Duration total) {
        try {
            throw new AssertionError("was answered: " + ask(call, total));
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    Refusal refused(Call call) {
        return refused(call, Duration.ofSeconds(20));
    }

    static Call of(UpstreamService service, String path, @Nullable AccessKey key) {
        return Call.get(service, "subject", DAY, path, key);
    }
}
