package io.quanttradingos.app;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What each setting may hold, where it may not hold just any text. The bounds are those of the places that read them. */
final class SettingKinds {
    /** Where closes come from that the price file does not have. */
    static final List<String> PRICE_SOURCES = List.of("data_service", "yahoo");

    private static final Map<String, BiConsumer<Settings, String>> KINDS = Map.ofEntries(
            whole("qtos.port", 0, 65_535),
            flag("qtos.allow.anonymous"),
            folder("qtos.data.dir"),
            folder("qtos.state.dir"),
            folder("qtos.routes.dir"),
            Map.entry("qtos.default.discipline.score", Settings::fraction),
            whole("qtos.max.body.bytes", 1024, Integer.MAX_VALUE - 64),
            whole("qtos.worker.threads", 1, 10_000),
            whole("qtos.inflight.max", 1, 1_000_000),
            whole("qtos.cache.mebibytes", 1, 100_000),
            flag("qtos.inbox.enabled"),
            whole("qtos.inbox.settle.millis", 0, 86_400_000),
            whole("qtos.inbox.poll.millis", 1, 86_400_000),
            whole("qtos.history.entries", 1, 1_000_000),
            whole("qtos.shutdown.seconds", 1, 3600),
            Map.entry("orchestrator.schedule.time.zone", Settings::zone),
            Map.entry("qtos.price.sources", (settings, key) -> settings.words(key, PRICE_SOURCES)),
            whole("qtos.upstream.timeout.millis", 1, 600_000));

    private SettingKinds() {}

    /** Refuses a value that cannot be used, in a sentence that names the environment variable. */
    static void require(Settings settings, String key) {
        BiConsumer<Settings, String> kind = KINDS.get(key);
        if (kind != null) {
            kind.accept(settings, key);
        }
    }

    private static Map.Entry<String, BiConsumer<Settings, String>> whole(String key, int least, int most) {
        return Map.entry(key, (settings, setting) -> settings.number(setting, least, most));
    }

    private static Map.Entry<String, BiConsumer<Settings, String>> flag(String key) {
        return Map.entry(key, Settings::flag);
    }

    private static Map.Entry<String, BiConsumer<Settings, String>> folder(String key) {
        return Map.entry(key, Settings::folder);
    }
}
