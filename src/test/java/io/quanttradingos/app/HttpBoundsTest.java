package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.failure.Refusal;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP door refuses before any route sees it: always as a problem, within its bounds, and to nobody without the token. */
class HttpBoundsTest {
    private static final int MOST_BYTES = 20_000;
    private static final int MOST_IN_FLIGHT = 4;
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final String TOKEN = "a-token-for-this-test";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(
                folder,
                Map.of(
                        "qtos.max.body.bytes",
                        Integer.toString(MOST_BYTES),
                        "qtos.inflight.max",
                        Integer.toString(MOST_IN_FLIGHT)));
        // The sample prices are larger than this service takes.
        Files.writeString(service.dataFolder().resolve("sample/prices.csv"), "date,SPY\n2024-01-02,100\n");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"/nothing", "/decision/deeper", "/runs/a/b", "/favicon.ico", "/docs/none.js", "/docs/..%2findex.html"})
    void a_path_where_nothing_is_is_not_found(String path) {
        JsonNode problem = Http.problem(Http.get(service, path), 404);

        assertThat(problem.path("instance").asText()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /decision, 'GET, POST'",
        "DELETE, /decision, 'GET, POST'",
        "POST, /health, 'GET, HEAD'",
        "POST, /runs, 'GET, HEAD'",
        "DELETE, /runs/abc, 'GET, HEAD'",
        "PATCH, /guardian, POST",
        "PUT, /regime, POST",
        "POST, /openapi.json, 'GET, HEAD'"
    })
    void a_method_that_is_not_possible_names_those_that_are(String method, String path, String allowed) {
        Response answer = Http.send(service, method, path);

        JsonNode problem = Http.problem(answer, 405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(problem.path("detail").asText()).isEqualTo(method + " is not possible here; " + allowed + " is.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/runs/%zz", "/decision?prices_path=%zz"})
    void an_address_that_cannot_be_decoded_is_a_bad_request(String path) throws IOException {
        String answer = Http.raw(service, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        expectRawProblem(answer, "HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready", "/docs", "/openapi.json", "/runs", "/strategies", "/runs/none"})
    void the_head_of_what_get_answers_can_be_had(String path) {
        Response get = Http.get(service, path);
        Response head = Http.send(service, "HEAD", path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.contentType()).isEqualTo(get.contentType());
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void the_head_of_what_would_be_a_run_cannot() {
        Response head = Http.send(service, "HEAD", "/decision");

        assertThat(head.statusCode()).isEqualTo(405);
        assertThat(head.header("Allow")).isEqualTo("GET, POST");
    }

    @Test
    void what_is_not_http_is_a_bad_request() throws IOException {
        expectRawProblem(Http.raw(service, "HELLO\r\n\r\n"), "HTTP/1.");
    }

    @Test
    void an_address_that_is_too_long_is_refused() throws IOException {
        String answer =
                Http.raw(service, "GET /decision?x=" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).contains(" 414 ");
        expectRawProblem(answer, "HTTP/1.");
    }

    @Test
    void headers_that_are_too_large_are_refused() throws IOException {
        String answer = Http.raw(
                service, "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "a".repeat(40_000) + "\r\n\r\n");

        assertThat(answer).contains(" 431 ");
        expectRawProblem(answer, "HTTP/1.");
    }

    private static void expectRawProblem(String answer, String start) {
        assertThat(answer).startsWith(start);
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("content-type: application/problem+json");
        JsonNode problem =
                Http.tree(answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(UTF_8));
        assertThat(problem.path("status").asInt()).isBetween(400, 431);
        assertThat(problem.path("detail").asText()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void a_body_that_is_too_large_by_its_own_account_is_refused() {
        JsonNode problem = Http.problem(
                Http.json(service, "{\"a\":\"" + "x".repeat(MOST_BYTES) + "\"}").post("/decision"), 413);

        assertThat(problem.path("detail").asText())
                .isEqualTo("The body is larger than the 20000 bytes that QTOS_MAX_BODY_BYTES allows.");
    }

    @Test
    void an_upload_that_is_too_large_is_refused() {
        Http.problem(
                Http.to(service)
                        .multiPart("prices_file", "p.csv", new byte[MOST_BYTES + 1])
                        .post("/decision"),
                413);
    }

    @Test
    void a_body_that_grows_too_large_on_the_way_is_refused() throws IOException {
        String chunk = "2710\r\n" + "x".repeat(10_000) + "\r\n";

        String answer = Http.raw(
                service,
                "POST /decision HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + chunk + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ");
        expectRawProblem(answer, "HTTP/1.1 413 ");
    }

    @Test
    void a_file_in_the_data_folder_that_is_too_large_is_refused() throws IOException {
        Files.write(service.dataFolder().resolve("large.csv"), new byte[MOST_BYTES + 1]);

        JsonNode problem = Http.problem(
                Http.json(service, Map.of("prices_path", "large.csv")).post("/decision"), 413);

        assertThat(problem.path("detail").asText()).isEqualTo("large.csv is larger than the 20000 bytes allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/csv", "application/xml", "application/octet-stream"})
    void a_body_of_a_kind_nobody_reads_is_refused(String mediaType) throws IOException {
        for (String path : List.of("/decision", "/regime", "/portfolio-report", "/execution-discipline", "/guardian")) {
            String answer = Http.raw(
                    service,
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + mediaType
                            + "\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");

            assertThat(answer)
                    .startsWith("HTTP/1.1 415 ")
                    .endsWith(", was " + mediaType + "\",\"instance\":\"" + path + "\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void a_get_that_claims_to_carry_a_form_is_refused(String mediaType) throws IOException {
        for (String path : List.of("/decision", "/health", "/runs")) {
            String answer = Http.raw(
                    service,
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + mediaType
                            + "\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=1");

            assertThat(answer).startsWith("HTTP/1.1 415 ").contains("A GET request carries no form; use the query.");
        }
    }

    @Test
    void more_requests_than_the_bound_are_sent_away_for_a_second_and_health_is_not() throws IOException {
        List<Socket> unfinished = new ArrayList<>();
        for (int i = 0; i <= MOST_IN_FLIGHT; i++) {
            unfinished.add(Http.unfinished(service.baseUri(), "/decision"));
        }
        awaitFirstAnswer(unfinished);

        Response refused = Http.get(service, "/runs");
        JsonNode problem = Http.problem(refused, 503);
        assertThat(refused.header("Retry-After")).isBetween("1", "4");
        assertThat(problem.path("detail").asText())
                .isEqualTo("More than 4 requests are in work; try again in a few seconds.");
        assertThat(Http.get(service, "/health").statusCode()).isEqualTo(200);

        for (Socket socket : unfinished) {
            socket.close();
        }
        assertThat(statusOnceThereIsRoom()).isEqualTo(200);
    }

    /** One more than the bound have begun; the one that is sent away is the only one answered. */
    private static void awaitFirstAnswer(List<Socket> sockets) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            for (Socket socket : sockets) {
                if (socket.getInputStream().available() > 0) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("none of the requests was sent away");
    }

    /** The server learns of a closed connection when it comes to it. */
    private static int statusOnceThereIsRoom() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int status = 0;
        while (status != 200 && System.nanoTime() < deadline) {
            status = Http.get(service, "/runs").statusCode();
        }
        return status;
    }

    @Test
    void without_the_token_only_what_is_open_is_answered(@TempDir Path other) throws IOException {
        try (ServiceUnderTest guarded = ServiceUnderTest.in(other, Map.of("qtos.api.token", TOKEN))) {
            for (String path :
                    List.of("/decision", "/runs", "/runs/x", "/nothing", "/health/../runs", "/docsx", "/runs/series")) {
                Response answer = Http.get(guarded, path);
                Http.problem(answer, 401);
                assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            }
            for (String wrong : List.of("Bearer " + TOKEN + "x", "Bearer", "Bearer ", TOKEN, "Basic " + TOKEN)) {
                Http.problem(
                        Http.json(guarded, "{}").header("Authorization", wrong).post("/decision"), 401);
            }
            for (String open :
                    List.of("/", "/dashboard/main.js", "/health", "/docs", "/docs/swagger-ui.css", "/openapi.json")) {
                assertThat(Http.get(guarded, open).statusCode()).as(open).isEqualTo(200);
            }
            assertThat(Http.json(guarded, "{}")
                            .header("Authorization", "Bearer " + TOKEN)
                            .post("/decision")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_address_others_can_reach_needs_a_token_before_anything_is_opened(@TempDir Path other) {
        assertThatThrownBy(() -> ServiceUnderTest.in(other, Map.of("qtos.bind", "0.0.0.0")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.detail())
                                .isEqualTo("QTOS_BIND is 0.0.0.0, which others can reach: set QTOS_API_TOKEN, or"
                                        + " QTOS_ALLOW_ANONYMOUS=true to let anyone in"));
    }

    @Test
    void an_address_others_can_reach_is_opened_with_a_token_or_where_that_is_said(@TempDir Path other)
            throws IOException {
        for (Map<String, String> settings : List.of(
                Map.of("qtos.bind", "0.0.0.0", "qtos.api.token", TOKEN),
                Map.of("qtos.bind", "0.0.0.0", "qtos.allow.anonymous", "true"))) {
            try (ServiceUnderTest open = ServiceUnderTest.in(other, settings)) {
                assertThat(Http.get(open, "/health").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_port_that_is_taken_is_said_at_once(@TempDir Path other) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThatThrownBy(() -> ServiceUnderTest.in(other, Map.of("qtos.port", port)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.detail())
                                    .isEqualTo("cannot listen on 127.0.0.1:" + port
                                            + ": the address is taken or not one of"
                                            + " this machine's; choose another with QTOS_PORT or QTOS_BIND"));
        }
    }
}
