package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.StubPeer;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Services that fail in every way, as the clients of ours see it: one sentence, in time, without a key or an address. */
@Tag("one-java")
class UpstreamFailuresTest {
    private static final String FINNHUB_KEY = "finnhub-MOSTSECRET";
    private static final String OPENAI_KEY = "openai-MOSTSECRET";
    private static final Duration BUDGET = Duration.ofMillis(2_500);

    /** What a wait may take longer than it should on a machine that has much else to do. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    @TempDir
    static Path folder;

    private static StubPeer failing;
    private static StubPeer elsewhere;
    private static OtherServices good;
    private static ServiceUnderTest badNews;
    private static ServiceUnderTest badModel;

    @BeforeAll
    static void start() throws IOException {
        failing = StubPeer.start();
        elsewhere = StubPeer.start();
        elsewhere.answers(200, "[]");
        good = OtherServices.start();
        good.answer(
                OtherServices.NEWS,
                List.of(OtherServices.article(LocalDate.now(ZoneOffset.UTC), "Wire", "ACME beats estimates")));
        good.answer(OtherServices.INSIDERS, Map.of("symbol", "ACME", "data", List.of()));
        badNews = service("news", Map.of("finnhub.base.url", failing.address(), "data.service.url", ""));
        badModel = service("model", Map.of("openai.base.url", failing.address()));
    }

    private static ServiceUnderTest service(String name, Map<String, String> bad) throws IOException {
        Map<String, String> settings = new HashMap<>(good.settings());
        settings.putAll(bad);
        settings.put("qtos.upstream.budget.millis", Long.toString(BUDGET.toMillis()));
        settings.put("qtos.upstream.timeout.millis", "700");
        settings.put("qtos.model.timeout.millis", "700");
        settings.put("qtos.upstream.cache.minutes", "0");
        settings.put("qtos.upstream.retries", "1");
        return ServiceUnderTest.in(folder.resolve(name), settings);
    }

    @AfterAll
    static void stop() throws IOException {
        badNews.close();
        badModel.close();
        good.close();
        failing.close();
        elsewhere.close();
    }

    /** How a peer fails. */
    private interface Failure {
        void at(StubPeer peer);
    }

    private record Case(String name, Failure failure, int status, String sentence) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> cases() {
        return Stream.of(
                new Case("401", peer -> peer.answers(401, "{\"error\":\"bad key\"}"), 502, "%s refused the key: check"),
                new Case("403", peer -> peer.answers(403, ""), 502, "%s refused the key: check"),
                new Case(
                        "429",
                        peer -> peer.answers(429, "", "Retry-After: 60"),
                        502,
                        "%s is being asked too often (status 429); try again in 60 s"),
                new Case(
                        "500",
                        peer -> peer.answers(500, "<html>stack trace</html>"),
                        502,
                        "%s answered with status 500"),
                new Case("400", peer -> peer.answers(400, "{}"), 502, "%s answered with status 400"),
                new Case("silent", StubPeer::keepsSilent, 504, "%s did not answer in time"),
                new Case(
                        "drop by drop",
                        peer -> peer.drips(StubPeer.head(200, "Content-Length: 1000"), new byte[1000]),
                        504,
                        "%s did not answer in time"),
                new Case(
                        "cut",
                        peer -> peer.answers(out -> {
                            out.write(StubPeer.head(200, "Content-Length: 1000"));
                            out.write("[{\"head".getBytes(StandardCharsets.UTF_8));
                        }),
                        502,
                        "%s cut the connection"),
                new Case(
                        "no JSON",
                        peer -> peer.answers(200, "<html></html>"),
                        502,
                        "%s gave an answer that is not JSON"),
                new Case("empty", peer -> peer.answers(200, ""), 502, "%s gave an answer that is not JSON"),
                new Case(
                        "huge",
                        peer -> peer.answers(out -> {
                            out.write(StubPeer.head(200, "Content-Type: application/json"));
                            byte[] blanks = new byte[1 << 16];
                            java.util.Arrays.fill(blanks, (byte) ' ');
                            for (int i = 0; i < 1000; i++) {
                                out.write(blanks);
                            }
                        }),
                        502,
                        "%s gave an answer larger than"),
                new Case(
                        "redirect",
                        peer -> peer.answers(302, "", "Location: " + elsewhere.address() + "/company-news"),
                        502,
                        "%s answered with a redirect (status 302), which is not followed"),
                new Case("other JSON", peer -> peer.answers(200, "{\"a\":1}"), 502, "%s"));
    }

    private static Stream<Arguments> requests() {
        Map<String, Object> company = Map.of("symbol", "ACME", "finnhub_key", FINNHUB_KEY, "openai_key", OPENAI_KEY);
        Map<String, Object> journal = Map.of("trades_path", "sample/journal.csv", "openai_key", OPENAI_KEY);
        return cases().flatMap(failure -> Stream.of(
                Arguments.of(failure, "Finnhub", "/sentiment-alert", company),
                Arguments.of(failure, "Finnhub", "/insider-report", company),
                Arguments.of(failure, "the language model", "/sentiment-alert", company),
                Arguments.of(failure, "the language model", "/insider-report", company),
                Arguments.of(failure, "the language model", "/trade-journal", journal)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_failing_service_ends_in_a_sentence_in_time(Case failure, String who, String path, Map<String, Object> body) {
        failure.failure().at(failing);
        elsewhere.requests();
        ServiceUnderTest service = who.equals("Finnhub") ? badNews : badModel;
        long runs = service.assembly().store().count();

        long begun = System.nanoTime();

        JsonNode problem = Http.problem(Http.post(service, path, body), failure.status());

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BUDGET.plus(SLACK));
        assertThat(problem.path("detail").asText())
                .startsWith(failure.sentence().formatted(who));
        assertThat(problem.toString())
                .doesNotContain("MOSTSECRET", "127.0.0.1", "http:", "localhost", "company-news", "html", "stack trace");
        assertThat(elsewhere.requests()).isEmpty();
        assertThat(service.assembly().store().count()).isEqualTo(runs);
    }

    @Test
    void the_health_of_a_service_whose_peers_are_silent_is_told_at_once() {
        failing.keepsSilent();
        Thread waiting = new Thread(
                () -> Http.post(badNews, "/sentiment-alert", Map.of("symbol", "ACME", "finnhub_key", FINNHUB_KEY)));
        waiting.start();

        assertThat(Http.ok(Http.get(badNews, "/health")).path("status").asText())
                .isEqualTo("ok");
        assertThat(waiting.isAlive()).isTrue();
    }

    @Test
    void a_service_that_recovers_while_it_is_asked_again_is_heard() {
        failing.answers(new StubPeer.Answer() {
            private boolean asked;

            @Override
            public void to(java.io.OutputStream out) throws IOException {
                byte[] news = Json.bytes(
                        List.of(OtherServices.article(LocalDate.now(ZoneOffset.UTC), "Wire", "ACME beats estimates")));
                out.write(StubPeer.head(asked ? 200 : 503, "Content-Length: " + (asked ? news.length : 0)));
                if (asked) {
                    out.write(news);
                }
                asked = true;
            }
        });

        JsonNode answer = Http.ok(Http.post(
                badNews, "/sentiment-alert", Map.of("symbol", "ACME", "finnhub_key", FINNHUB_KEY, "explain", false)));

        assertThat(answer.at("/articles/used").asInt()).isEqualTo(1);
    }
}
