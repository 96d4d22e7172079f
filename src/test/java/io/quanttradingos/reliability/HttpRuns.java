package io.quanttradingos.reliability;

import io.quanttradingos.api.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks for one decision after another over HTTP, and remembers those that were answered. */
final class HttpRuns implements AutoCloseable {
    private static final int PAUSE_MILLIS = 20;

    /** A decision that was answered with 200. */
    record Answered(String runId, String portfolioId) {}

    private final AtomicReference<@Nullable RunningService> service = new AtomicReference<>();
    private final List<Answered> answered = new ArrayList<>();
    private final List<Long> micros = new ArrayList<>();
    private final String name;
    private final Thread thread = new Thread(this::ask, "http-runs");
    private volatile long pauseMillis = PAUSE_MILLIS;
    private volatile boolean ended;
    private int asked;

    HttpRuns() {
        this("");
    }

    /** @param name tells its decisions from those of others */
    HttpRuns(String name) {
        this.name = name;
        thread.setDaemon(true);
        thread.start();
    }

    /** Whom to ask from now on. */
    void of(RunningService next) {
        service.set(next);
    }

    /** How long to wait between an answer and the next question. */
    void pause(long millis) {
        pauseMillis = millis;
    }

    /** How long the answers since the last call took, in microseconds. */
    List<Long> takeMicros() {
        synchronized (answered) {
            List<Long> taken = List.copyOf(micros);
            micros.clear();
            return taken;
        }
    }

    private void ask() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        while (!ended) {
            RunningService now = service.get();
            URI address = now == null ? null : now.address();
            if (address != null && now.isAlive()) {
                askOnce(client, address);
            }
            pause();
        }
    }

    private void askOnce(HttpClient client, URI address) {
        String portfolioId = "http-" + name + asked++;
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/decision"))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"portfolio_id\": \"" + portfolioId + "\"}"))
                .build();
        long began = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                String runId =
                        Json.mapper().readTree(answer.body()).path("run_id").asText();
                synchronized (answered) {
                    micros.add((System.nanoTime() - began) / 1_000);
                    answered.add(new Answered(runId, portfolioId));
                }
            }
        } catch (IOException e) {
            // killed in the middle: nobody was promised anything
        } catch (InterruptedException e) {
            ended = true;
        }
    }

    private void pause() {
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            ended = true;
        }
    }

    List<Answered> answered() {
        synchronized (answered) {
            return List.copyOf(answered);
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
