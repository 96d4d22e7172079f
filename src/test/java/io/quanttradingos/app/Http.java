package io.quanttradingos.app;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Talks to a service under test, as a client would. */
final class Http {
    /** The samples as the repository has them. */
    static final Path SAMPLE = Path.of("data", "sample");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PATIENCE_MILLIS = 20_000;

    private Http() {}

    static RequestSpecification to(ServiceUnderTest service) {
        return given().baseUri(service.baseUri().toString()).urlEncodingEnabled(false);
    }

    /** Gets an address as it is written. */
    static Response get(ServiceUnderTest service, String path) {
        return send(service, "GET", path);
    }

    /**
     * Sends a request without a body.
     *
     * <p>By the JDK's client: REST Assured looks up its handler of failures by a name in lower case, which under the
     * tests' Turkish locale has another letter, and throws for anything but a POST that fails.
     */
    static Response send(ServiceUnderTest service, String method, String path) {
        return send(HttpRequest.newBuilder(URI.create(service.baseUri() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Posts a JSON body; for many threads at once. */
    static Response post(ServiceUnderTest service, String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(URI.create(service.baseUri() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                .build());
    }

    private static Response send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            ResponseBuilder response = new ResponseBuilder()
                    .setStatusCode(answer.statusCode())
                    .setContentType(answer.headers().firstValue("Content-Type").orElse(""))
                    .setBody(answer.body());
            List<Header> headers = new ArrayList<>();
            answer.headers()
                    .map()
                    .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
            return response.setHeaders(new Headers(headers)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request with a JSON body. */
    static RequestSpecification json(ServiceUnderTest service, Map<String, ?> body) {
        return json(service, new String(Json.bytes(body), UTF_8));
    }

    /** A request with a JSON body as it is written. */
    static RequestSpecification json(ServiceUnderTest service, String body) {
        return to(service).contentType("application/json").body(body);
    }

    /** A decision that succeeds. */
    static JsonNode decide(ServiceUnderTest service, Map<String, ?> body) {
        return ok(json(service, body).post("/decision"));
    }

    /** The body of a success, read strictly: a NaN would not parse. */
    static JsonNode ok(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        return tree(answer.asByteArray());
    }

    static JsonNode tree(byte[] json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of a failure, which must be a problem that tells nothing of the inside. */
    static JsonNode problem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        JsonNode problem = tree(answer.asByteArray());
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).startsWith("/");
        assertThat(answer.asString())
                .doesNotContain(
                        "Exception", "io.quanttradingos", "java.", "camel", "vertx", "jackson", "\\tat ", "/tmp")
                .doesNotContain(Path.of("").toAbsolutePath().toString());
        return problem;
    }

    /** Each problem as {@code source:line column message}. */
    static List<String> errors(JsonNode problem) {
        List<String> errors = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            assertThat(error.fieldNames()).toIterable().containsExactly("source", "line", "column", "message");
            errors.add(error.path("source").asText()
                    + (error.path("line").isNull() ? "" : ":" + error.path("line"))
                    + (error.path("column").isNull()
                            ? ""
                            : " " + error.path("column").asText())
                    + " " + error.path("message").asText());
        }
        return errors;
    }

    static byte[] sample(String file) {
        try {
            return Files.readAllBytes(SAMPLE.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends bytes as they are, and gives all that comes back until the service closes the connection. */
    static String raw(ServiceUnderTest service, String request) throws IOException {
        try (Socket socket = connect(service.baseUri())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** A connection on which a request has begun that does not end. */
    static Socket unfinished(URI baseUri, String path) throws IOException {
        Socket socket = connect(baseUri);
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n{")
                .getBytes(ISO_8859_1));
        out.flush();
        return socket;
    }

    private static Socket connect(URI baseUri) throws IOException {
        Socket socket = new Socket(baseUri.getHost(), baseUri.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }
}
