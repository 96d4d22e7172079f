package io.quanttradingos.app;

import io.quanttradingos.briefing.Keys;
import io.quanttradingos.camel.CamelRoutes;
import io.quanttradingos.camel.HttpTransport;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.feeds.CompanyFeeds;
import io.quanttradingos.feeds.CsvPrices;
import io.quanttradingos.feeds.DataServicePrices;
import io.quanttradingos.feeds.PriceFeeds;
import io.quanttradingos.feeds.PriceSource;
import io.quanttradingos.feeds.YahooPrices;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.language.ChatLanguageModel;
import io.quanttradingos.language.LanguageModel;
import io.quanttradingos.language.ModelSettings;
import io.quanttradingos.telemetry.Telemetry;
import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.CallSettings;
import io.quanttradingos.upstream.call.CallTime;
import io.quanttradingos.upstream.call.GuardedCalls;
import io.quanttradingos.upstream.call.Recordings;
import io.quanttradingos.upstream.call.UpstreamCalls;
import io.quanttradingos.upstream.call.UpstreamService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The other services, as the settings name them, and what is heard from them. */
final class Upstreams implements AutoCloseable {
    /** What anyone who plays recordings is taken to have, since nobody is asked. */
    private static final AccessKey NOT_NEEDED = AccessKey.of("not-needed-for-recordings");

    private final Settings settings;
    private final GuardedCalls calls;
    private final PriceFeeds prices;
    private final CompanyFeeds companies;
    private final LanguageModel model;

    Upstreams(
            Settings settings,
            Inputs inputs,
            CamelRoutes routes,
            InstantSource clock,
            RandomGenerator random,
            Telemetry telemetry) {
        this.settings = settings;
        this.calls = new GuardedCalls(
                callSettings(),
                telemetry.watched(new HttpTransport(
                        routes::producer, addresses(), "qtos/" + Version.text(), clock, telemetry::traceHeaders)),
                new Recordings(recordings()),
                clock,
                random,
                CallTime.passing(),
                telemetry.carrying());
        telemetry.breakers(calls::leavesAlone);
        UpstreamCalls watched = telemetry.watched(calls);
        this.prices = prices(watched, inputs, clock);
        this.companies =
                new CompanyFeeds(watched, settings.text("data.service.url").isPresent());
        this.model = new ChatLanguageModel(watched, modelSettings(), clock);
    }

    PriceFeeds prices() {
        return prices;
    }

    CompanyFeeds companies() {
        return companies;
    }

    LanguageModel model() {
        return model;
    }

    /** How long one request may wait for all of them together. */
    Duration budget() {
        return settings.milliseconds("qtos.upstream.budget.millis");
    }

    /** The keys of requests that bring none. */
    Keys keys() {
        return new Keys(key("finnhub.api.key"), key("openai.api.key"));
    }

    private @Nullable AccessKey key(String setting) {
        Optional<String> text = settings.text(setting);
        if (text.isEmpty()) {
            return isReplaying() ? NOT_NEEDED : null;
        }
        try {
            return AccessKey.of(text.get());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(Settings.environmentVariable(setting) + " must be of visible ASCII characters");
        }
    }

    private boolean isReplaying() {
        return mode() == CallSettings.Mode.REPLAY;
    }

    private CallSettings.Mode mode() {
        return CallSettings.Mode.valueOf(
                settings.word("qtos.upstream.mode", SettingKinds.UPSTREAM_MODES).toUpperCase(Locale.ROOT));
    }

    private CallSettings callSettings() {
        CallSettings usual = CallSettings.defaults();
        int atOnce = settings.number("qtos.upstream.concurrency");
        return new CallSettings(
                mode(),
                new CallSettings.Timeouts(
                        settings.milliseconds("qtos.upstream.timeout.millis"),
                        settings.milliseconds("qtos.model.timeout.millis")),
                new CallSettings.Retries(
                        settings.number("qtos.upstream.retries"),
                        usual.retries().firstBackoff()),
                new CallSettings.Load(atOnce, atOnce, settings.number("qtos.upstream.calls.per.minute")),
                new CallSettings.LeavingAlone(
                        usual.breaker().failureShare(),
                        settings.number("qtos.upstream.breaker.calls"),
                        Duration.ofSeconds(settings.number("qtos.upstream.breaker.seconds"))),
                new CallSettings.Memory(
                        usual.memory().mostBytes(),
                        Duration.ofMinutes(settings.number("qtos.upstream.cache.minutes"))));
    }

    private Map<UpstreamService, String> addresses() {
        Map<UpstreamService, String> addresses = new EnumMap<>(UpstreamService.class);
        Map.of(
                        UpstreamService.DATA_SERVICE, "data.service.url",
                        UpstreamService.YAHOO, "yahoo.base.url",
                        UpstreamService.FINNHUB, "finnhub.base.url",
                        UpstreamService.LANGUAGE_MODEL, "openai.base.url")
                .forEach((service, setting) ->
                        settings.text(setting).ifPresent(address -> addresses.put(service, address)));
        return addresses;
    }

    private Path recordings() {
        return settings.path("qtos.recordings.dir")
                .orElseGet(() -> settings.folder("qtos.state.dir").resolve("recordings"));
    }

    private PriceFeeds prices(UpstreamCalls calls, Inputs inputs, InstantSource clock) {
        List<PriceSource> all = new ArrayList<>();
        all.add(new CsvPrices(inputs, settings.text("qtos.price.folder").orElse("prices")));
        if (settings.text("data.service.url").isPresent()) {
            all.add(new DataServicePrices(calls));
        }
        if (settings.text("yahoo.base.url").isPresent()) {
            all.add(new YahooPrices(calls));
        }
        List<PriceSource> order = new ArrayList<>();
        for (String name : settings.words("qtos.price.sources", SettingKinds.PRICE_SOURCES)) {
            all.stream().filter(source -> source.code().equals(name)).forEach(order::add);
        }
        return new PriceFeeds(order, all, budget(), clock);
    }

    private ModelSettings modelSettings() {
        int daily = settings.number("openai.daily.tokens");
        return new ModelSettings(
                settings.text("openai.model").orElse("gpt-4o-mini"),
                settings.decimal("openai.temperature", 0, 2),
                settings.number("openai.max.tokens"),
                daily == 0 ? Long.MAX_VALUE : daily);
    }

    @Override
    public void close() {
        calls.close();
    }
}
