package io.quanttradingos.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.quanttradingos.app.ServiceUnderTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done on a connection that no HTTP client would do. */
@Timeout(60)
@Tag("one-java")
class HostileConnectionsTest {
    private static final int MOST_CONNECTIONS = 12;
    private static final String SMUGGLED = "GET /runs HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static URI base;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceUnderTest.in(
                folder,
                Map.of(
                        "qtos.client.patience.seconds",
                        "1",
                        "qtos.connections.max",
                        Integer.toString(MOST_CONNECTIONS),
                        "qtos.max.body.bytes",
                        "100000"));
        base = service.baseUri();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Sends a byte again and again until the service has had enough; what it said. */
    private static String drip(String start, String drop) throws Exception {
        try (RawConnection connection = RawConnection.to(base)) {
            connection.send(start);
            long deadline = System.nanoTime() + 15_000_000_000L;
            while (!connection.hasAnswer() && System.nanoTime() < deadline) {
                if (!connection.trickle(drop)) {
                    return connection.rest();
                }
            }
            assertThat(System.nanoTime()).as("the client was waited for").isLessThan(deadline);
            return connection.rest();
        }
    }

    @Test
    void headers_that_trickle_in_end_the_connection() throws Exception {
        assertThat(drip("GET /health HTTP/1.1\r\nX-Slow: ", "a")).isEmpty();
        assertThat(drip("GET /hea", "")).isEmpty();
    }

    @Test
    void a_body_that_trickles_in_is_not_waited_for() throws Exception {
        String answer = drip(
                "POST /decision HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 90000\r\n\r\n{",
                " ");

        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("application/problem+json", "took too long to arrive");
    }

    @Test
    void a_connection_on_which_nothing_is_said_is_closed() throws Exception {
        try (RawConnection connection = RawConnection.to(base)) {
            assertThat(connection.rest()).isEmpty();
        }
    }

    @Test
    void a_connection_is_kept_for_the_next_request_and_closed_after_the_last() throws Exception {
        try (RawConnection connection = RawConnection.to(base)) {
            connection.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
            connection.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(connection.rest().split("\"status\":\"ok\"", -1)).hasSize(3);
        }
    }

    @Test
    void more_connections_than_the_bound_are_closed_and_the_others_served() throws Exception {
        List<RawConnection> open = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_CONNECTIONS; i++) {
                RawConnection connection = RawConnection.to(base);
                connection.send("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
                open.add(connection);
            }
            try (RawConnection beyond = RawConnection.to(base)) {
                beyond.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(beyond.rest()).isEmpty();
            }
            for (RawConnection connection : open) {
                assertThat(connection.rest()).startsWith("HTTP/1.1 200 ");
            }
        } finally {
            for (RawConnection connection : open) {
                connection.close();
            }
        }
        // The service hears of the closed ones a moment later.
        await().untilAsserted(() -> assertThat(
                        RawConnection.exchange(base, "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: 4, 5",
                "Content-Length: -1",
                "Content-Length: +4",
                "Content-Length: 0x4",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding:\u000bchunked",
                "Content-Length: 4\r\n X: folded",
                "Content Length: 4",
                "X: a\u0000b",
                "X\u0000: a",
            })
    void a_length_that_can_be_read_in_two_ways_never_lets_a_second_request_in(String headers) throws Exception {
        String answer = RawConnection.exchange(
                base,
                "POST /guardian HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                        + "\r\n\r\n0\r\n\r\n" + SMUGGLED);

        assertThat(answer).as("the second request is not answered").doesNotContain("\"runs\"");
        if (!answer.isEmpty()) {
            assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET  /health HTTP/1.1",
                "GET /health HTTP/9.9",
                "GET /health",
                "get /health HTTP/1.1",
                "GET http://other.example/health HTTP/1.1",
                "CONNECT other.example:443 HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET //health HTTP/1.1",
                "GET /health\u0000 HTTP/1.1",
                "GET /docs/../../../etc/passwd HTTP/1.1",
                "GET /docs/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /docs/..%5c..%5cwin.ini HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "PRI * HTTP/2.0",
                "\u0016\u0003\u0001\u0002\u0000",
            })
    void a_strange_request_line_gets_a_proper_answer_or_none(String line) throws Exception {
        String answer = RawConnection.exchange(base, line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotContain("root:", "Exception", " 500 ");
        if (!answer.isEmpty()) {
            assertThat(answer).matches("(?s)HTTP/1\\.[01] (200|4\\d\\d) .*|HTTP/[29]\\.[09] 501 .*");
        }
    }

    @Test
    void a_client_waits_for_long_work_as_long_as_it_takes(@TempDir Path other) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        HttpServer slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slow.createContext("/", exchange -> {
            awaitQuietly(never);
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        slow.start();
        Map<String, String> settings = Map.of(
                "qtos.client.patience.seconds", "1",
                "qtos.price.sources", "data_service",
                "qtos.upstream.timeout.millis", "30000",
                "data.service.url", "http://127.0.0.1:" + slow.getAddress().getPort());
        try (ServiceUnderTest waiting = ServiceUnderTest.in(other, settings)) {
            String body = "{\"holdings\":[{\"symbol\":\"NOPE\",\"shares\":1}]}";
            String answer = RawConnection.exchange(
                    waiting.baseUri(),
                    "POST /decision HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body);

            assertThat(answer).startsWith("HTTP/1.1 422 ");
        } finally {
            never.countDown();
            slow.stop(0);
        }
    }

    /** Three times what a client's own silence would be suffered. */
    private static void awaitQuietly(CountDownLatch never) {
        try {
            never.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_protocol_that_was_not_asked_for_is_not_switched_to() throws Exception {
        for (String upgrade : List.of("h2c", "websocket")) {
            String answer = RawConnection.exchange(
                    base,
                    "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: "
                            + upgrade
                            + "\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

            assertThat(answer).as(upgrade).doesNotContain(" 101 ").doesNotContain(" 500 ");
        }
    }
}
