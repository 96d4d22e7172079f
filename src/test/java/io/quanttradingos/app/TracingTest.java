package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quanttradingos.app.Collector.Span;
import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a collector is sent: a request's spans, in its sender's trace, with nothing in them that is nobody's business. */
@Tag("one-java")
class TracingTest {
    private static final String SECRET = "MOSTSECRET";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";
    private static final long SERVER = 2;
    private static final long CLIENT = 3;

    @TempDir
    static Path folder;

    private static Collector collector;
    private static OtherServices others;
    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws IOException {
        collector = Collector.start();
        others = OtherServices.start();
        Map<String, String> settings = others.settings();
        settings.put("otel.exporter.otlp.endpoint", collector.address() + "/");
        settings.put("otel.exporter.otlp.headers", "x-collector-key=" + SECRET + "-collector");
        service = ServiceUnderTest.in(folder, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        others.close();
        collector.close();
    }

    private static List<Span> trace(String root, String trace) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> collector.spans().stream()
                        .anyMatch(span -> span.name().equals(root)
                                && (trace.isEmpty() || span.trace().equals(trace))));
        String id = collector.spans().stream()
                .filter(span -> span.name().equals(root)
                        && (trace.isEmpty() || span.trace().equals(trace)))
                .findFirst()
                .orElseThrow()
                .trace();
        return collector.spans().stream()
                .filter(span -> span.trace().equals(id))
                .toList();
    }

    private static Span named(List<Span> spans, String name) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no span " + name + " among " + spans));
    }

    @Test
    void a_decisions_steps_are_spans_of_its_senders_trace_in_their_order() {
        String run = Http.tree(Http.json(service, Map.of("include_guardian", true))
                        .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                        .post("/decision")
                        .asByteArray())
                .path("run_id")
                .asText();

        List<Span> spans = trace("postDecision", TRACE);

        assertThat(spans)
                .extracting(Span::name)
                .filteredOn(name -> !name.equals("read-csv")) // reads the holdings, once
                .containsExactly(
                        "postDecision",
                        "api-decision",
                        "decision",
                        "regime",
                        "portfolio",
                        "discipline",
                        "allocation",
                        "guardian",
                        "record");
        Span request = spans.get(0);
        assertThat(request.parent()).isEqualTo(PARENT);
        assertThat(request.kind()).isEqualTo(SERVER);
        assertThat(request.said()).isEqualTo(Map.of("qtos.door", "http", "qtos.outcome", "ok"));
        assertThat(named(spans, "decision").parent())
                .isEqualTo(named(spans, "api-decision").id());
        assertThat(named(spans, "record").said()).containsEntry("qtos.run_id", run);
        Map<String, Span> byId = spans.stream().collect(Collectors.toMap(Span::id, span -> span));
        assertThat(spans.stream().skip(1)).allSatisfy(span -> {
            Span parent = Objects.requireNonNull(byId.get(span.parent()), span + " has its parent here");
            assertThat(span.start()).isGreaterThanOrEqualTo(parent.start());
            assertThat(span.end()).isBetween(span.start(), parent.end());
        });
    }

    @Test
    void a_service_that_is_asked_learns_the_trace_and_its_span_tells_neither_address_nor_key() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        others.answer(OtherServices.NEWS, List.of(OtherServices.article(today, "Wire", "ACMEQ rises")));
        others.asked();
        Http.ok(Http.post(
                service,
                "/sentiment-alert",
                Map.of("symbol", "ACMEQ", "finnhub_key", SECRET + "-finnhub", "explain", false)));

        List<Span> spans = trace("postSentimentAlert", "");
        Span call = named(spans, "call finnhub");

        assertThat(call.kind()).isEqualTo(CLIENT);
        assertThat(call.said()).containsEntry("peer.service", "finnhub").containsKey("qtos.outcome");
        List<OtherServices.Asked> asked = others.asked();
        assertThat(asked).isNotEmpty();
        Set<String> calls = spans.stream()
                .filter(span -> span.name().equals("call finnhub"))
                .map(span -> "00-" + span.trace() + "-" + span.id() + "-01")
                .collect(Collectors.toSet());
        assertThat(asked)
                .allSatisfy(question ->
                        assertThat(calls).contains(question.headers().get("traceparent")));
        assertThat(collector.raw())
                .contains("sentiment-alert")
                .doesNotContain(SECRET, "ACMEQ", "127.0.0.1", "/company-news", folder.toString(), "Wire");
        assertThat(collector.keys()).isNotEmpty().allMatch((SECRET + "-collector")::equals);
    }

    @Test
    void a_collector_that_is_not_there_holds_nobody_up(@TempDir Path other) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of("otel.exporter.otlp.endpoint", "http://127.0.0.1:1"));
        try (HeardLog log = new HeardLog();
                ServiceUnderTest lonely = ServiceUnderTest.in(other, settings)) {
            Http.decide(lonely, Map.of());

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !log.of("Tracing").isEmpty());
            assertThat(log.of("Tracing").get(0).getMessage().getFormattedMessage())
                    .startsWith("spans: Failed to export");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:4318",
                "ftp://host",
                "http://",
                "http://user:" + SECRET + "@host",
                "http://host?" + SECRET,
                "a b"
            })
    void an_address_that_is_none_is_refused_without_repeating_it(String address) {
        Settings settings = Settings.of(
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", address),
                Map.of(),
                Path.of("").toAbsolutePath());

        assertThatThrownBy(() -> TelemetrySettings.collector(settings))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as http://127.0.0.1:4318")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "=" + SECRET, "a b=" + SECRET, "a=" + SECRET + "\nb", "a=" + SECRET + ",b"})
    void header_lines_that_are_none_are_refused_without_repeating_them(String headers) {
        Settings settings = Settings.of(
                Map.of("OTEL_EXPORTER_OTLP_HEADERS", headers),
                Map.of(),
                Path.of("").toAbsolutePath());

        assertThatThrownBy(() -> TelemetrySettings.headers(settings))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void header_lines_are_read_as_they_are_usually_written() {
        Settings settings = Settings.of(
                Map.of("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer abc==, x-team = 7,"),
                Map.of(),
                Path.of("").toAbsolutePath());

        assertThat(TelemetrySettings.headers(settings))
                .isEqualTo(Map.of("authorization", "Bearer abc==", "x-team", "7"));
    }
}
