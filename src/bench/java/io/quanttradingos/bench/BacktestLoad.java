package io.quanttradingos.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Loads {@code POST /backtest} and a bare Vert.x handler in turn, and prints what a request costs in processor time of the
 * server's process; then how much memory the service takes while 32 clients upload.
 *
 * <p>No two requests ask the same: parameters or cash differ, so no result can have been kept. The aims are 0.5 ms for a
 * file of 2,520 rows and memory that stays within bounds.
 */
public final class BacktestLoad {
    private static final int ROWS = 2_520;
    private static final int ROWS_OF_UPLOADS = 25_200;
    private static final int CONNECTIONS = 8;
    private static final int UPLOADING = 32;
    private static final String BOUNDARY = "bars-follow-here";
    private static final int LEAST_VOLUME = 1_000_000;

    private final Path folder;
    private final double warmUpSeconds;
    private final double seconds;
    private final int rounds;

    private BacktestLoad(Path folder, double warmUpSeconds, double seconds, int rounds) {
        this.folder = folder;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /** Arguments: seconds of warming up, seconds of a round, rounds, uploads of the large file; 0 rounds or uploads for none. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        double warmUp = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 20;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        int uploads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 640;
        Path folder = Files.createTempDirectory("backtest-load");
        try {
            BacktestLoad load = new BacktestLoad(folder, warmUp, seconds, rounds);
            if (rounds > 0) {
                load.time();
            }
            if (uploads > 0) {
                load.weigh(uploads);
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private ServerProcess service(String state) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        return ServerProcess.service(
                "--data-dir",
                data.toString(),
                "--state-dir",
                folder.resolve(state).toString());
    }

    private void time() throws IOException, InterruptedException {
        byte[] csv = RandomWalk.csv(RandomWalk.bars(ROWS, 1)).getBytes(StandardCharsets.UTF_8);
        Path file = Files.createDirectories(folder.resolve("data")).resolve("bars.csv");
        Files.write(file, csv);
        // A file changed just now is read anew for every request.
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        try (ServerProcess service = service("state")) {
            int size = (int) new LoadClient(service.port(), BacktestLoad::ofFile)
                    .send(1, 1)
                    .meanBytes();
            System.out.printf(Locale.ROOT, "an answer has about %d bytes%n", size);
            try (ServerProcess bare = ServerProcess.bare(size)) {
                compare("csv_path", service, bare, BacktestLoad::ofFile);
                compare("the same upload", service, bare, number -> upload(csv, number));
                compare("a new upload", service, bare, number -> upload(changed(csv, number), number));
            }
        }
    }

    /** No two numbers give the same strategy and cash. */
    private static byte[] ofFile(long number) {
        String body = "{\"csv_path\":\"bars.csv\",\"strategy_type\":\"sma_cross\",\"initial_cash\":" + cash(number)
                + ",\"parameters\":\"" + parameters(number) + "\"}";
        return LoadClient.request("POST", "/backtest", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String parameters(long number) {
        return "fast=" + (5 + number % 50) + ",slow=" + (60 + number / 50 % 200);
    }

    private static long cash(long number) {
        return 100_000 + number / 10_000;
    }

    private static byte[] upload(byte[] csv, long number) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(csv.length + 1024);
        field(body, "strategy_type", "sma_cross");
        field(body, "parameters", parameters(number));
        field(body, "initial_cash", Long.toString(cash(number)));
        text(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"csv_file\"; filename=\"bars.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n");
        body.writeBytes(csv);
        text(body, "\r\n--" + BOUNDARY + "--\r\n");
        return LoadClient.request("POST", "/backtest", "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        text(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same file with another volume of its last row, so that what was read of another is of no use. */
    private static byte[] changed(byte[] csv, long number) {
        int comma = csv.length - 1;
        while (csv[comma] != ',') {
            comma--;
        }
        byte[] volume = ((LEAST_VOLUME + number) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] changed = Arrays.copyOf(csv, comma + 1 + volume.length);
        System.arraycopy(volume, 0, changed, comma + 1, volume.length);
        return changed;
    }

    private void compare(String what, ServerProcess service, ServerProcess bare, LongFunction<byte[]> requests)
            throws InterruptedException {
        LoadClient toService = new LoadClient(service.port(), requests);
        LoadClient toBare = new LoadClient(bare.port(), requests);
        toService.run(CONNECTIONS, warmUpSeconds);
        toBare.run(CONNECTIONS, warmUpSeconds / 4);
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            ours.add(Round.of(service, toService, CONNECTIONS, seconds));
            theirs.add(Round.of(bare, toBare, CONNECTIONS, seconds));
        }
        double cost = Round.median(ours, Round::processorMillisPerRequest);
        double reference = Round.median(theirs, Round::processorMillisPerRequest);
        System.out.printf(
                Locale.ROOT,
                "%-15s service %.3f CPU ms/request (%.0f/s, p50 %.2f ms, p99 %.2f ms, %.0f bytes); bare %.3f CPU ms/request (%.0f/s); ratio %.1f%n",
                what,
                cost,
                Round.median(ours, round -> round.measured().perSecond()),
                Round.median(ours, round -> round.measured().p50()),
                Round.median(ours, round -> round.measured().p99()),
                Round.median(ours, round -> round.measured().meanBytes()),
                reference,
                Round.median(theirs, round -> round.measured().perSecond()),
                cost / reference);
    }

    private void weigh(int uploads) throws IOException, InterruptedException {
        byte[] csv = RandomWalk.csv(RandomWalk.bars(ROWS_OF_UPLOADS, 2)).getBytes(StandardCharsets.UTF_8);
        try (ServerProcess service = service("state of uploads")) {
            double atRest = service.peakMebibytes();
            LoadClient client = new LoadClient(service.port(), number -> upload(changed(csv, number), number));
            LoadClient.Measured measured = client.send(UPLOADING, uploads);
            double processor = service.processorTime().toNanos() / 1e6 / uploads;
            double peak = service.peakMebibytes();
            System.out.printf(
                    Locale.ROOT,
                    "%d uploads of %d rows (%d bytes) by %d clients: peak RSS %.0f MiB (%.0f MiB once ready), live heap after %.0f MiB, p50 %.0f ms, p99 %.0f ms, %.1f CPU ms/request with the start, run store %.0f MiB%n",
                    uploads,
                    ROWS_OF_UPLOADS,
                    csv.length,
                    UPLOADING,
                    peak,
                    atRest,
                    service.liveHeapMebibytes(),
                    measured.p50(),
                    measured.p99(),
                    processor,
                    mebibytes(folder.resolve("state of uploads")));
        }
    }

    private static double mebibytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(BacktestLoad::size)
                            .sum()
                    / 1024.0
                    / 1024.0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
