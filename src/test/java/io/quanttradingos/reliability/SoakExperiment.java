package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Files, requests and the timer together for long, at the highest rate that holds: whether anything grows, and whether all of it
 * was done once.
 *
 * <p>The rate of files and of requests is doubled until the inbox falls behind or a decision takes too long; four fifths of the
 * last that held is kept. {@code .done}, {@code outbox} and the store grow with every run: that is their use.
 */
public final class SoakExperiment {
    private static final double MOST_MILLIS_OF_A_DECISION = 500;
    private static final double FIRST_RATE = 4;
    private static final double MOST_RATE = 512;
    private static final double MOST_GROWTH = 0.05;
    private static final double MOST_GROWTH_OF_FEW = 4;
    private static final int LOOKS = 20;

    private final Folders folders;
    private final RunningService service;
    private final Dropping dropping;
    private final HttpRuns http;
    private final Figures figures = new Figures();

    private SoakExperiment(Folders folders, RunningService service, Dropping dropping, HttpRuns http) {
        this.folders = folders;
        this.service = service;
        this.dropping = dropping;
        this.http = http;
    }

    /** Arguments: how many minutes (10), seconds for each step of the rate (15), the seed (1). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 10;
        int step = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Path root = Files.createTempDirectory("qtos-soak-");
        System.out.println("in " + root);
        run(root, minutes, step, seed).exit();
    }

    static Figures run(Path root, double minutes, int step, long seed) throws IOException, InterruptedException {
        Folders folders = Folders.in(root);
        Path state = folders.state("one");
        Drops drops = new Drops(folders.data(), seed);
        Figures figures;
        boolean drained;
        HttpRuns http = new HttpRuns();
        try (http;
                RunningService service = RunningService.asLaunched(folders.data(), state, Map.of())) {
            service.awaitReady();
            http.of(service);
            try (Dropping dropping = new Dropping(drops, 1)) {
                SoakExperiment soak = new SoakExperiment(folders, service, dropping, http);
                double rate = soak.highestRate(step);
                soak.hold(minutes, rate * 0.8);
                figures = soak.figures;
            }
            drained = folders.drained(service);
            service.terminate();
        }
        Aftermath aftermath = Aftermath.of(folders, List.of(state), drops.all(), http.answered());
        aftermath.figures().forEach(figures::put);
        return figures.expect(drained, "the inbox was not drained").and(aftermath.faults());
    }

    private double highestRate(int step) throws IOException, InterruptedException {
        double held = FIRST_RATE;
        for (double rate = FIRST_RATE; rate <= MOST_RATE; rate *= 2) {
            rate(rate);
            http.takeMicros();
            Thread.sleep(step * 1_000L);
            double decision = new Percentiles(http.takeMicros()).millis(99);
            int waiting = folders.waiting();
            System.out.printf(
                    Locale.ROOT, "%.0f files a second: %d wait, p99 of a decision %.1f ms%n", rate, waiting, decision);
            if (waiting > 2 * rate + 10 || decision > MOST_MILLIS_OF_A_DECISION) {
                break;
            }
            held = rate;
        }
        figures.put("highest rate that held, files a second", held);
        dropping.rate(0);
        folders.drained(service);
        return held;
    }

    private void rate(double filesPerSecond) {
        dropping.rate(filesPerSecond);
        http.pause(Math.max(1, Math.round(1_000 / filesPerSecond)));
    }

    /** What was seen at one moment. */
    private record Look(double minute, double live, double resident, double threads, double files) {}

    private void hold(double minutes, double rate) throws IOException, InterruptedException {
        rate(rate);
        http.takeMicros();
        List<Look> looks = new ArrayList<>();
        int answered = http.answered().size();
        long began = System.nanoTime();
        for (int i = 1; i <= LOOKS; i++) {
            Thread.sleep(
                    Math.max(0, Math.round(minutes * 60_000 * i / LOOKS) - (System.nanoTime() - began) / 1_000_000));
            looks.add(look((System.nanoTime() - began) / 6e10));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        figures.put("rate held, files a second", rate);
        figures.put("decisions a second over HTTP", (http.answered().size() - answered) / seconds);
        figures.put("decision over HTTP, ms: p50 / p99 / longest", new Percentiles(http.takeMicros()).toString());
        figures.put("file until its result, ms: p50 / p99 / longest", new Percentiles(untilResult()).toString());
        flat("live heap, MiB", looks, Look::live);
        flat("resident, MiB", looks, Look::resident);
        flat("threads", looks, Look::threads);
        flat("file descriptors", looks, Look::files);
    }

    /** By the times of the files: what was dropped under a name of its own, and its result. */
    private List<Long> untilResult() throws IOException {
        List<Long> micros = new ArrayList<>();
        for (Path result : Folders.list(folders.data().resolve("outbox"))) {
            String name = String.valueOf(result.getFileName()).replaceFirst("\\.[a-z]+\\.json$", "");
            Path dropped = folders.inbox().resolve(".done").resolve(name);
            if (Files.exists(dropped)) {
                micros.add((Files.getLastModifiedTime(result).toMillis()
                                - Files.getLastModifiedTime(dropped).toMillis())
                        * 1_000);
            }
        }
        return micros;
    }

    private Look look(double minute) throws IOException, InterruptedException {
        long process = service.pid();
        ProcessFigures held = ProcessFigures.of(process);
        return new Look(
                minute, ProcessMemory.live(process), ProcessMemory.resident(process), held.threads(), held.files());
    }

    /** The last third of the looks may not lie above the second by more than a twentieth, or by a few. */
    private void flat(String what, List<Look> looks, ToDoubleFunction<Look> figure) {
        int third = looks.size() / 3;
        double before = mean(looks.subList(third, 2 * third), figure);
        double after = mean(looks.subList(2 * third, looks.size()), figure);
        figures.put(what + ": second third / last third", String.format(Locale.ROOT, "%.1f / %.1f", before, after));
        figures.put("  slope a minute, second half", slope(looks.subList(looks.size() / 2, looks.size()), figure));
        figures.expect(
                after <= before * (1 + MOST_GROWTH) + MOST_GROWTH_OF_FEW,
                what + " grows: " + before + ", then " + after);
    }

    private static double mean(List<Look> looks, ToDoubleFunction<Look> figure) {
        return looks.stream().mapToDouble(figure).average().orElse(0);
    }

    /** By least squares. */
    private static double slope(List<Look> looks, ToDoubleFunction<Look> figure) {
        double x = mean(looks, Look::minute);
        double y = mean(looks, figure);
        double xy = 0;
        double xx = 0;
        for (Look look : looks) {
            xy += (look.minute - x) * (figure.applyAsDouble(look) - y);
            xx += (look.minute - x) * (look.minute - x);
        }
        return xx == 0 ? 0 : xy / xx;
    }
}
