package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backtest as a tear sheet: one file that loads nothing, runs nothing but its own, and holds the answer. */
@Tag("one-java")
class BacktestReportTest {
    private static final Pattern DATA =
            Pattern.compile("<script[^>]*type=\"application/json\"[^>]*>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Map<String, Object> REQUEST = Map.of(
            "strategy_type",
            "sma_cross",
            "parameters",
            "fast=10,slow=100",
            "gate",
            Map.of("regime", List.of("Risk-On")));

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Response report() {
        Map<String, Object> body = new java.util.HashMap<>(REQUEST);
        body.put("report", "html");
        Response answer = Backtesting.post(service, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static JsonNode data(String html) {
        Matcher data = DATA.matcher(html);
        assertThat(data.find()).as("the page holds its data").isTrue();
        return Http.tree(data.group(1).getBytes(UTF_8));
    }

    @Test
    void a_backtest_of_too_many_bars_has_no_page_and_says_so() {
        StringBuilder bars = new StringBuilder("date,open,high,low,close,volume\n");
        LocalDateTime minute = LocalDateTime.of(2020, 1, 2, 9, 30);
        for (int i = 0; i < 60_000; i++) {
            bars.append(minute.plusMinutes(i)).append(":00,100,101,99,100,1000\n");
        }
        Response answer = Http.to(service)
                .multiPart("csv_file", "bars.csv", bars.toString().getBytes(UTF_8), "text/csv")
                .multiPart("symbol", "SPY")
                .multiPart("strategy_type", "buy_and_hold")
                .multiPart("report", "html")
                .post("/backtest");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("detail")).contains("4194304", "ask for JSON, or test fewer bars");
    }

    @Test
    void it_is_a_page_that_may_load_nothing_and_run_only_what_it_brings() throws NoSuchAlgorithmException {
        Response answer = report();

        assertThat(answer.contentType()).isEqualTo("text/html; charset=utf-8");
        String policy = answer.header("Content-Security-Policy");
        assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("unsafe", "http:", "https:", " *");
        List<String> inside = new ArrayList<>();
        for (Pattern kind : List.of(SCRIPT, STYLE)) {
            Matcher element = kind.matcher(answer.asString());
            while (element.find()) {
                inside.add(element.group(1));
            }
        }
        assertThat(inside).hasSizeGreaterThan(3);
        for (String content : inside) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
    }

    @Test
    void it_refers_to_nothing_elsewhere_but_licences_and_names() {
        String html = report().asString();

        assertThat(html)
                .doesNotContainPattern("<(script|img|iframe|link|source|object|embed)[^>]+(src|href|data)=(?!\"data:)")
                .doesNotContainPattern("@import|url\\((?!['\"]?(data:|#))");
        Matcher address = Pattern.compile("https?://[^\\s\"'`<>)]+").matcher(html);
        List<String> addresses = new ArrayList<>();
        while (address.find()) {
            addresses.add(address.group());
        }
        assertThat(addresses)
                .allSatisfy(found -> assertThat(found)
                        .matches(".*(www\\.w3\\.org/|github\\.com/|LICEN[CS]E|license|json-schema).*"));
    }

    @Test
    void it_holds_the_run_and_what_the_answer_in_json_holds() {
        JsonNode inside = data(report().asString());
        String runId = Backtesting.lastRun(service).runId();
        JsonNode json = Backtesting.ok(service, REQUEST);

        assertThat(inside.path("run_id").asText()).isEqualTo(runId);
        assertThat(Http.ok(Http.get(service, "/runs/" + runId)).path("receipt")).isEqualTo(inside.path("receipt"));
        for (String part : List.of("metrics", "gate", "costs", "honesty", "regimes", "settings", "agents", "orders")) {
            assertThat(inside.path(part)).as(part).isEqualTo(json.path(part));
        }
        assertThat(inside.path("trades")).hasSize(json.path("num_trades").asInt());
        assertThat(inside.at("/series/equity")).hasSize(json.at("/data/bars").asInt());
        assertThat(inside.at("/series/times")).hasSize(json.at("/data/bars").asInt());
        assertThat(inside.at("/return_histogram/counts")).isNotEmpty();
    }

    /** The long parts are for the page; the record and the answer by its id stay as short as they were asked for. */
    @Test
    void the_run_it_is_of_is_recorded_without_the_long_parts() {
        report();

        JsonNode recorded = Http.ok(
                Http.get(service, "/runs/" + Backtesting.lastRun(service).runId()));

        assertThat(recorded.has("series")).isFalse();
        assertThat(recorded.has("trades")).isFalse();
        assertThat(recorded.path("gate").has("verdict")).isTrue();
    }

    @Test
    void markup_in_a_name_stays_text() {
        Response answer = Http.to(service)
                .multiPart("csv_file", "x<script>alert(1)</script>.csv", Http.sample("ohlcv.csv"))
                .multiPart("report", "html")
                .post("/backtest");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).doesNotContain("<script>alert(1)");
        assertThat(data(answer.asString()).at("/data/names/0").asText()).contains("script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"conventions=seed&report=html", "report=html&conventions=seed&symbol=spy"})
    void the_originals_answer_is_no_tear_sheet_and_no_run_is_recorded(String query) {
        long runs = service.assembly().store().count();

        JsonNode problem = Http.problem(Http.get(service, "/backtest?" + query), 400);

        assertThat(Http.errors(problem))
                .containsExactly(
                        "request report html is not there for conventions seed, whose answer is the" + " original's");
        assertThat(service.assembly().store().count()).isEqualTo(runs);
    }

    @Test
    void a_request_that_is_wrong_is_a_problem_and_no_page() {
        Http.problem(Http.get(service, "/backtest?report=html&strategy_type=sma_crss"), 400);
    }

    @Test
    void the_command_writes_the_same_page_into_a_file() throws IOException {
        Path file = folder.resolve("sheet.html");
        CommandRun run = CommandRun.of(
                "backtest",
                "--state-dir=" + folder.resolve("state-of-command"),
                "--strategy=sma_cross",
                "--set=fast=10",
                "--set=slow=100",
                "--gate=regime=Risk-On",
                "--caller=anonymous",
                "--report=" + file);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEqualTo("The tear sheet is in " + file + System.lineSeparator());
        JsonNode byCommand = data(Files.readString(file));
        JsonNode byHttp = data(report().asString());
        assertThat(Backtesting.comparable(byCommand)).isEqualTo(Backtesting.comparable(byHttp));
        assertThat(run.out()).contains(byCommand.path("run_id").asText());
    }

    @Test
    void a_page_that_cannot_be_written_is_told() {
        CommandRun nowhere = CommandRun.of(
                "backtest",
                "--state-dir=" + folder.resolve("state-of-nowhere"),
                "--report=" + folder.resolve("no/such/folder.html"));
        CommandRun ofSeed = CommandRun.of(
                "backtest",
                "--state-dir=" + folder.resolve("state-of-seed"),
                "--conventions=seed",
                "--report=" + folder.resolve("seed.html"));

        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(nowhere.err()).startsWith("error: --report: '").contains("cannot be written");
        assertThat(ofSeed.exitCode()).isEqualTo(1);
        assertThat(ofSeed.out()).isEmpty();
        assertThat(ofSeed.err()).startsWith("error: request report html is not there for conventions seed");
        assertThat(folder.resolve("seed.html")).doesNotExist();
    }
}
