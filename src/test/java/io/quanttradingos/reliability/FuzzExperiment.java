package io.quanttradingos.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The long form of the fuzz run: a process with 256 MiB of heap, a hundred thousand requests and a thousand dropped files.
 *
 * <p>Arguments: how many requests (100000), the seed (1). Ends with 1 where anything was violated, and with a line of figures.
 */
public final class FuzzExperiment {
    /** No service is set up, and where a key comes with a request, nobody is at the other end. */
    static final String NOBODY = "http://127.0.0.1:1";

    private static final int CLIENTS = 4;
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS_FOR_EACH_FILE = 100;
    private static final int MOST_GROWTH = 24;

    private FuzzExperiment() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int requests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path folder = Files.createTempDirectory("qtos-fuzz");
        Map<String, String> environment = Map.of(
                "QTOS_WORKER_THREADS", "8",
                "QTOS_PRICE_SOURCES", "",
                "QTOS_INBOX_SETTLE_MILLIS", "50",
                "QTOS_INBOX_POLL_MILLIS", "50",
                "FINNHUB_BASE_URL", NOBODY,
                "OPENAI_BASE_URL", NOBODY,
                "YAHOO_BASE_URL", NOBODY);
        boolean fine;
        try (ServiceProcess service = ServiceProcess.in(folder, environment)) {
            fine = run(service, seed, requests);
        }
        System.out.println((fine ? "nothing was violated; " : "VIOLATED; ") + folder + " has the service's log");
        System.exit(fine ? 0 : 1);
    }

    private static boolean run(ServiceProcess service, long seed, int requests)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        FuzzRun run = new FuzzRun(service.baseUri(), seed);
        int warm = Math.min(WARM_UP, requests / 2);
        run.send(0, warm, CLIENTS);
        List<String> files = new InboxFuzz(service.data()).drop(seed, 1 + requests / REQUESTS_FOR_EACH_FILE);
        ProcessFigures before = service.figures();
        run.send(warm, requests, CLIENTS);
        boolean alive = service.process().isAlive() && run.alive();
        ProcessFigures after = alive ? service.figures() : before;
        run.violations().forEach(System.out::println);
        files.forEach(System.out::println);
        System.out.println(run.figures() + ", " + (1 + requests / REQUESTS_FOR_EACH_FILE) + " files dropped, "
                + files.size() + " violations; threads " + before.threads() + " → " + after.threads() + ", descriptors "
                + before.files() + " → " + after.files() + ", most memory "
                + (alive ? service.peakMebibytes() : -1) + " MiB, " + (System.nanoTime() - begun) / 1_000_000_000 + " s"
                + (alive ? "" : "; the service is DEAD"));
        return alive
                && run.violations().isEmpty()
                && files.isEmpty()
                && after.threads() <= before.threads() + MOST_GROWTH
                && after.files() <= before.files() + MOST_GROWTH;
    }
}
