package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.state.ChainReport;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every decision can be had again as it was, and the chain they form holds whatever the traffic. */
class RecordedRunsTest {
    private static final int THREADS = 32;

    @TempDir
    Path folder;

    private ServiceUnderTest service;

    @BeforeEach
    void start() throws IOException {
        service = ServiceUnderTest.in(folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_recorded_answer_is_the_original_byte_for_byte_even_after_a_restart() throws IOException {
        List<Response> answers = List.of(
                Http.json(service, "{}").post("/decision"),
                Http.json(
                                service,
                                Map.of(
                                        "execution_trades_path",
                                        "sample/trades.csv",
                                        "execution_plan_path",
                                        "sample/plan.json",
                                        "include_guardian",
                                        true,
                                        "unknown_field",
                                        1))
                        .post("/decision"),
                Http.to(service)
                        .multiPart("prices_file", "mine.csv", Http.sample("prices.csv"))
                        .post("/decision"));
        service.close();
        service = ServiceUnderTest.in(folder);

        for (Response answer : answers) {
            String runId = Http.ok(answer).path("run_id").asText();
            Response recorded = Http.get(service, "/runs/" + runId);
            assertThat(recorded.asByteArray()).isEqualTo(answer.asByteArray());
            assertThat(Http.get(service, "/runs/" + runId.toLowerCase(Locale.ROOT))
                            .asByteArray())
                    .isEqualTo(answer.asByteArray());
        }
    }

    @Test
    void an_unknown_run_is_not_found() {
        JsonNode problem = Http.problem(Http.get(service, "/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV"), 404);

        assertThat(problem.path("detail").asText()).isEqualTo("no run has the id '01ARZ3NDEKTSV4RRFFQ69G5FAV'");
        assertThat(problem.path("instance").asText()).isEqualTo("/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV");
    }

    @Test
    void a_judgement_of_trades_is_recorded_and_found_again() {
        Response answer = Http.to(service)
                .post("/execution-discipline?regime_label=Risk-On&trades_path=sample/trades.csv"
                        + "&plan_path=sample/plan.json");
        JsonNode run = Http.ok(Http.get(service, "/runs")).at("/runs/0");

        Response recorded = Http.get(service, "/runs/" + run.path("run_id").asText());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(200);
        assertThat(recorded.asString()).contains("\"answer\":" + answer.asString() + ",\"receipt\":");
    }

    @Test
    void runs_are_listed_newest_first_page_by_page() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(0, Http.decide(service, Map.of()).path("run_id").asText());
        }

        List<String> listed = new ArrayList<>();
        String path = "/runs?limit=3";
        int pages = 0;
        while (path != null) {
            JsonNode page = Http.ok(Http.get(service, path));
            assertThat(page.path("count").asInt()).isEqualTo(7);
            page.path("runs").forEach(run -> listed.add(run.path("run_id").asText()));
            path = page.path("next").isNull() ? null : "/runs?limit=3&before=" + page.path("next");
            pages++;
        }

        assertThat(listed).isEqualTo(made);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void a_page_out_of_range_is_refused() {
        JsonNode problem = Http.problem(Http.get(service, "/runs?limit=501&before=x"), 400);

        assertThat(Http.errors(problem))
                .containsExactly(
                        "request limit must be a whole number, 1 to 500, was '501'",
                        "request before must be a whole number, 1 or more, was 'x'");
    }

    @Test
    void each_receipt_names_the_one_before_it() {
        String previous = "0".repeat(64);
        for (int i = 0; i < 3; i++) {
            JsonNode receipt = Http.decide(service, Map.of()).path("receipt");
            assertThat(receipt.path("previous").asText()).isEqualTo(previous);
            previous = receipt.path("digest").asText();
        }
    }

    @Test
    void the_chain_holds_under_many_requests_at_once() throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(THREADS);
        List<Future<byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < 4 * THREADS; i++) {
            Map<String, Object> fields = switch (i % 4) {
                case 0 -> Map.of("as_of", "2020-0" + (1 + i % 9) + "-15");
                case 1 -> Map.of("execution_score", (i % 100) / 100.0, "include_guardian", true);
                case 2 -> Map.of("peak_equity", 100_000 + i);
                default -> Map.of("portfolio_id", "p" + i);
            };
            answers.add(clients.submit(() -> {
                byte[] answer = Http.post(service, "/decision", fields).asByteArray();
                assertThat(Http.tree(answer).has("run_id"))
                        .as(new String(answer, UTF_8))
                        .isTrue();
                return answer;
            }));
        }
        Set<String> ids = new HashSet<>();
        Set<String> previous = new HashSet<>();
        for (Future<byte[]> answer : answers) {
            JsonNode tree = Http.tree(answer.get());
            ids.add(tree.path("run_id").asText());
            previous.add(tree.at("/receipt/previous").asText());
            assertThat(Http.get(service, "/runs/" + tree.path("run_id").asText())
                            .asByteArray())
                    .isEqualTo(answer.get());
        }
        clients.shutdown();

        assertThat(ids).hasSize(4 * THREADS);
        assertThat(previous).hasSize(4 * THREADS);
        ChainReport report = service.assembly().store().verifyChain();
        assertThat(report).isEqualTo(new ChainReport(4 * THREADS, null, null));
    }
}
