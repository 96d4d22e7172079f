package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Many clients send bodies of the largest size at the same moment to a service with the usual heap: as forms, as JSON, and in
 * chunks of no told length. Each must be served or told when to come back, and small requests must go through meanwhile.
 */
public final class UploadsExperiment {
    private static final int LARGEST = 32 << 20;
    private static final int MOST_JSON = 4 << 20;
    private static final String BOUNDARY = "an-upload";

    private final ServiceProcess service;
    private final Figures figures = new Figures();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private UploadsExperiment(ServiceProcess service) {
        this.service = service;
    }

    /** Arguments: how many at once (64), how often (3). */
    public static void main(String[] arguments) throws Exception {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path root = Files.createTempDirectory("qtos-uploads-");
        try (ServiceProcess service = ServiceProcess.in(root, Map.of())) {
            run(service, clients, rounds, LARGEST).exit();
        }
    }

    static Figures run(ServiceProcess service, int clients, int rounds, int bytes) throws Exception {
        UploadsExperiment experiment = new UploadsExperiment(service);
        byte[] form = form(bytes);
        byte[] json = json(bytes);
        long began = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            experiment.at("/regime", "forms", clients, "multipart/form-data; boundary=" + BOUNDARY, form, false);
            experiment.at("/regime", "JSON", clients, "application/json", json, false);
            experiment.at("/regime", "JSON", clients, "application/json", json(MOST_JSON), false);
            experiment.at("/regime", "chunks", clients, "multipart/form-data; boundary=" + BOUNDARY, form, true);
        }
        return experiment
                .figures
                .put("seconds", (System.nanoTime() - began) / 1_000_000_000)
                .put("most memory of the process, MiB", service.peakMebibytes())
                .put("most in use after a full collection, MiB", mostLive(service))
                .expect(service.process().isAlive(), "the service has died");
    }

    private static long mostLive(ServiceProcess service) throws IOException {
        return service.liveMebibytes().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static byte[] form(int bytes) {
        int days = 5_000;
        int symbols = (bytes - 1024) / days / 6 * 9 / 10;
        byte[] prices = LargeFiles.widePrices(days, symbols, 1);
        return LargeFiles.form(BOUNDARY, "prices_file", "prices.csv", prices);
    }

    private static byte[] json(int bytes) {
        StringBuilder text = new StringBuilder(bytes).append("{\"prices\": [");
        int row = 0;
        while (text.length() < bytes - 200) {
            text.append(row == 0 ? "" : ",")
                    .append("{\"date\": \"2019-01-02\", \"SPY\": ")
                    .append(100 + row++)
                    .append('}');
        }
        return text.append("]}").toString().getBytes(US_ASCII);
    }

    private void at(String path, String what, int clients, String type, byte[] body, boolean chunked)
            throws IOException, InterruptedException {
        List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            BodyPublisher publisher = chunked
                    ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                    : BodyPublishers.ofByteArray(body);
            answers.add(client.sendAsync(
                    HttpRequest.newBuilder(service.baseUri().resolve(path))
                            .header("Content-Type", type)
                            .timeout(Duration.ofMinutes(3))
                            .POST(publisher)
                            .build(),
                    BodyHandlers.ofByteArray()));
        }
        long slowest = smallMeanwhile(service.baseUri());
        Map<String, Integer> statuses = new TreeMap<>();
        for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
            statuses.merge(status(answer, what), 1, Integer::sum);
        }
        figures.put(what + " of " + (body.length >> 20) + " MiB, " + clients + " at once", statuses.toString());
        figures.put("  slowest small decision meanwhile, ms", slowest);
    }

    private String status(CompletableFuture<HttpResponse<byte[]>> answer, String what) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = answer.get();
            int status = response.statusCode();
            List<String> wrong = AnswerRules.violations("POST", status, response.headers(), response.body());
            figures.and(wrong.stream().map(why -> what + ": " + why).toList());
            figures.expect(status < 500 || status == 503, what + ": status " + status);
            return Integer.toString(status);
        } catch (ExecutionException e) {
            figures.expect(service.process().isAlive(), what + ": " + e.getCause());
            return "closed";
        }
    }

    /** Decisions of a few bytes are not to be refused for the bytes of others. */
    private long smallMeanwhile(URI base) throws IOException, InterruptedException {
        long slowest = 0;
        for (int i = 0; i < 10; i++) {
            long began = System.nanoTime();
            // a connection of its own: one of an upload may just be closed by the service
            int status = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(base.resolve("/decision"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{}"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            figures.expect(status == 200, "a small decision was answered " + status);
            slowest = Math.max(slowest, (System.nanoTime() - began) / 1_000_000);
        }
        return slowest;
    }
}
