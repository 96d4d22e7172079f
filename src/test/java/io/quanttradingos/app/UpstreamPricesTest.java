package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closes that the price file lacks are fetched from a service that is real but for its place, or the run is refused. */
@Tag("one-java")
class UpstreamPricesTest {
    private static final int TIMEOUT_MILLIS = 1_500;

    /** A held symbol that the sample prices do not have. */
    private static final Map<String, Object> HOLDING_ELSEWHERE = Map.of(
            "holdings",
            List.of(Map.of("symbol", "SPY", "shares", 10), Map.of("symbol", "BRK-B", "shares", 5)),
            "portfolio_id",
            "elsewhere");

    @TempDir
    static Path folder;

    private static HttpServer peer;
    private static ExecutorService threads;
    private static ServiceUnderTest dataService;
    private static ServiceUnderTest yahoo;
    private static ServiceUnderTest nobody;

    private static volatile Answer answer = of(500, "");
    private static final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private CountDownLatch released;

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeAll
    static void start() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        peer.setExecutor(threads);
        peer.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                answer.to(exchange);
            }
        });
        peer.start();
        String address = "http://127.0.0.1:" + peer.getAddress().getPort();
        dataService = service("a", Map.of("qtos.price.sources", "data_service", "data.service.url", address + "/"));
        yahoo = service("b", Map.of("qtos.price.sources", "yahoo", "yahoo.base.url", address));
        nobody = service(
                "c",
                Map.of("qtos.price.sources", "data_service", "data.service.url", "http://127.0.0.1:" + unusedPort()));
    }

    private static ServiceUnderTest service(String name, Map<String, String> settings) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("qtos.upstream.timeout.millis", Integer.toString(TIMEOUT_MILLIS));
        all.put("qtos.upstream.retries", "0");
        all.put("qtos.upstream.cache.minutes", "0");
        all.put("qtos.upstream.breaker.calls", "10000");
        all.put("qtos.inbox.enabled", "false");
        return ServiceUnderTest.in(folder.resolve(name), all);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        dataService.close();
        yahoo.close();
        nobody.close();
        peer.stop(0);
        threads.shutdownNow();
    }

    @BeforeEach
    void nobody_waits() {
        released = new CountDownLatch(1);
        asked.clear();
    }

    @AfterEach
    void release_who_waits() {
        released.countDown();
    }

    private static Answer of(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** SPY's own closes under another name: a path the answer can be checked against. */
    private static List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, String> row : Inline.records("prices.csv")) {
            rows.add(Map.of(
                    "timestamp",
                    row.get("date") + "T00:00:00Z",
                    "close",
                    Double.parseDouble(row.get("QQQ")),
                    "volume",
                    7));
        }
        return rows;
    }

    private static void expectFetched(JsonNode decision, String from) {
        assertThat(decision.at("/portfolio/total_value").asDouble()).isEqualTo(10 * 424.29 + 5 * 303.04);
        assertThat(decision.at("/portfolio/open_positions").asInt()).isEqualTo(2);
        assertThat(decision.at("/portfolio/observations").asInt()).isEqualTo(2015);
        JsonNode fetched = decision.at("/receipt/inputs/1");
        assertThat(fetched.path("name").asText()).isEqualTo("fetched BRK-B from " + from);
        assertThat(fetched.path("rows").asInt()).isEqualTo(2015);
        assertThat(fetched.path("sha256").asText()).hasSize(64);
    }

    @Test
    void closes_come_from_the_data_service_as_a_list() {
        answer = of(200, new String(Json.bytes(rows()), UTF_8));

        expectFetched(Http.decide(dataService, HOLDING_ELSEWHERE), "data_service");

        assertThat(asked)
                .singleElement()
                .asString()
                .matches("/prices/BRK-B\\?start_date=2021-04-04T00:00:00Z&end_date=2023-12-29T23:59:59Z"
                        + "&days=\\d+&limit=1000");
    }

    @Test
    void closes_come_from_the_data_service_newest_first_in_an_object() {
        List<Map<String, Object>> rows = rows();
        Collections.reverse(rows);
        answer = of(200, new String(Json.bytes(Map.of("symbol", "BRK-B", "count", rows.size(), "data", rows)), UTF_8));

        expectFetched(Http.decide(dataService, HOLDING_ELSEWHERE), "data_service");
    }

    @Test
    void closes_come_from_a_yahoo_chart() {
        answer = of(200, chart());

        expectFetched(Http.decide(yahoo, HOLDING_ELSEWHERE), "yahoo");

        assertThat(asked).hasSize(1).allMatch(path -> path.startsWith("/v8/finance/chart/BRK-B?period1=1451865600&"));
    }

    /** The shape of the public service: epoch seconds of each open in New York, and a bar without a close at the end. */
    private static String chart() {
        List<Long> times = new ArrayList<>();
        List<Double> closes = new ArrayList<>();
        for (Map<String, String> row : Inline.records("prices.csv")) {
            times.add(LocalDate.parse(row.get("date")).atTime(14, 30).toEpochSecond(ZoneOffset.UTC));
            closes.add(Double.parseDouble(row.get("QQQ")));
        }
        times.add(LocalDate.parse("2024-01-02").atTime(14, 30).toEpochSecond(ZoneOffset.UTC));
        closes.add(null);
        return new String(
                Json.bytes(Map.of(
                        "chart",
                        Map.of(
                                "result",
                                List.of(Map.of(
                                        "meta", Map.of("gmtoffset", -18_000, "symbol", "BRK-B"),
                                        "timestamp", times,
                                        "indicators", Map.of("quote", List.of(Map.of("close", closes)))))))),
                UTF_8);
    }

    @Test
    void what_was_fetched_can_be_had_again_from_the_record() {
        answer = of(200, new String(Json.bytes(rows()), UTF_8));
        JsonNode decision = Http.decide(dataService, HOLDING_ELSEWHERE);
        answer = of(500, "");

        byte[] kept = dataService
                .assembly()
                .store()
                .content(decision.at("/receipt/inputs/1/sha256").asText())
                .orElseThrow();

        assertThat(new String(kept, UTF_8)).startsWith("date,BRK-B\n2016-01-04,109.5\n");
        assertThat(Http.ok(
                        Http.get(dataService, "/runs/" + decision.path("run_id").asText())))
                .isEqualTo(decision);
    }

    @Test
    void closes_are_fetched_for_the_portfolio_report_too() {
        answer = of(200, new String(Json.bytes(rows()), UTF_8));

        JsonNode report = Http.ok(
                Http.post(dataService, "/portfolio-report", Map.of("holdings", HOLDING_ELSEWHERE.get("holdings"))));

        assertThat(report.path("open_positions").asInt()).isEqualTo(2);
    }

    @Test
    void a_folder_of_bars_is_a_source_like_any_other() throws IOException {
        try (ServiceUnderTest files = service("csv", Map.of("qtos.price.sources", "csv"))) {
            Files.createDirectories(files.dataFolder().resolve("prices"));
            StringBuilder csv = new StringBuilder("date,close\n");
            for (Map<String, String> row : Inline.records("prices.csv")) {
                csv.append(row.get("date")).append(',').append(row.get("QQQ")).append('\n');
            }
            Files.writeString(files.dataFolder().resolve("prices/BRK-B.csv"), csv);

            expectFetched(Http.decide(files, HOLDING_ELSEWHERE), "csv");

            Files.writeString(
                    files.dataFolder().resolve("prices/BRK-B.csv"),
                    csv.toString()
                            .replace("date,close", "date,close,adj close")
                            .replaceAll("(?m)^(20[^,]+),(.*)$", "$1,999,$2"));
            expectFetched(Http.decide(files, HOLDING_ELSEWHERE), "csv");

            Files.writeString(files.dataFolder().resolve("prices/BRK-B.csv"), "date,close\n2016-01-04,abc\n");
            assertThat(refused(files, 400).path("detail").asText()).contains("prices/BRK-B.csv:2");
        }
    }

    @Test
    void nobody_is_asked_where_the_file_has_every_close() {
        answer = of(500, "");

        assertThat(Http.decide(dataService, Map.of()).path("asof").asText()).isEqualTo("2023-12-29");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "404, '{\"detail\":\"no such symbol\"}', 422, of: BRK-B",
        "200, '[]', 422, of: BRK-B",
        "500, oops, 502, the data service answered with status 500",
        "503, '', 502, the data service answered with status 503",
        "429, '', 502, the data service is being asked too often (status 429); try again later",
        "302, '', 502, 'the data service answered with a redirect (status 302), which is not followed'",
        "200, 'not json', 502, the data service gave an answer that is not JSON",
        "200, '{\"chart\":1}', 502, the data service gave an answer that is not understood",
        "200, '[{\"timestamp\":\"yesterday\",\"close\":1}]', 502, the data service gave an answer that is not understood",
        "200, '[{\"timestamp\":\"2020-01-02\",\"close\":-1}]', 502, the data service gave an answer that is not understood"
    })
    void an_answer_that_is_of_no_use_ends_in_a_problem_that_names_the_service_and_not_its_address(
            int status, String body, int expected, String detail) {
        answer = of(status, body);

        JsonNode problem = refused(dataService, expected);

        assertThat(problem.path("detail").asText()).endsWith(detail);
        assertThat(asked).hasSizeBetween(1, 2); // where it answered with a row, whether it has older ones
    }

    @Test
    void an_answer_without_a_body_is_not_understood() {
        answer = of(200, "");

        assertThat(refused(dataService, 502).path("detail").asText())
                .isEqualTo("the data service gave an answer that is not JSON");
    }

    @Test
    void a_service_that_does_not_answer_is_given_up_in_time() {
        answer = exchange -> awaitRelease();
        long begun = System.nanoTime();

        JsonNode problem = refused(dataService, 504);

        assertThat(problem.path("detail").asText()).isEqualTo("the data service did not answer in time");
        assertThat((System.nanoTime() - begun) / 1_000_000).isBetween((long) TIMEOUT_MILLIS - 50, 10L * TIMEOUT_MILLIS);
    }

    @Test
    void a_service_that_answers_drop_by_drop_is_given_up_in_time() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 200 && released.getCount() > 0; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                awaitAMoment();
            }
        };
        long begun = System.nanoTime();

        JsonNode problem = refused(dataService, 504);

        assertThat(problem.path("detail").asText()).isEqualTo("the data service did not answer in time");
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(10L * TIMEOUT_MILLIS);
    }

    @Test
    void a_service_that_is_not_there_ends_in_a_problem() {
        JsonNode problem = refused(nobody, 502);

        assertThat(problem.path("detail").asText()).isEqualTo("the data service could not be reached");
    }

    private static JsonNode refused(ServiceUnderTest service, int status) {
        long runs = service.assembly().store().count();
        JsonNode problem = Http.problem(Http.post(service, "/decision", HOLDING_ELSEWHERE), status);
        assertThat(problem.toString()).doesNotContain("127.0.0.1", "localhost", "http:", "/prices/");
        assertThat(service.assembly().store().count()).isEqualTo(runs);
        return problem;
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Longer than nothing, shorter than the time a read may take. */
    private void awaitAMoment() {
        try {
            if (released.await(TIMEOUT_MILLIS / 4, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                throw new UncheckedIOException(new IOException("the test is over"));
            }
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
