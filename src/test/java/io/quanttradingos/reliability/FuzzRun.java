package io.quanttradingos.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends made-up requests to a service and holds every answer against {@link AnswerRules}.
 *
 * <p>Each request is made from the seed and its own number alone, so that one that fails can be made again.
 */
final class FuzzRun {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_KEPT = 200;

    private final URI base;
    private final long seed;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RequestFuzz requests;
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong slowestMillis = new AtomicLong();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

    FuzzRun(URI base, long seed) throws IOException, InterruptedException {
        this.base = base;
        this.seed = seed;
        HttpResponse<byte[]> document = client.send(
                HttpRequest.newBuilder(URI.create(base + "/openapi.json")).build(), BodyHandlers.ofByteArray());
        JsonNode tree = Json.mapper().readTree(document.body());
        this.requests = new RequestFuzz(tree);
    }

    /** The request of a number. */
    FuzzRequest request(int number) {
        return requests.next(new SplittableRandom(seed * 1_000_003L + number));
    }

    /** Sends the requests of some numbers, from a few clients at once. */
    void send(int from, int to, int clients) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        Thread[] threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            threads[i] = new Thread(() -> {
                for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                    send(number);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void send(int number) {
        FuzzRequest request = request(number);
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = client.send(request.to(base, PATIENCE), BodyHandlers.ofByteArray());
            statuses.computeIfAbsent(answer.statusCode(), status -> new LongAdder())
                    .increment();
            for (String violation :
                    AnswerRules.violations(request.method(), answer.statusCode(), answer.headers(), answer.body())) {
                String said = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
                violated(
                        number,
                        violation + "\n  to " + request + "\n  was " + said.substring(0, Math.min(600, said.length())));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            violated(number, "no answer: " + e + "\n  to " + request);
        }
        slowestMillis.accumulateAndGet((System.nanoTime() - begun) / 1_000_000, Math::max);
    }

    private void violated(int number, String what) {
        if (failed.incrementAndGet() <= MOST_KEPT) {
            violations.add("seed " + seed + " request " + number + ": " + what);
        }
    }

    /** Whether the service still shows life. */
    boolean alive() throws IOException, InterruptedException {
        return client.send(
                                HttpRequest.newBuilder(URI.create(base + "/health"))
                                        .timeout(PATIENCE)
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode()
                == 200;
    }

    Queue<String> violations() {
        return violations;
    }

    Map<Integer, LongAdder> statuses() {
        return statuses;
    }

    int operations() {
        return requests.operations();
    }

    /** The figures of the run in one line. */
    String figures() {
        long sent = statuses.values().stream().mapToLong(LongAdder::sum).sum();
        return "fuzz seed " + seed + ": " + sent + " requests to " + operations() + " operations, statuses " + statuses
                + ", slowest " + slowestMillis + " ms, " + failed + " violations";
    }
}
