package io.quanttradingos.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A service of chat completions on this machine: gives the answers it was told, in order, and keeps what it was asked. */
final class ChatService implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    private record Answer(int status, String body) {}

    /** What came in. */
    record Asked(String method, String path, List<String> authorization, JsonNode body) {
        String system() {
            return body.path("messages").path(0).path("content").asText();
        }

        String user() {
            return body.path("messages").path(1).path("content").asText();
        }
    }

    ChatService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The next answer. */
    ChatService answers(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    /** The next answer: a completion in which the model says this, for 10 tokens read and 5 written. */
    ChatService says(String content) {
        return answers(200, completion(content).toString());
    }

    static ObjectNode completion(String content) {
        ObjectNode completion = JSON.createObjectNode()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1_774_963_512L)
                .put("model", "gpt-test-2026");
        completion
                .putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", "stop")
                .putObject("message")
                .put("role", "assistant")
                .put("content", content)
                .putNull("refusal");
        completion
                .putObject("usage")
                .put("prompt_tokens", 10)
                .put("completion_tokens", 5)
                .put("total_tokens", 15);
        return completion;
    }

    static ObjectNode choice(ObjectNode completion) {
        return (ObjectNode) completion.path("choices").path(0);
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getOrDefault("Authorization", List.of()),
                    JSON.readTree(exchange.getRequestBody())));
            Answer answer = answers.removeFirst();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
