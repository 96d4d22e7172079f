package io.quanttradingos.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Loads {@code /health} while requests wait for a service of news that takes ten seconds to say nothing, and prints the ratio to
 * {@code /health} alone, and how long a request that waits is kept at most.
 */
public final class UpstreamLoad {
    private static final int BUDGET_MILLIS = 3_000;
    private static final int TAKES_SECONDS = 10;
    private static final int CONNECTIONS = 8;

    private UpstreamLoad() {}

    /** Arguments: clients that wait, seconds of a round, rounds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int waiting = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        CountDownLatch over = new CountDownLatch(1);
        HttpServer slow = slow(over);
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "FINNHUB_BASE_URL", "http://127.0.0.1:" + slow.getAddress().getPort());
        environment.put("FINNHUB_API_KEY", "none");
        environment.put("QTOS_UPSTREAM_BUDGET_MILLIS", Integer.toString(BUDGET_MILLIS));
        environment.put("QTOS_UPSTREAM_CALLS_PER_MINUTE", "0");
        Path state = Files.createTempDirectory("upstream-load");
        try (ServerProcess service = ServerProcess.service(environment, "--state-dir", state.toString())) {
            LoadClient health = new LoadClient(service.port(), "GET", "/health", "");
            health.run(CONNECTIONS, 10);
            List<Round> alone = rounds(service, health, seconds, rounds);
            Waiters waiters = new Waiters(service.port(), waiting);
            List<Round> beside = rounds(service, health, seconds, rounds);
            print(alone, beside, waiters);
        } finally {
            over.countDown();
            slow.stop(0);
        }
    }

    private static HttpServer slow(CountDownLatch over) throws IOException {
        HttpServer slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slow.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        slow.createContext("/", exchange -> {
            try (exchange) {
                over.await(TAKES_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        slow.start();
        return slow;
    }

    private static List<Round> rounds(ServerProcess service, LoadClient health, double seconds, int rounds)
            throws InterruptedException {
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            measured.add(Round.of(service, health, CONNECTIONS, seconds));
        }
        return measured;
    }

    /** Clients that ask for news again and again. */
    private static final class Waiters {
        private final Map<Integer, AtomicInteger> statuses = new TreeMap<>();
        private final AtomicLong longestNanos = new AtomicLong();

        Waiters(int port, int count) {
            HttpClient client = HttpClient.newHttpClient();
            ExecutorService threads = Executors.newFixedThreadPool(count, work -> {
                Thread thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            });
            for (int i = 0; i < count; i++) {
                String symbol = "T" + i;
                threads.execute(() -> ask(client, port, symbol));
            }
        }

        private void ask(HttpClient client, int port, String symbol) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sentiment-alert"))
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofMinutes(1))
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"symbol\":\"" + symbol + "\"}", StandardCharsets.UTF_8))
                    .build();
            try {
                while (true) {
                    long begun = System.nanoTime();
                    int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    longestNanos.accumulateAndGet(System.nanoTime() - begun, Math::max);
                    synchronized (statuses) {
                        statuses.computeIfAbsent(status, any -> new AtomicInteger())
                                .incrementAndGet();
                    }
                    if (status == 503) {
                        TimeUnit.MILLISECONDS.sleep(200);
                    }
                }
            } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt(); // the service has ended
            }
        }

        @Override
        public String toString() {
            synchronized (statuses) {
                return String.format(
                        Locale.ROOT,
                        "requests that waited, by status: %s; the longest took %.0f ms, %d are allowed",
                        statuses,
                        longestNanos.get() / 1e6,
                        BUDGET_MILLIS);
            }
        }
    }

    private static void print(List<Round> alone, List<Round> beside, Waiters waiters) {
        double before = Round.median(alone, round -> round.measured().perSecond());
        double after = Round.median(beside, round -> round.measured().perSecond());
        System.out.printf(
                Locale.ROOT,
                "GET /health %d connections: alone %.0f/s p99 %.2f ms; beside waiting requests %.0f/s p99 %.2f ms; ratio %.2f%n%s%n",
                CONNECTIONS,
                before,
                Round.median(alone, round -> round.measured().p99()),
                after,
                Round.median(beside, round -> round.measured().p99()),
                after / before,
                waiters);
    }
}
