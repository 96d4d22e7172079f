package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.telemetry.Telemetry;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the settings say of metrics and traces. */
final class TelemetrySettings {
    private static final String COLLECTOR = "otel.exporter.otlp.endpoint";
    private static final String HEADERS = "otel.exporter.otlp.headers";

    private TelemetrySettings() {}

    /** Of a service, which can be asked for metrics. */
    static Telemetry ofService(Settings settings) {
        return of(settings, true);
    }

    /** Of a command, which is over before anyone could. */
    static Telemetry ofCommand(Settings settings) {
        return of(settings, false);
    }

    private static Telemetry of(Settings settings, boolean metrics) {
        return new Telemetry(new Telemetry.Options(
                metrics,
                collector(settings),
                headers(settings),
                settings.text("otel.service.name").orElse("qtos"),
                settings.fraction("otel.traces.sampler.arg"),
                Version.text()));
    }

    /** The base address of the collector; null where none is set. */
    static @Nullable String collector(Settings settings) {
        String address = settings.text(COLLECTOR).orElse(null);
        if (address == null || isHttp(address)) {
            return address;
        }
        throw Refusal.invalid(Settings.environmentVariable(COLLECTOR)
                + " must be an address such as http://127.0.0.1:4318, without user, query or fragment");
    }

    private static boolean isHttp(String address) {
        try {
            URI uri = new URI(address);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The header lines for the collector; a refusal does not repeat what may be a key. */
    static Map<String, String> headers(Settings settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : settings.text(HEADERS).orElse("").split(",", -1)) {
            if (header.isBlank()) {
                continue;
            }
            int at = header.indexOf('=');
            String name = at < 0 ? "" : header.substring(0, at).strip();
            String value = header.substring(at + 1).strip();
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
                    || !value.matches("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?")) {
                throw Refusal.invalid(Settings.environmentVariable(HEADERS)
                        + " must be header lines such as authorization=abc, separated by commas");
            }
            headers.put(name, value);
        }
        return headers;
    }
}
