package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quanttradingos.api.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Tables of very many rows, each kind uploaded and dropped, plain and packed by gzip, to a service with the usual heap. Each must
 * be answered or refused in a sentence, and the service must go on.
 */
public final class RowsExperiment {
    private static final String BOUNDARY = "many-rows";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SAMPLE =
            "{\"prices_path\": \"sample/prices.csv\", \"holdings_path\": \"sample/holdings.csv\"}";
    private static final int SYMBOLS = 100;
    private static final int SHOWN = 150;

    private final ServiceProcess service;
    private final int rows;
    private final Figures figures = new Figures();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RowsExperiment(ServiceProcess service, int rows) {
        this.service = service;
        this.rows = rows;
    }

    /** A kind of table, with where it is uploaded to. */
    enum Kind {
        WIDE("/regime", "prices_file"),
        LONG("/regime", "prices_file"),
        BARS("/backtest", "csv_file"),
        HOLDINGS("/portfolio-report", "holdings_file"),
        TRADES("/execution-discipline", "trades_file"),
        JOURNAL("/trade-journal", "file");

        private final String path;
        private final String part;

        Kind(String path, String part) {
            this.path = path;
            this.part = part;
        }

        private byte[] table(int rows) {
            return switch (this) {
                case WIDE -> LargeFiles.widePrices(rows, 2, 1);
                case LONG -> LargeFiles.longPrices(rows / SYMBOLS, SYMBOLS, 1);
                case BARS -> LargeFiles.bars(rows, 1);
                case HOLDINGS -> repeated(rows, "symbol,shares\n", "SPY,1\n");
                case TRADES ->
                    repeated(
                            rows,
                            "date,symbol,side,entry_price,exit_price,shares\n",
                            "2019-01-17,SPY,LONG,264,265,1\n");
                case JOURNAL -> LargeFiles.journal(rows, 1);
            };
        }
    }

    private static byte[] repeated(int rows, String header, String row) {
        return (header + row.repeat(rows)).getBytes(US_ASCII);
    }

    /** Argument: how many rows (1,000,000). */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path root = Files.createTempDirectory("qtos-rows-");
        try (ServiceProcess service = ServiceProcess.in(root, Map.of())) {
            Files.copy(
                    service.data().resolve("sample/plan.json"), service.data().resolve("inbox/plan.json"));
            run(service, rows, List.of(Kind.values()), List.of(Kind.values())).exit();
        }
    }

    /** Uploads some kinds, then drops some. */
    static Figures run(ServiceProcess service, int rows, List<Kind> uploaded, List<Kind> dropped) throws Exception {
        RowsExperiment experiment = new RowsExperiment(service, rows);
        for (Kind kind : uploaded) {
            byte[] table = kind.table(rows);
            experiment.upload(kind, "table.csv", table);
            experiment.upload(kind, "table.csv.gz", packed(table));
        }
        for (Kind kind : dropped) {
            byte[] table = kind.table(rows);
            experiment.drop(kind, ".csv", table);
            experiment.drop(kind, ".csv.gz", packed(table));
        }
        return experiment
                .figures
                .put("most memory of the process, MiB", service.peakMebibytes())
                .expect(service.process().isAlive(), "the service has died");
    }

    private static byte[] packed(byte[] table) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(table);
        }
        return packed.toByteArray();
    }

    private void upload(Kind kind, String name, byte[] file) throws IOException, InterruptedException {
        String plan = Files.readString(service.data().resolve("sample/plan.json"));
        byte[] body = kind == Kind.TRADES
                ? LargeFiles.form(BOUNDARY, kind.part, name, file, "plan_json", plan)
                : LargeFiles.form(BOUNDARY, kind.part, name, file);
        long began = System.nanoTime();
        HttpResponse<byte[]> answer = post(kind.path, "multipart/form-data; boundary=" + BOUNDARY, body);
        note(
                kind,
                "uploaded " + (name.endsWith(".gz") ? "packed" : "plain"),
                began,
                answer.statusCode() + said(answer));
        expectAnswer(kind + " " + name, answer);
        expectServed();
    }

    private static String said(HttpResponse<byte[]> answer) throws IOException {
        return answer.statusCode() == 200
                ? ""
                : " " + Json.mapper().readTree(answer.body()).path("detail").asText();
    }

    private void expectAnswer(String what, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        figures.expect(List.of(200, 400, 413, 422).contains(status), what + ": status " + status);
        figures.and(AnswerRules.violations("POST", status, answer.headers(), answer.body()).stream()
                .map(why -> what + ": " + why)
                .toList());
    }

    private HttpResponse<byte[]> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(service.baseUri().resolve(path))
                        .header("Content-Type", type)
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private void drop(Kind kind, String ending, byte[] file) throws IOException, InterruptedException {
        String name = kind.name().toLowerCase(Locale.ROOT) + ending;
        Path inbox = service.data().resolve("inbox");
        Path aside = Files.write(service.data().resolve("aside"), file);
        long began = System.nanoTime();
        Files.move(aside, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Path done = inbox.resolve(".done").resolve(name);
        Path failed = inbox.resolve(".failed").resolve(name);
        while (!Files.exists(done) && !Files.exists(failed)) {
            if (!service.process().isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                figures.expect(false, kind + " dropped: neither done nor rejected");
                return;
            }
            Thread.sleep(20);
        }
        String said = Files.exists(done)
                ? "done"
                : Json.mapper()
                        .readTree(failed.resolveSibling(name + ".problems.json").toFile())
                        .path("detail")
                        .asText();
        note(kind, "dropped " + (ending.endsWith("gz") ? "packed" : "plain"), began, said);
        figures.expect(!said.contains("fault in the service"), kind + " dropped: " + said);
        expectServed();
    }

    private void note(Kind kind, String how, long began, String said) {
        long millis = (System.nanoTime() - began) / 1_000_000;
        String shown = said.length() > SHOWN ? said.substring(0, SHOWN) + "…" : said;
        figures.put(kind + " of " + rows + " rows " + how, millis + " ms: " + shown);
    }

    private void expectServed() throws IOException, InterruptedException {
        int status =
                post("/decision", "application/json", SAMPLE.getBytes(US_ASCII)).statusCode();
        figures.expect(status == 200, "a small decision afterwards was answered " + status);
    }
}
