package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code GET /metrics}: in the format that is asked for, exact, and telling nothing that is nobody's business. */
class MetricsTest {
    private static final String TOKEN = "a-token-for-these-metrics";

    @TempDir
    static Path folder;

    private static OtherServices others;
    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws IOException {
        others = OtherServices.start();
        Map<String, String> settings = others.settings();
        settings.put("qtos.inbox.enabled", "true");
        settings.put("qtos.metrics.open", "true");
        settings.put("qtos.inflight.max", "2");
        settings.put("qtos.upstream.retries", "1");
        service = ServiceUnderTest.in(folder, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        others.close();
    }

    private static PrometheusText metrics() {
        Response answer = Http.get(service, "/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        return PrometheusText.read(answer.asString());
    }

    /** What changed while something was done, of the product's own counters and counts; the asking itself left out. */
    private static Map<String, Double> changedBy(Runnable work) {
        PrometheusText before = metrics();
        work.run();
        PrometheusText after = metrics();
        Map<String, Double> changed = new TreeMap<>();
        after.samples().forEach((sample, value) -> {
            boolean counts = sample.contains("_total") || sample.contains("_count");
            double more = value - before.value(sample);
            if (sample.startsWith("qtos_") && counts && more != 0 && !sample.contains("etrics")) {
                changed.put(sample, more);
            }
        });
        // the first of the two questions
        changed.merge("qtos_http_answers_total{status=200}", -1.0, Double::sum);
        changed.values().removeIf(more -> more == 0);
        return changed;
    }

    @Test
    void a_decision_moves_what_it_does_and_nothing_else() {
        Map<String, ?> asked = Map.of("include_guardian", true, "as_of", "2019-06-28");

        Map<String, Double> first = changedBy(() -> Http.decide(service, asked));
        Map<String, Double> second = changedBy(() -> Http.decide(service, asked));

        assertThat(first)
                .containsEntry("qtos_agent_seconds_count{agent=regime}", 1.0)
                .containsEntry("qtos_agent_seconds_count{agent=portfolio}", 1.0)
                .containsEntry("qtos_agent_seconds_count{agent=allocation}", 1.0)
                .doesNotContainKey("qtos_agent_cache_hits_total{agent=regime}");
        assertThat(second)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("qtos_agent_cache_hits_total{agent=regime}", 1.0),
                        Map.entry("qtos_agent_cache_hits_total{agent=portfolio}", 1.0),
                        Map.entry("qtos_agent_cache_hits_total{agent=allocation}", 1.0),
                        Map.entry("qtos_agent_seconds_count{agent=guardian}", 1.0),
                        Map.entry("qtos_http_answers_total{status=200}", 1.0),
                        Map.entry("qtos_route_exchanges_total{outcome=ok,route=postDecision}", 1.0),
                        Map.entry("qtos_route_exchanges_total{outcome=ok,route=api-decision}", 1.0),
                        Map.entry("qtos_route_exchanges_total{outcome=ok,route=decision}", 1.0),
                        Map.entry("qtos_route_exchanges_total{outcome=ok,route=discipline}", 1.0),
                        Map.entry("qtos_route_seconds_count{route=postDecision}", 1.0),
                        Map.entry("qtos_route_seconds_count{route=api-decision}", 1.0),
                        Map.entry("qtos_route_seconds_count{route=decision}", 1.0),
                        Map.entry("qtos_route_seconds_count{route=discipline}", 1.0),
                        Map.entry("qtos_store_batch_runs_count", 1.0),
                        Map.entry("qtos_store_commit_seconds_count", 1.0),
                        Map.entry("qtos_store_runs_total", 1.0))));
    }

    @Test
    void what_is_refused_is_counted_as_refused() {
        Map<String, Double> changed = changedBy(() -> {
            assertThat(Http.post(service, "/decision", Map.of("as_of", "soon")).statusCode())
                    .isEqualTo(400);
            assertThat(Http.get(service, "/nothing-is-here/SPY").statusCode()).isEqualTo(404);
        });

        assertThat(changed)
                .isEqualTo(new TreeMap<>(Map.of(
                        "qtos_http_answers_total{status=400}", 1.0,
                        "qtos_http_answers_total{status=404}", 1.0,
                        "qtos_route_exchanges_total{outcome=refused,route=postDecision}", 1.0,
                        "qtos_route_exchanges_total{outcome=refused,route=api-decision}", 1.0,
                        "qtos_route_seconds_count{route=postDecision}", 1.0,
                        "qtos_route_seconds_count{route=api-decision}", 1.0)));
    }

    @Test
    void a_dropped_file_is_counted_once_it_is_done_with() {
        Map<String, Double> changed = changedBy(() -> {
            drop("holdings.csv", Http.sample("holdings.csv"));
            drop("nonsense.csv", new byte[] {0, 1, 2});
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                PrometheusText now = metrics();
                return now.value("qtos_inbox_files_waiting") == 0
                        && now.value("qtos_inbox_files_claimed") == 0
                        && now.value("qtos_inbox_files_total{outcome=failed}") > 0
                        && now.value("qtos_inbox_files_total{outcome=done}") > 0;
            });
        });

        assertThat(changed)
                .containsEntry("qtos_inbox_files_total{outcome=done}", 1.0)
                .containsEntry("qtos_inbox_files_total{outcome=failed}", 1.0)
                .containsEntry("qtos_route_exchanges_total{outcome=ok,route=inbox}", 1.0)
                .containsEntry("qtos_route_exchanges_total{outcome=refused,route=inbox}", 1.0)
                .containsEntry("qtos_store_runs_total", 2.0);
    }

    private static void drop(String name, byte[] content) {
        try {
            Path beside = Files.write(service.dataFolder().resolve(name), content);
            Files.move(beside, service.dataFolder().resolve("inbox").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void questions_to_services_and_every_request_for_them_are_counted() {
        others.answer(OtherServices.NEWS, 500, "{}");
        Map<String, ?> asked = Map.of("symbol", "ACME", "finnhub_key", "a-key-nobody-may-see", "explain", false);

        Map<String, Double> changed = changedBy(
                () -> assertThat(Http.post(service, "/sentiment-alert", asked).statusCode())
                        .isEqualTo(502));

        assertThat(changed)
                .containsEntry("qtos_upstream_questions_total{outcome=failed,service=finnhub}", 1.0)
                .containsEntry("qtos_upstream_requests_total{outcome=server_error,service=finnhub}", 2.0)
                .containsEntry("qtos_upstream_request_seconds_count{service=finnhub}", 2.0)
                .containsEntry("qtos_route_exchanges_total{outcome=failed,route=sentiment-alert}", 1.0)
                .containsEntry("qtos_http_answers_total{status=502}", 1.0);
    }

    @Test
    void labels_come_from_sets_that_are_known_beforehand() {
        Http.decide(service, Map.of());
        Http.get(service, "/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV");
        PrometheusText metrics = metrics();

        assertThat(metrics.labelValues())
                .hasSizeLessThan(250)
                .noneMatch(value -> value.contains("/") || value.contains(folder.toString()))
                .noneMatch(value -> value.equals("SPY") || value.matches("[0-9A-HJKMNP-TV-Z]{26}"));
        assertThat(metrics.types().keySet())
                .contains(
                        "jvm_memory_used_bytes", "jvm_threads_current", "process_open_fds", "process_cpu_seconds_total")
                .allMatch(name -> name.matches("(qtos|jvm|process)_[a-z0-9_]+"));
        assertThat(metrics.value("qtos_build_info{java=" + Runtime.version() + ",version=" + Version.text() + "}"))
                .isEqualTo(1);
        assertThat(metrics.value("qtos_http_requests_in_flight")).isEqualTo(1);
        assertThat(metrics.value("qtos_upstream_breaker_open{service=finnhub}")).isZero();
        assertThat(metrics.samples()).containsKey("qtos_inbox_oldest_age_seconds");
    }

    @Test
    void whoever_looks_after_the_service_is_let_in_when_no_one_else_is() throws IOException {
        try (Socket one = Http.unfinished(service.baseUri(), "/decision");
                Socket two = Http.unfinished(service.baseUri(), "/decision")) {
            assertThat(List.of(one, two)).allMatch(Socket::isConnected);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Http.get(service, "/runs").statusCode() == 503);

            PrometheusText metrics = metrics();

            assertThat(metrics.value("qtos_http_requests_in_flight")).isEqualTo(3);
            assertThat(metrics.value("qtos_http_answers_total{status=503}")).isPositive();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Http.get(service, "/runs").statusCode() == 200);
    }

    @Test
    void where_there_is_a_token_it_is_asked_for(@TempDir Path other) throws IOException {
        try (ServiceUnderTest closed = ServiceUnderTest.in(other, Map.of("qtos.api.token", TOKEN))) {
            Http.problem(Http.get(closed, "/metrics"), 401);
            assertThat(Http.get(closed, "/health/started").statusCode()).isEqualTo(200);

            Response answer =
                    Http.to(closed).header("Authorization", "Bearer " + TOKEN).get("/metrics");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(PrometheusText.read(answer.asString()).value("qtos_http_answers_total{status=401}"))
                    .isEqualTo(1);
            assertThat(answer.asString()).doesNotContain(TOKEN);
        }
    }
}
