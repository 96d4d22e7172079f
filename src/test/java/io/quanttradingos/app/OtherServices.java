package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Finnhub, the data service, Yahoo and a language model, real but for their place and for what they say: each answers by the
 * longest beginning of a path that it was told an answer for.
 */
public final class OtherServices implements AutoCloseable {
    static final String FINNHUB = "/finnhub";
    public static final String NEWS = FINNHUB + "/company-news";
    public static final String INSIDERS = FINNHUB + "/stock/insider-transactions";
    public static final String QUOTE = FINNHUB + "/quote";
    public static final String MODEL = "/openai/chat/completions";
    static final String DATA = "/data";
    static final String YAHOO = "/yahoo";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentSkipListMap<>(Collections.reverseOrder());
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What one was asked. */
    record Asked(String path, Map<String, String> headers, String body) {}

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private OtherServices(HttpServer server) {
        this.server = server;
    }

    public static OtherServices start() throws IOException {
        OtherServices services =
                new OtherServices(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        services.server.setExecutor(services.threads);
        services.server.createContext("/", services::serve);
        services.server.start();
        return services;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
            String path = exchange.getRequestURI().toString();
            asked.add(new Asked(
                    path, headers, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            for (Map.Entry<String, Answer> answer : answers.entrySet()) {
                if (path.startsWith(answer.getKey())) {
                    answer.getValue().to(exchange);
                    return;
                }
            }
            exchange.sendResponseHeaders(404, -1);
        }
    }

    /** Settings of a service that asks these and no others; patience is short. */
    public Map<String, String> settings() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("finnhub.base.url", address + FINNHUB);
        settings.put("openai.base.url", address + "/openai");
        settings.put("yahoo.base.url", address + YAHOO);
        settings.put("qtos.price.sources", "csv");
        settings.put("qtos.upstream.timeout.millis", "2000");
        settings.put("qtos.model.timeout.millis", "2000");
        settings.put("qtos.upstream.budget.millis", "4000");
        settings.put("qtos.upstream.calls.per.minute", "0");
        settings.put("qtos.upstream.breaker.calls", "10000");
        return settings;
    }

    /** The same with the data service among them. */
    Map<String, String> settingsWithDataService() {
        Map<String, String> settings = settings();
        settings.put(
                "data.service.url", "http://127.0.0.1:" + server.getAddress().getPort() + DATA);
        settings.put("qtos.price.sources", "csv,data_service");
        return settings;
    }

    /** From now on paths that begin so are answered with this. */
    void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    public void answer(String path, int status, String body) {
        answer(path, exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    public void answer(String path, Object json) {
        answer(path, 200, new String(Json.bytes(json), UTF_8));
    }

    /** The model answers with this text. */
    public void modelSays(String content) {
        answer(MODEL, completion(content));
    }

    static Map<String, Object> completion(String content) {
        return Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "created",
                1_774_963_512,
                "model",
                "test-model-1",
                "choices",
                List.of(Map.of(
                        "index",
                        0,
                        "message",
                        Map.of("role", "assistant", "content", content),
                        "finish_reason",
                        "stop")),
                "usage",
                Map.of("prompt_tokens", 83, "completion_tokens", 34, "total_tokens", 117));
    }

    /** Takes requests and does not answer them until the end. */
    public void keepsSilent(String path) {
        answer(path, exchange -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
    }

    /** Nobody is told anything any more. */
    void forgetAnswers() {
        answers.clear();
        asked.clear();
    }

    /** What was asked since the last call. */
    List<Asked> asked() {
        List<Asked> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    /** Finnhub's shape of an article. */
    public static Map<String, Object> article(LocalDate day, String source, String headline) {
        return Map.of(
                "category",
                "company news",
                "datetime",
                day.atTime(14, 30).toEpochSecond(ZoneOffset.UTC),
                "headline",
                headline,
                "id",
                Integer.toUnsignedLong(headline.hashCode()),
                "related",
                "ACME",
                "source",
                source,
                "summary",
                "",
                "url",
                "https://example.org/" + Integer.toUnsignedLong(headline.hashCode()));
    }

    /** Finnhub's shape of an insider's line. */
    public static Map<String, Object> line(
            String name, String date, String filed, String code, double change, double after, double price) {
        return Map.of(
                "name",
                name,
                "transactionDate",
                date,
                "filingDate",
                filed,
                "transactionCode",
                code,
                "change",
                change,
                "share",
                after,
                "transactionPrice",
                price);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
