package io.quanttradingos.app;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What each setting may hold, where it may not hold just any text: the one place for the bounds. */
final class SettingKinds {
    /** Where closes come from that the price file does not have. */
    static final List<String> PRICE_SOURCES = List.of("csv", "data_service", "yahoo");

    /** Whether other services are asked, recorded, or played from recordings. */
    static final List<String> UPSTREAM_MODES = List.of("live", "record", "replay");

    /** The least and the most a whole number may be. */
    record Bounds(int least, int most) {}

    private static final Map<String, Bounds> WHOLE_NUMBERS = Map.ofEntries(
            Map.entry("qtos.port", new Bounds(0, 65_535)),
            Map.entry("qtos.max.body.bytes", new Bounds(1024, Integer.MAX_VALUE - 64)),
            Map.entry("qtos.worker.threads", new Bounds(1, 10_000)),
            Map.entry("qtos.inflight.max", new Bounds(1, 1_000_000)),
            Map.entry("qtos.inflight.mebibytes", new Bounds(1, 100_000)),
            Map.entry("qtos.connections.max", new Bounds(1, 1_000_000)),
            Map.entry("qtos.client.patience.seconds", new Bounds(1, 3600)),
            Map.entry("qtos.cache.mebibytes", new Bounds(1, 100_000)),
            Map.entry("qtos.inbox.settle.millis", new Bounds(0, 3_600_000)),
            Map.entry("qtos.inbox.poll.millis", new Bounds(10, 3_600_000)),
            Map.entry("qtos.history.entries", new Bounds(1, 1_000_000)),
            Map.entry("qtos.shutdown.seconds", new Bounds(1, 3600)),
            Map.entry("orchestrator.schedule.minutes", new Bounds(1, 60 * 24 * 366)),
            Map.entry("qtos.upstream.timeout.millis", new Bounds(1, 600_000)),
            Map.entry("qtos.upstream.budget.millis", new Bounds(1, 600_000)),
            Map.entry("qtos.upstream.retries", new Bounds(0, 10)),
            Map.entry("qtos.upstream.calls.per.minute", new Bounds(0, 60_000)),
            Map.entry("qtos.upstream.concurrency", new Bounds(1, 1_000)),
            Map.entry("qtos.upstream.cache.minutes", new Bounds(0, 60 * 24 * 366)),
            Map.entry("qtos.upstream.breaker.calls", new Bounds(1, 10_000)),
            Map.entry("qtos.upstream.breaker.seconds", new Bounds(1, 86_400)),
            Map.entry("openai.max.tokens", new Bounds(1, 1_000_000)),
            Map.entry("openai.daily.tokens", new Bounds(0, Integer.MAX_VALUE)),
            Map.entry("qtos.model.timeout.millis", new Bounds(1, 600_000)));

    private static final Map<String, BiConsumer<Settings, String>> OTHERS = Map.ofEntries(
            flag("qtos.allow.anonymous"),
            folder("qtos.data.dir"),
            folder("qtos.state.dir"),
            folder("qtos.routes.dir"),
            folder("qtos.plugins.dir"),
            Map.entry("qtos.default.discipline.score", Settings::fraction),
            flag("qtos.inbox.enabled"),
            flag("qtos.metrics.open"),
            flag("qtos.access.log"),
            Map.entry("qtos.log.format", (settings, key) -> settings.word(key, LogFormat.ALL)),
            Map.entry("otel.exporter.otlp.endpoint", (settings, key) -> TelemetrySettings.collector(settings)),
            Map.entry("otel.exporter.otlp.headers", (settings, key) -> TelemetrySettings.headers(settings)),
            Map.entry("otel.traces.sampler.arg", Settings::fraction),
            Map.entry("orchestrator.schedule.time.zone", Settings::zone),
            Map.entry("qtos.price.sources", (settings, key) -> settings.words(key, PRICE_SOURCES)),
            Map.entry("qtos.upstream.mode", (settings, key) -> settings.word(key, UPSTREAM_MODES)),
            Map.entry("openai.temperature", (settings, key) -> settings.decimal(key, 0, 2)));

    private SettingKinds() {}

    /** Refuses a value that cannot be used, in a sentence that names the environment variable. */
    static void require(Settings settings, String key) {
        if (WHOLE_NUMBERS.containsKey(key) && settings.text(key).isPresent()) {
            settings.number(key);
        }
        OTHERS.getOrDefault(key, (any, setting) -> {}).accept(settings, key);
    }

    static Bounds bounds(String key) {
        Bounds bounds = WHOLE_NUMBERS.get(key);
        if (bounds == null) {
            throw new IllegalArgumentException("no whole number is set by " + key);
        }
        return bounds;
    }

    private static Map.Entry<String, BiConsumer<Settings, String>> flag(String key) {
        return Map.entry(key, Settings::flag);
    }

    private static Map.Entry<String, BiConsumer<Settings, String>> folder(String key) {
        return Map.entry(key, Settings::folder);
    }
}
