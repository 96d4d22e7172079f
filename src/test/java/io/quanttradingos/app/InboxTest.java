package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.camel.InboxDoor;
import io.quanttradingos.state.RunRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drop folder with real files, through the routes. */
@Tag("one-java")
class InboxTest {
    private static final Map<String, String> WATCHED = Map.of("qtos.inbox.enabled", "true");

    @TempDir
    Path folder;

    @Test
    void dropped_holdings_become_a_decision_and_the_holdings_that_count() throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            drop(service, "mine.csv", "symbol,shares\nSPY,10\nTLT,20\n");

            JsonNode decision = result(service, "mine.csv.decision.json");
            assertThat(decision.at("/portfolio/open_positions").asInt()).isEqualTo(2);
            assertThat(decision.at("/account/portfolio_id").asText()).isEqualTo("inbox:mine");
            assertThat(done(service)).containsExactly("mine.csv");
            assertThat(service.dataFolder().resolve("current/holdings.csv"))
                    .hasContent("symbol,shares\nSPY,10\nTLT,20\n");
            assertThat(runs(service)).singleElement().satisfies(run -> {
                assertThat(run.runId()).isEqualTo(decision.path("run_id").asText());
                assertThat(run.facts().door()).isEqualTo("inbox");
            });
        }
    }

    @Test
    void dropped_prices_are_added_to_those_dropped_before_and_never_to_the_sample() throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            List<String> sample = Files.readAllLines(service.dataFolder().resolve("sample/prices.csv"));
            drop(service, "first.csv", String.join("\n", sample.subList(0, 301)) + "\n");
            JsonNode first = result(service, "first.csv.regime.json");
            assertThat(first.path("warnings").toString()).contains("No holdings have been dropped yet");
            drop(service, "mine.csv", "symbol,shares\nSPY,10\n");
            result(service, "mine.csv.decision.json");

            drop(service, "second.csv", sample.get(0) + "\n" + String.join("\n", sample.subList(301, 311)) + "\n");

            JsonNode decision = result(service, "second.csv.decision.json");
            assertThat(decision.path("asof").asText()).isEqualTo(sample.get(310).substring(0, 10));
            assertThat(decision.at("/receipt/inputs/0/rows").asInt()).isEqualTo(310);
        }
    }

    @Test
    void trades_are_judged_by_the_plan_that_was_dropped_before_them() throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            Path sample = service.dataFolder().resolve("sample");
            drop(service, "a-plan.json", Files.readString(sample.resolve("plan.json")));
            assertThat(result(service, "a-plan.json.plan.json").path("status").asText())
                    .isEqualTo("ok");

            drop(service, "b-trades.csv", Files.readString(sample.resolve("trades.csv")));

            JsonNode report = result(service, "b-trades.csv.discipline.json");
            assertThat(report.path("n_trades").asInt()).isEqualTo(84);
            assertThat(report.path("regime_source").asText()).isEqualTo("point_in_time");
            JsonNode last = Json.mapper()
                    .readTree(service.stateFolder()
                            .resolve("discipline_last_score.json")
                            .toFile());
            assertThat(last.path("compliance_score").asDouble())
                    .isEqualTo(report.path("compliance_score").asDouble());
        }
    }

    @Test
    void a_job_is_the_request_it_holds() throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            drop(service, "job.json", "{\"as_of\": \"2021-06-30\", \"include_guardian\": true}");

            JsonNode decision = result(service, "job.json.decision.json");
            assertThat(decision.path("asof").asText()).isEqualTo("2021-06-30");
            assertThat(decision.has("guardian_guardrails")).isTrue();
        }
    }

    @Test
    void a_job_that_names_nothing_but_a_strategy_is_a_backtest() throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            drop(service, "job.json", "{\"strategy\": \"sma_cross\"}");

            JsonNode backtest = result(service, "job.json.backtest.json");
            assertThat(backtest.path("strategy_type").asText()).isEqualTo("sma_cross");
            assertThat(backtest.path("warnings").toString()).doesNotContain("not known here");
        }
    }

    @Test
    void a_compressed_file_is_read_like_a_plain_one() throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write("symbol,shares\nSPY,10\n".getBytes(StandardCharsets.UTF_8));
            }
            drop(service, "mine.csv.gz", bytes.toByteArray());

            assertThat(result(service, "mine.csv.gz.decision.json")
                            .at("/portfolio/open_positions")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing-column.csv  | symbol,price\\nSPY,10\\n          | 0 | ",
                "not-a-number.csv    | symbol,shares\\nSPY,10\\nTLT,x\\n | 3 | shares",
                "nan.csv             | symbol,shares\\nSPY,NaN\\n        | 2 | shares",
                "unknown-symbol.csv  | symbol,shares\\nNOPE,10\\n        | 0 | ",
                "empty.csv           |                                   | 0 | ",
                "binary.csv          | \\0\\0\\0SPY                     | 0 | ",
                "duplicate-date.csv  | date,SPY,TLT\\n2024-01-02,1,2\\n2024-01-02,1,2\\n | 3 | date",
                "negative-price.csv  | date,SPY,TLT\\n2024-01-02,1,2\\n2024-01-03,-1,2\\n | 3 | SPY",
                "no-plan.csv         | date,symbol,side,entry_price,exit_price,shares\\n2024-01-02,SPY,LONG,1,2,3\\n | 0 | ",
                "bad.json            | {\"as_of\": \"soon\"}             | 0 | as_of"
            })
    void a_file_that_cannot_be_used_is_rejected_with_its_place_and_the_service_goes_on(
            String name, String content, int line, String column) throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            String text = content == null ? "" : content.replace("\\n", "\n").replace("\\0", "\0");
            drop(service, name, text);

            JsonNode problem = Json.mapper()
                    .readTree(service.dataFolder()
                            .resolve("inbox/.failed/" + name + ".problems.json")
                            .toFile());
            assertThat(problem.path("detail").asText())
                    .isNotBlank()
                    .doesNotContain("Exception", service.dataFolder().toString());
            if (line > 0) {
                assertThat(problem.at("/errors/0/line").asInt()).isEqualTo(line);
            }
            if (column != null) {
                assertThat(problem.at("/errors/0/column").asText()).isEqualTo(column);
            }
            assertThat(service.dataFolder().resolve("inbox/.failed/" + name)).exists();
            assertThat(outbox(service)).isEmpty();
            assertThat(runs(service))
                    .singleElement()
                    .satisfies(run -> assertThat(run.facts().status()).isEqualTo("refused"));

            drop(service, "good.csv", "symbol,shares\nSPY,10\n");
            result(service, "good.csv.decision.json");
        }
    }

    @Test
    void a_rejected_plan_does_not_replace_the_one_that_counts() throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            drop(service, "good.json", "{\"allowed_regimes\": [\"Risk-On\"]}");
            drop(service, "bad.json", "{\"allowed_regimes\": 5}");

            assertThat(service.dataFolder().resolve("current/plan.json"))
                    .hasContent("{\"allowed_regimes\": [\"Risk-On\"]}");
        }
    }

    @Test
    void a_link_a_folder_and_a_file_still_being_written_are_no_drops() throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            Path inbox = service.dataFolder().resolve("inbox");
            Path secret = Files.writeString(folder.resolve("secret.csv"), "symbol,shares\nSPY,10\n");
            Files.createDirectory(inbox.resolve("folder.csv"));
            Files.writeString(inbox.resolve("growing.csv.part"), "symbol,sha");
            Files.createSymbolicLink(inbox.resolve("link.csv"), secret);
            awaitHandled(service, "link.csv");

            assertThat(inbox.resolve(".failed/link.csv.problems.json"))
                    .content()
                    .contains("no regular file");
            assertThat(inbox.resolve("growing.csv.part")).exists();
            assertThat(inbox.resolve("folder.csv")).isDirectory();
            assertThat(outbox(service)).isEmpty();
        }
    }

    @Test
    void a_name_dropped_twice_is_two_runs_and_keeps_both_files() throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            drop(service, "mine.csv", "symbol,shares\nSPY,10\n");
            drop(service, "mine.csv", "symbol,shares\nSPY,10\n");

            assertThat(runs(service)).hasSize(2);
            assertThat(done(service)).hasSize(2).allMatch(name -> name.endsWith("mine.csv"));
        }
    }

    @Test
    void many_files_dropped_at_once_are_each_answered_once() throws IOException {
        int count = 60;
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            for (int i = 0; i < count; i++) {
                place(
                        service,
                        "h%02d.csv".formatted(i),
                        "symbol,shares\nSPY,%d\n".formatted(i + 1).getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < count; i++) {
                awaitHandled(service, "h%02d.csv".formatted(i));
            }

            assertThat(done(service)).hasSize(count);
            assertThat(outbox(service))
                    .containsExactlyElementsOf(IntStream.range(0, count)
                            .boxed()
                            .flatMap(i -> Stream.of("html", "json")
                                    .map(ending -> "h%02d.csv.decision.%s".formatted(i, ending)))
                            .toList());
            assertThat(runs(service)).hasSize(count);
            assertThat(service.assembly().store().verifyChain().ok()).isTrue();
        }
    }

    @Test
    void what_a_dead_service_had_claimed_is_taken_up_under_the_same_claim() throws IOException {
        Path work;
        String claimed;
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            claimed = service.assembly().routes().bean("inbox", InboxDoor.class).claim() + "-mine.csv";
            work = service.dataFolder().resolve("inbox/.work").resolve(claimed);
        }
        Files.writeString(work, "symbol,shares\nSPY,10\n");

        String runId;
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            runId = result(service, "mine.csv.decision.json").path("run_id").asText();
            assertThat(done(service)).containsExactly("mine.csv");
            assertThat(work).doesNotExist();
        }

        // The same claim again, as if the service had died after recording and before writing the result.
        Files.move(folder.resolve("data/inbox/.done/mine.csv"), work);
        Files.delete(folder.resolve("data/outbox/mine.csv.decision.json"));
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            assertThat(result(service, "mine.csv.decision.json").path("run_id").asText())
                    .isEqualTo(runId);
            assertThat(runs(service)).hasSize(1);
        }
    }

    private static void drop(ServiceUnderTest service, String name, String content) throws IOException {
        drop(service, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Drops a file as a careful sender does, by renaming it into place, and waits until its route has ended. */
    private static void drop(ServiceUnderTest service, String name, byte[] content) throws IOException {
        place(service, name, content);
        awaitHandled(service, name);
    }

    /** Until the inbox and the folder of claimed files are empty but for what was never to be taken. */
    private static void awaitHandled(ServiceUnderTest service, String name) {
        Path inbox = service.dataFolder().resolve("inbox");
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !Files.exists(inbox.resolve(name), LinkOption.NOFOLLOW_LINKS)
                        && names(inbox.resolve(".work")).isEmpty());
    }

    private static void place(ServiceUnderTest service, String name, byte[] content) throws IOException {
        Path aside = Files.write(service.dataFolder().resolve(name + ".aside"), content);
        Files.move(aside, service.dataFolder().resolve("inbox").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static JsonNode result(ServiceUnderTest service, String name) throws IOException {
        Path file = service.dataFolder().resolve("outbox").resolve(name);
        assertThat(file).exists();
        return Json.mapper().readTree(file.toFile());
    }

    private static List<String> done(ServiceUnderTest service) throws IOException {
        return names(service.dataFolder().resolve("inbox/.done"));
    }

    private static List<String> outbox(ServiceUnderTest service) throws IOException {
        return names(service.dataFolder().resolve("outbox"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<RunRecord> runs(ServiceUnderTest service) {
        return service.assembly().store().page(500, Long.MAX_VALUE, null);
    }
}
