package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.api.report.DecisionReport;
import io.quanttradingos.api.report.TearSheet;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded run as a page, through every door: the same run gives the same bytes. */
@Tag("one-java")
class RunReportTest {
    private static final String OWN_HOLDINGS = "symbol,shares\nSPY,11\nTLT,20\n";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder, Map.of("qtos.inbox.enabled", "true"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String lastRun() {
        return Backtesting.lastRun(service).runId();
    }

    private static String page(String runId) {
        Response answer = Http.get(service, "/runs/" + runId + "/report");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/html; charset=utf-8");
        return answer.asString();
    }

    private static CommandRun command(Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data-dir=" + folder.resolve("data");
        all[arguments.length + 1] = "--state-dir=" + folder.resolve("state-of-commands");
        return CommandRun.of(all);
    }

    @Test
    void a_decision_is_answered_as_the_page_of_its_run() {
        Response posted = Http.post(service, "/decision", Map.of("report", "html", "include_guardian", true));
        String ofPosted = lastRun();
        Response asked = Http.get(service, "/decision?report=html&as_of=2021-06-30");

        assertThat(posted.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(posted.header("Content-Security-Policy")).isEqualTo(DecisionReport.contentSecurityPolicy());
        assertThat(posted.asString())
                .isEqualTo(page(ofPosted))
                .contains(ofPosted, "Closes of SPY from ", "id=\"guardian\"")
                .doesNotContain("<script");
        assertThat(asked.asString())
                .isEqualTo(page(lastRun()))
                .contains("as of 2021-06-30", " to 2021-06-30. The bands");
    }

    @Test
    void the_page_holds_the_figures_of_the_recorded_answer() {
        Http.ok(Http.post(service, "/decision", Map.of()));
        String runId = lastRun();
        var answer = Http.ok(Http.get(service, "/runs/" + runId));

        assertThat(page(runId.toLowerCase(java.util.Locale.ROOT)))
                .contains(answer.at("/receipt/digest").asText())
                .contains(answer.at("/decision/what_would_change_it/0/sentence").asText())
                .contains(">" + answer.at("/portfolio/holdings/0/symbol").asText() + "<");
    }

    @Test
    void a_decision_as_json_is_what_it_was() {
        Response answer = Http.post(service, "/decision", Map.of("report", "json"));

        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(Http.ok(answer).path("run_id").asText()).isEqualTo(lastRun());
    }

    @Test
    void a_wrong_wish_is_a_problem_and_no_run_is_recorded() {
        long runs = service.assembly().store().count();

        assertThat(Http.errors(Http.problem(Http.get(service, "/decision?report=pdf"), 400)))
                .singleElement()
                .asString()
                .contains("report", "json", "html", "pdf");
        assertThat(service.assembly().store().count()).isEqualTo(runs);
    }

    @Test
    void a_backtest_is_computed_again_for_the_same_page() {
        Response posted = Backtesting.post(
                service,
                Map.of(
                        "report",
                        "html",
                        "strategy_type",
                        "sma_cross",
                        "parameters",
                        "fast=10,slow=100",
                        "sweep",
                        "fast=5;10"));
        Response again = Http.get(service, "/runs/" + lastRun() + "/report");

        assertThat(posted.statusCode()).as(posted.asString()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(posted.asString());
        assertThat(again.header("Content-Security-Policy")).isEqualTo(TearSheet.contentSecurityPolicy());
    }

    @Test
    void what_has_no_page_is_said_to_have_none() {
        Http.ok(Http.post(service, "/backtest", Map.of("conventions", "seed")));
        assertThat(Http.problem(Http.get(service, "/runs/" + lastRun() + "/report"), 422)
                        .path("detail")
                        .asText())
                .contains("is a backtest by the original's conventions");
        Http.ok(Http.to(service)
                .multiPart("trades_file", "t.csv", Http.sample("trades.csv"))
                .multiPart("plan_file", "p.json", Http.sample("plan.json"))
                .post("/execution-discipline"));
        assertThat(Http.problem(Http.get(service, "/runs/" + lastRun() + "/report"), 422)
                        .path("detail")
                        .asText())
                .contains("of the kind discipline");
        assertThat(Http.problem(Http.get(service, "/runs/NONE/report"), 404)
                        .path("detail")
                        .asText())
                .contains("no run has the id 'NONE'");
    }

    /** Prices are large enough to be kept as files; without them the rest of the page stands. */
    @Test
    void closes_that_are_kept_no_more_are_said_to_be_missing() throws IOException {
        Http.ok(Http.post(service, "/decision", Map.of()));
        String runId = lastRun();
        String before = page(runId);
        Path kept = folder.resolve("state/inputs");
        Path away = folder.resolve("state/inputs-away");
        Files.move(kept, away);
        try {
            assertThat(page(runId))
                    .contains("The closes are not shown: the input &#39;prices&#39; of run " + runId + " is missing")
                    .contains("id=\"portfolio\"");
        } finally {
            Files.move(away, kept);
        }
        assertThat(page(runId)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.csv", "SPY-daily.csv", "job.json"})
    void what_is_dropped_has_its_page_beside_the_result(String name) throws IOException {
        byte[] content = switch (name) {
            case "mine.csv" -> OWN_HOLDINGS.getBytes(UTF_8);
            case "job.json" -> "{\"as_of\": \"2022-06-30\", \"report\": \"html\"}".getBytes(UTF_8);
            default -> Http.sample("ohlcv.csv");
        };
        String kind = name.startsWith("SPY") ? "backtest" : "decision";
        Backtesting.place(service, name, content);
        Path outbox = service.dataFolder().resolve("outbox");
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> Files.exists(outbox.resolve(name + "." + kind + ".json")));

        assertThat(outbox.resolve(name + "." + kind + ".html")).content().isEqualTo(page(lastRun()));
    }

    @Test
    void the_commands_write_the_page_of_a_decision() throws IOException {
        Path decided = folder.resolve("decided.html");
        Path reported = folder.resolve("reported.html");

        CommandRun decide = command("decide", "--report", decided);
        CommandRun report = command("report", "--html", reported);
        CommandRun read = command("report", "last", "--color", "always");

        assertThat(decide.exitCode()).as(decide.err()).isZero();
        assertThat(decide.err()).isEqualTo("The report is in " + decided + System.lineSeparator());
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(report.out()).isEmpty();
        assertThat(Files.readString(reported))
                .isEqualTo(Files.readString(decided))
                .contains("<h1>Decision report</h1>");
        assertThat(read.out())
                .contains(
                        "\u001b[1mCLOSES OF SPY", decide.out().lines().toList().get(1))
                .startsWith("New trades \u001b[33mALLOWED at ");
    }

    @Test
    void the_options_of_a_portfolio_are_not_of_a_run_and_a_run_must_be_there() {
        CommandRun wrong = command("report", "last", "--as-of", "2020-01-02");
        CommandRun unknown = CommandRun.of("report", "last", "--state-dir=" + folder.resolve("state-of-nobody"));

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("a recorded run has its own");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no run is recorded in the state folder");
        assertThat(folder.resolve("state-of-nobody")).doesNotExist();
    }
}
