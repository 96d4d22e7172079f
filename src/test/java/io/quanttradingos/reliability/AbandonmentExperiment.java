package io.quanttradingos.reliability;

import io.quanttradingos.api.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Clients ask for long computations and leave: how long the service goes on computing for nobody, by the processor time of its
 * process, and whether anything was recorded.
 */
public final class AbandonmentExperiment {
    private static final long LOOK_MILLIS = 50;
    private static final double QUIET_SHARE = 0.3;
    private static final int QUIET_LOOKS = 3;
    private static final int BUSY_MILLIS = 150;
    private static final int LONGEST_MILLIS = 1_000;

    private final ServiceProcess service;
    private final Figures figures;
    private final long most;
    private int answered;

    private AbandonmentExperiment(ServiceProcess service, Figures figures, long most) {
        this.most = most;
        this.service = service;
        this.figures = figures;
    }

    /** Arguments: how often each request is abandoned (5), how many wait at once in the end (200). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int queued = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        Path root = Files.createTempDirectory("qtos-abandonment-");
        try (ServiceProcess service = ServiceProcess.in(root, Map.of())) {
            run(service, times, queued, LONGEST_MILLIS).exit();
        }
    }

    static Figures run(ServiceProcess service, int times, int queued, long most)
            throws IOException, InterruptedException {
        Figures figures = new Figures();
        AbandonmentExperiment experiment = new AbandonmentExperiment(service, figures, most);
        long before = recorded(service.baseUri());
        for (HeavyRequest request : HeavyRequest.all()) {
            experiment.abandonOneByOne(request, times);
        }
        experiment.abandonQueued(queued);
        long runs = recorded(service.baseUri()) - before;
        return figures.put("answered before their clients left", experiment.answered)
                .put("runs recorded of all", runs)
                .expect(
                        runs <= experiment.answered,
                        runs + " were recorded, " + experiment.answered + " were answered");
    }

    private void abandonOneByOne(HeavyRequest request, int times) throws IOException, InterruptedException {
        long longest = 0;
        int tooLate = 0;
        for (int i = 0; i < times; i++) {
            boolean wasAnswered;
            try (Socket client = request.send(service.baseUri())) {
                awaitBusy(client);
                wasAnswered = isAnswered(client);
            }
            tooLate += wasAnswered ? 1 : 0;
            longest = Math.max(longest, millisUntilQuiet());
        }
        answered += tooLate;
        told(request.name() + ", longest time to rest after its client left, ms", longest, most);
        figures.expect(tooLate < times, request.name() + " was always answered before its client left");
    }

    /** More than there are threads: those that wait must not be begun. */
    private void abandonQueued(int queued) throws IOException, InterruptedException {
        List<Socket> clients = new ArrayList<>();
        HeavyRequest small = HeavyRequest.sweep(LargeFiles.bars(20_000, 1));
        for (int i = 0; i < queued; i++) {
            clients.add(small.send(service.baseUri()));
        }
        awaitBusy(clients.get(0));
        for (Socket client : clients) {
            client.close();
        }
        told(queued + " at once, time to rest after all left, ms", millisUntilQuiet(), 3 * most);
    }

    private void told(String what, long millis, long allowed) {
        figures.put(what, millis);
        figures.expect(millis <= allowed, what + ": " + millis + ", allowed are " + allowed);
    }

    /** Whether computing began; a warm service may have ended by then. */
    private void awaitBusy(Socket client) throws IOException, InterruptedException {
        long cpu = service.cpuMillis();
        while (service.cpuMillis() - cpu < BUSY_MILLIS && !isAnswered(client)) {
            Thread.sleep(1);
        }
    }

    private static boolean isAnswered(Socket client) throws IOException {
        return client.getInputStream().available() > 0;
    }

    /** The time until the process began to take less than a third of a core, for as long as was looked. */
    private long millisUntilQuiet() throws InterruptedException {
        long began = System.nanoTime();
        long quietSince = began;
        int quiet = 0;
        long cpu = service.cpuMillis();
        while (quiet < QUIET_LOOKS
                && System.nanoTime() - began < Duration.ofSeconds(60).toNanos()) {
            long looked = System.nanoTime();
            Thread.sleep(LOOK_MILLIS);
            long now = service.cpuMillis();
            double share = (now - cpu) * 1e6 / (System.nanoTime() - looked);
            cpu = now;
            if (share > QUIET_SHARE) {
                quiet = 0;
                quietSince = System.nanoTime();
            } else {
                quiet++;
            }
        }
        return (quietSince - began) / 1_000_000;
    }

    static long recorded(URI base) throws IOException, InterruptedException {
        HttpRequest newest =
                HttpRequest.newBuilder(base.resolve("/runs?limit=1")).build();
        var answer = Json.mapper()
                .readTree(HttpClient.newHttpClient()
                        .send(newest, BodyHandlers.ofByteArray())
                        .body());
        return answer.path("runs").path(0).path("sequence").asLong(0);
    }
}
