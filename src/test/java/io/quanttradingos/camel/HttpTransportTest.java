package io.quanttradingos.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quanttradingos.StubPeer;
import io.quanttradingos.app.ServiceUnderTest;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Call;
import io.quanttradingos.upstream.call.Transport;
import io.quanttradingos.upstream.call.UpstreamService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through the real route to a service that is real but for its place. */
@Tag("one-java")
class HttpTransportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
    private static final Instant NOW = Instant.parse("2026-01-02T09:30:00Z");
    private static final AccessKey KEY = AccessKey.of("s3cr3t-k3y");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static StubPeer peer;
    private static StubPeer elsewhere;
    private static HttpTransport transport;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceUnderTest.in(folder);
        peer = StubPeer.start();
        elsewhere = StubPeer.start();
        transport = to(peer.address() + "/api/v1/");
    }

    private static HttpTransport to(String address) {
        return new HttpTransport(
                service.assembly().routes()::producer,
                Map.of(
                        UpstreamService.FINNHUB, address,
                        UpstreamService.LANGUAGE_MODEL, address,
                        UpstreamService.YAHOO, address),
                "qtos/1.2.3",
                () -> NOW);
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        peer.close();
        elsewhere.close();
    }

    @BeforeEach
    void forget() {
        peer.requests();
        elsewhere.requests();
    }

    private static Call news() {
        return Call.get(UpstreamService.FINNHUB, "company-news AAPL", DAY, "/company-news?symbol=AAPL", KEY);
    }

    @Test
    void a_question_goes_out_with_its_key_and_comes_back_as_json() throws IOException {
        peer.answers(200, "[{\"headline\":\"Grüße\"}]", "Content-Type: application/json");

        Transport.Reply reply = transport.send(news(), LONG);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(String.valueOf(reply.body())).isEqualTo("[{\"headline\":\"Grüße\"}]");
        assertThat(peer.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.lines())
                        .startsWith("GET /api/v1/company-news?symbol=AAPL HTTP/1.1")
                        .contains("X-Finnhub-Token: s3cr3t-k3y", "Accept: application/json", "User-Agent: qtos/1.2.3")
                        .noneMatch(line ->
                                line.startsWith("Authorization") || line.contains("Qtos") || line.contains("Camel")));
    }

    @Test
    void a_body_is_posted_as_it_is() throws IOException {
        peer.answers(200, "{\"ok\":true}");
        String body = "{\"text\":\"Grüße, 市場 \\u0000\"}";

        transport.send(
                new Call(UpstreamService.LANGUAGE_MODEL, "subject", DAY, "POST", "/chat/completions", body, KEY), LONG);

        assertThat(peer.requests()).singleElement().satisfies(request -> {
            assertThat(request)
                    .startsWith("POST /api/v1/chat/completions HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n" + body);
            assertThat(request.lines())
                    .contains("Authorization: Bearer s3cr3t-k3y", "Content-Type: application/json")
                    .noneMatch(line -> line.startsWith("X-Finnhub-Token"));
        });
    }

    @Test
    void a_service_that_asks_for_no_key_is_told_none() throws IOException {
        peer.answers(200, "1");

        transport.send(Call.get(UpstreamService.YAHOO, "chart", DAY, "/x", KEY), LONG);
        transport.send(Call.get(UpstreamService.FINNHUB, "chart", DAY, "/x", null), LONG);

        assertThat(peer.requests())
                .hasSize(2)
                .allSatisfy(
                        request -> assertThat(request).doesNotContain("s3cr3t", "X-Finnhub-Token", "Authorization"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v8/finance/chart/%5EGSPC?period1=1&events=div%2Csplit",
                "/a%2Fb/c%20d?x=y+z&q=100%25&e=",
                "/prices/BRK-B?start_date=2016-01-04T00:00:00Z&end=~_.-",
                "/x?raw=RAW(1)&a='b'&c=$simple(d)",
                "/caf%C3%A9?x=1;y=2&&z",
                "/a//b/"
            })
    void a_path_goes_out_exactly_as_it_is_given(String path) throws IOException {
        peer.answers(200, "1");

        transport.send(Call.get(UpstreamService.YAHOO, "chart", DAY, path, null), LONG);

        assertThat(peer.requests())
                .singleElement()
                .satisfies(request -> assertThat(request).startsWith("GET /api/v1" + path + " HTTP/1.1\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "@elsewhere/", "/{{env:HOME}}", "/a b", "/a\r\nX: y", "/ü", "/x#y", "/${body}", "/<", "/\\"
            })
    void a_path_that_is_not_encoded_is_a_mistake_of_ours(String path) {
        assertThatThrownBy(() -> transport.send(Call.get(UpstreamService.YAHOO, "chart", DAY, path, null), LONG))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(peer.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', ",
        "403, 'Retry-After: soon', ",
        "404, '', ",
        "429, 'Retry-After: 30', 30",
        "429, 'retry-after: Fri, 02 Jan 2026 09:31:30 GMT', 90",
        "503, 'Retry-After: Fri, 02 Jan 2026 09:29:00 GMT', 0",
        "500, 'Retry-After: -1', ",
        "502, 'Retry-After: 99999999999999999999', ",
    })
    void a_status_comes_back_without_the_words_of_the_service(int status, String header, Long retryAfter)
            throws IOException {
        peer.answers(status, "<html>not json, and my address is secret</html>", header.isEmpty() ? "X: y" : header);

        assertThat(transport.send(news(), LONG))
                .isEqualTo(
                        new Transport.Reply(status, null, retryAfter == null ? null : Duration.ofSeconds(retryAfter)));
        assertThat(peer.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed_and_the_other_place_never_sees_the_key(int status) throws IOException {
        elsewhere.answers(200, "1");
        peer.answers(status, "", "Location: " + elsewhere.address() + "/x");

        assertThat(transport.send(news(), LONG).status()).isEqualTo(status);
        assertThat(elsewhere.requests()).isEmpty();
    }

    @Test
    @Timeout(10)
    void an_endless_failure_is_not_read() throws IOException {
        peer.answers(out -> {
            out.write(StubPeer.head(500, "Transfer-Encoding: chunked"));
            endlessly(out);
        });

        assertThat(transport.send(news(), LONG).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sorry", "{\"a\":", "<html>", "{\"a\":NaN}"})
    void a_success_that_is_no_json_is_said_to_be_none(String body) {
        peer.answers(200, body);

        assertThatThrownBy(() -> transport.send(news(), LONG)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_success_without_content_is_no_json() {
        peer.answers(out -> out.write(StubPeer.head(204, "X: y")));

        assertThatThrownBy(() -> transport.send(news(), LONG)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    @Timeout(10)
    void an_endless_answer_is_too_large() {
        peer.answers(out -> {
            out.write(StubPeer.head(200, "Transfer-Encoding: chunked"));
            endlessly(out);
        });

        assertThatThrownBy(() -> transport.send(news(), LONG))
                .isInstanceOfSatisfying(
                        Transport.TooLarge.class,
                        failure -> assertThat(failure.mostBytes()).isEqualTo(8 * 1024 * 1024));
    }

    private static void endlessly(OutputStream out) throws IOException {
        byte[] chunk = ("1000\r\n" + " ".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            out.write(chunk);
        }
    }

    @Test
    void a_small_answer_that_unpacks_to_a_large_one_is_too_large() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(" ".repeat(9 * 1024 * 1024).getBytes(StandardCharsets.ISO_8859_1));
        }
        peer.answers(out -> {
            out.write(StubPeer.head(200, "Content-Length: " + packed.size(), "Content-Encoding: gzip"));
            packed.writeTo(out);
        });

        assertThatThrownBy(() -> transport.send(news(), LONG)).isInstanceOf(Transport.TooLarge.class);
    }

    @Test
    void an_answer_within_the_bound_is_read_whole() throws IOException {
        String text = "x".repeat(7 * 1024 * 1024);
        peer.answers(200, "\"" + text + "\"");

        assertThat(String.valueOf(transport.send(news(), LONG).body())).hasSize(text.length() + 2);
    }

    @Test
    void a_connection_cut_amid_the_answer_is_a_failure_to_connect_and_no_timeout() {
        peer.answers(out -> {
            out.write(StubPeer.head(200, "Content-Length: 100"));
            out.write("[1, 2".getBytes(StandardCharsets.ISO_8859_1));
        });

        expectCut(catchThrowable(() -> transport.send(news(), LONG)));
    }

    @Test
    void a_connection_cut_before_the_answer_is_a_failure_to_connect() {
        peer.answers(out -> {});

        expectCut(catchThrowable(() -> transport.send(news(), LONG)));
        assertThat(peer.requests()).hasSize(1);
    }

    private static void expectCut(Throwable failure) {
        assertThat(failure)
                .isInstanceOf(IOException.class)
                .isNotInstanceOfAny(
                        SocketTimeoutException.class,
                        ConnectException.class,
                        JsonProcessingException.class,
                        Transport.TooLarge.class);
    }

    @Test
    void a_service_that_is_not_there_cannot_be_connected_to() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> to("http://127.0.0.1:" + port).send(news(), LONG))
                .isInstanceOf(ConnectException.class);
    }

    enum Slowness {
        SILENT,
        SLOW_HEAD,
        SLOW_BODY,
        SLOW_FAILURE
    }

    @ParameterizedTest
    @EnumSource(Slowness.class)
    void whoever_is_slow_is_cut_off(Slowness slowness) {
        byte[] nothing = {};
        byte[] blanks = " ".repeat(600).getBytes(StandardCharsets.ISO_8859_1);
        switch (slowness) {
            case SILENT -> peer.keepsSilent();
            case SLOW_HEAD -> peer.drips(nothing, StubPeer.head(200, "Content-Length: 600", "X: " + "y".repeat(500)));
            case SLOW_BODY -> peer.drips(StubPeer.head(200, "Content-Length: 600"), blanks);
            case SLOW_FAILURE -> peer.drips(nothing, StubPeer.head(500, "X: " + "y".repeat(500)));
        }
        long begun = System.nanoTime();

        assertThatThrownBy(() -> transport.send(news(), SHORT)).isInstanceOf(SocketTimeoutException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(SHORT.minusMillis(50), SHORT.multipliedBy(10));
    }

    @Test
    void a_service_without_an_address_is_not_set_up() {
        assertThatThrownBy(() ->
                        transport.send(Call.get(UpstreamService.DATA_SERVICE, "prices", DAY, "/prices", null), LONG))
                .isInstanceOf(Refusal.class)
                .hasMessage("the data service is not set up: its address is not in the settings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"finnhub.io", "ftp://finnhub.io", "http://", "http://a b", "https://x?y=z", "https://x#y"})
    void an_address_that_is_none_is_refused_without_repeating_it(String address) {
        assertThatThrownBy(() -> to(address))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith("must be one such as https://example.org/v1, without a query");
    }
}
