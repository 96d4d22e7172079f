package io.quanttradingos.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Loads the HTTP doors and a bare Vert.x handler in turn, in one run, and prints the ratio.
 *
 * <p>Both are processes of their own on this machine; the load comes from a third. Rounds are interleaved, so that a machine
 * whose speed drifts slows both. Processor time is that of the server's process alone.
 */
public final class DoorLoad {
    /** Long enough for the compiler to be done with the service's path. */
    private static final int WARM_UP_SECONDS = 40;

    private static final int[] CONNECTIONS = {8, 32};

    private DoorLoad() {}

    /** Arguments: seconds of a round, rounds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 5;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path state = Files.createTempDirectory("door-load");
        try (ServerProcess service = ServerProcess.service("--state-dir", state.toString())) {
            int size = answerSize(service.port());
            try (ServerProcess bare = ServerProcess.bare(size)) {
                System.out.printf(Locale.ROOT, "an answer of /decision has %d bytes%n", size);
                compare(service, bare, "GET", "/health", "", seconds, rounds);
                compare(service, bare, "POST", "/decision", "{}", seconds, rounds);
            }
        }
    }

    private static int answerSize(int port) throws IOException {
        try (InputStream in =
                URI.create("http://127.0.0.1:" + port + "/decision").toURL().openStream()) {
            return in.readAllBytes().length;
        }
    }

    private static void compare(
            ServerProcess service,
            ServerProcess bare,
            String method,
            String path,
            String body,
            double seconds,
            int rounds)
            throws InterruptedException {
        LoadClient toService = new LoadClient(service.port(), method, path, body);
        LoadClient toBare = new LoadClient(bare.port(), method, path, body);
        toService.run(32, WARM_UP_SECONDS);
        toBare.run(32, WARM_UP_SECONDS / 4.0);
        for (int connections : CONNECTIONS) {
            List<Round> ours = new ArrayList<>();
            List<Round> theirs = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                ours.add(Round.of(service, toService, connections, seconds));
                theirs.add(Round.of(bare, toBare, connections, seconds));
            }
            print(method + " " + path, connections, ours, theirs);
        }
    }

    private static void print(String what, int connections, List<Round> ours, List<Round> theirs) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i).measured().perSecond()
                    / theirs.get(i).measured().perSecond());
        }
        System.out.printf(
                Locale.ROOT,
                "%-15s %2d connections: service %7.0f/s p50 %.2f ms p99 %.2f ms %.3f CPU ms/request; bare %7.0f/s p99 %.2f ms %.3f CPU ms/request; ratio %.2f (of pairs, min %.2f max %.2f)%n",
                what,
                connections,
                Round.median(ours, r -> r.measured().perSecond()),
                Round.median(ours, r -> r.measured().p50()),
                Round.median(ours, r -> r.measured().p99()),
                Round.median(ours, Round::processorMillisPerRequest),
                Round.median(theirs, r -> r.measured().perSecond()),
                Round.median(theirs, r -> r.measured().p99()),
                Round.median(theirs, Round::processorMillisPerRequest),
                Round.median(ratios),
                ratios.stream().min(Double::compare).orElse(Double.NaN),
                ratios.stream().max(Double::compare).orElse(Double.NaN));
    }
}
