package io.quanttradingos.reliability;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * How long the sign of life takes, and a small decision, while two backtests compute and a large file is uploaded and another
 * one lies in the inbox. The backtests last for the whole time: their clients leave at the end.
 */
public final class HealthExperiment {
    private static final double MOST_MILLIS = 50;
    private static final int PAUSE_MILLIS = 5;
    /** An answer needs several threads to be woken one after the other, in two processes. */
    private static final int MACHINE = 4;
    /** Until both programs are compiled. */
    private static final int WARMING_SECONDS = 1;

    private static final int BYTES_OF_A_BAR = 47;

    private HealthExperiment() {}

    /** Arguments: how many seconds (30), the size of the file in MiB (100; 0 for the backtests alone), the heap in MiB (2048). */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        int mebibytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int heap = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2048;
        Path root = Files.createTempDirectory("qtos-health-");
        Map<String, String> settings = mebibytes <= 32
                ? Map.of()
                : Map.of(
                        "QTOS_MAX_BODY_BYTES", Integer.toString(mebibytes * 5 / 4 << 20),
                        "QTOS_INFLIGHT_MEBIBYTES", Integer.toString(3 * mebibytes));
        try (ServiceProcess service = ServiceProcess.in(root, settings, heap)) {
            run(service, seconds, mebibytes, MOST_MILLIS).exit();
        }
    }

    static Figures run(ServiceProcess service, int seconds, int mebibytes, double mostMillis) throws Exception {
        byte[] bars = LargeFiles.bars((mebibytes << 20) / BYTES_OF_A_BAR, 1);
        HeavyRequest upload = HeavyRequest.backtest("upload", bars);
        HeavyRequest walk = HeavyRequest.all().get(1);
        AtomicBoolean ended = new AtomicBoolean(mebibytes == 0);
        times(service.baseUri(), "/health", WARMING_SECONDS);
        Percentiles idle = new Percentiles(times(service.baseUri(), "/health", Math.max(1, seconds / 5)));
        CompletableFuture<List<Integer>> uploads;
        CompletableFuture<List<Long>> waking;
        List<Long> health;
        List<Long> decisions;
        try (Socket one = walk.send(service.baseUri());
                Socket other = HeavyRequest.all().get(0).send(service.baseUri())) {
            if (mebibytes > 0) {
                drop(service, bars);
            }
            uploads = CompletableFuture.supplyAsync(() -> upload(service.baseUri(), upload, ended));
            CompletableFuture<List<Long>> deciding =
                    CompletableFuture.supplyAsync(() -> times(service.baseUri(), "/decision", seconds));
            waking = CompletableFuture.supplyAsync(() -> lateness(seconds));
            health = times(service.baseUri(), "/health", seconds);
            decisions = deciding.get();
        }
        ended.set(true);
        Percentiles times = new Percentiles(health);
        Percentiles late = new Percentiles(waking.get());
        double allowed = mostMillis + idle.millis(99) + MACHINE * late.millis(99);
        return new Figures()
                .put("/health before the load, ms: p50 / p99 / longest", idle.toString())
                .put("a thread of another process wakes late by, ms: p50 / p99 / longest", late.toString())
                .put(
                        "machine load",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                .put("/health asked", health.size())
                .put("/health, ms: p50 / p99 / longest", times.toString())
                .put("/decision asked", decisions.size())
                .put("/decision, ms: p50 / p99 / longest", new Percentiles(decisions).toString())
                .put(
                        "answers to uploads of " + mebibytes + " MiB",
                        uploads.get().toString())
                .put("most memory of the process, MiB", service.peakMebibytes())
                .expect(service.process().isAlive(), "the service has died")
                .expect(
                        times.millis(99) < allowed,
                        "/health took " + times + " ms, p99 must be below " + allowed + " on this machine now");
    }

    /** By how much a thread that sleeps is woken too late: what the machine is to blame for, whoever loads it. */
    private static List<Long> lateness(int seconds) {
        List<Long> micros = new ArrayList<>();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < until) {
            long began = System.nanoTime();
            LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000L);
            micros.add(Math.max(0, (System.nanoTime() - began) / 1_000 - PAUSE_MILLIS * 1_000));
        }
        return micros;
    }

    private static void drop(ServiceProcess service, byte[] bars) throws IOException {
        Path aside = Files.write(service.data().resolve("aside"), bars);
        Path inbox = Files.createDirectories(service.data().resolve("inbox"));
        Files.move(aside, inbox.resolve("bars.csv"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Integer> upload(URI base, HeavyRequest upload, AtomicBoolean ended) {
        List<Integer> statuses = new ArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(base.resolve(upload.path()))
                .header("Content-Type", upload.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(upload.body()))
                .build();
        while (!ended.get()) {
            try {
                statuses.add(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode());
            } catch (IOException e) {
                statuses.add(0);
            } catch (InterruptedException e) {
                return statuses;
            }
        }
        return statuses;
    }

    private static List<Long> times(URI base, String path, int seconds) {
        List<Long> micros = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        try {
            while (System.nanoTime() < until) {
                long began = System.nanoTime();
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    micros.add((System.nanoTime() - began) / 1_000);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path + " was not answered", e);
        }
        return micros;
    }
}
