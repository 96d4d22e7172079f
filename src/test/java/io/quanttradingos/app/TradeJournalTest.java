package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.SharedData;
import io.quanttradingos.api.Json;
import io.quanttradingos.api.ReplayAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reviews of journals through the HTTP door and the drop folder. */
class TradeJournalTest {
    private static final String THREE_TRADES = """
            date,symbol,side,qty,entry,exit,fees
            2024-01-02,SPY,BUY,10,100,110,1
            2024-01-03,SPY,SELL,10,110,115,1
            2024-01-04,QQQ,BUY,5,50,60,1
            """;

    private static final Pattern STEPS = Pattern.compile("\\.(?![^\\[]*\\])|\\[");

    @TempDir
    static Path folder;

    private static OtherServices others;
    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws IOException {
        others = OtherServices.start();
        Map<String, String> settings = others.settings();
        settings.put("qtos.inbox.enabled", "true");
        service = ServiceUnderTest.in(folder, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        others.close();
    }

    @BeforeEach
    void nobody_is_asked_anything() {
        others.forgetAnswers();
    }

    private static void expectThreeTrades(JsonNode answer) {
        JsonNode metrics = answer.path("metrics");
        assertThat(metrics.path("n_trades").asInt()).isEqualTo(3);
        assertThat(metrics.path("win_rate").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(metrics.path("avg_win").asDouble()).isCloseTo((99 + 49) / 2.0, within(1e-9));
        assertThat(metrics.path("avg_loss").asDouble()).isCloseTo(-51, within(1e-9));
        assertThat(metrics.path("total_pnl").asDouble()).isCloseTo(97, within(1e-9));
        assertThat(metrics.path("profit_factor").asDouble()).isCloseTo(148 / 51.0, within(1e-9));
        assertThat(metrics.path("expectancy").asDouble()).isCloseTo(97 / 3.0, within(1e-9));
        assertThat(answer.path("coaching_report").isNull()).isTrue();
        assertThat(answer.at("/language_model/reason").asText()).contains("OPENAI_API_KEY");
    }

    @Test
    void trades_are_taken_as_a_file_inline_as_a_text_and_as_the_body_itself() {
        List<Map<String, Object>> inline = List.of(
                Map.of(
                        "date",
                        "2024-01-02",
                        "symbol",
                        "SPY",
                        "side",
                        "BUY",
                        "qty",
                        10,
                        "entry",
                        100,
                        "exit",
                        110,
                        "fees",
                        1),
                Map.of(
                        "date",
                        "2024-01-03",
                        "symbol",
                        "SPY",
                        "side",
                        "SELL",
                        "qty",
                        10,
                        "entry",
                        110,
                        "exit",
                        115,
                        "fees",
                        1),
                Map.of(
                        "date",
                        "2024-01-04",
                        "symbol",
                        "QQQ",
                        "side",
                        "BUY",
                        "qty",
                        5,
                        "entry",
                        50,
                        "exit",
                        60,
                        "fees",
                        1));
        String text = new String(Json.bytes(inline), UTF_8);

        expectThreeTrades(Http.ok(Http.post(service, "/trade-journal", Map.of("trades", inline))));
        expectThreeTrades(Http.ok(Http.post(service, "/trade-journal", Map.of("trades_json", text))));
        expectThreeTrades(Http.ok(Http.to(service)
                .contentType("text/csv")
                .body(THREE_TRADES.getBytes(UTF_8))
                .post("/trade-journal")));
        for (String part : List.of("trades_file", "file")) {
            expectThreeTrades(Http.ok(Http.to(service)
                    .multiPart(part, "mine.csv", THREE_TRADES.getBytes(UTF_8))
                    .post("/trade-journal")));
        }
        expectThreeTrades(Http.ok(Http.to(service)
                .multiPart("trades_file", "mine.json", text.getBytes(UTF_8))
                .post("/trade-journal")));
        expectThreeTrades(
                Http.ok(Http.to(service).multiPart("trades_json", text).post("/trade-journal")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal_2000.csv", "journal_2000.jsonl"})
    void two_thousand_trades_come_to_what_others_computed(String file) throws IOException {
        JsonNode expected =
                Json.mapper().readTree(Files.readAllBytes(SharedData.file("expected/trades_2000_expected.json")));
        byte[] trades = Files.readAllBytes(SharedData.file("data/trades/" + file));

        JsonNode answer =
                Http.ok(Http.to(service).multiPart("trades_file", file, trades).post("/trade-journal"));

        JsonNode metrics = answer.path("metrics");
        same(metrics, "n_trades", expected, "n");
        same(metrics, "gross_pnl", expected, "gross_pnl");
        same(metrics, "fees", expected, "fees");
        same(metrics, "total_pnl", expected, "net_pnl");
        same(metrics, "wins", expected, "wins_net");
        same(metrics, "losses", expected, "losses_net");
        same(metrics, "flats", expected, "flat_net");
        same(metrics, "win_rate", expected, "win_rate_net");
        same(metrics, "avg_win", expected, "avg_win");
        same(metrics, "avg_loss", expected, "avg_loss");
        same(metrics, "profit_factor", expected, "profit_factor");
        same(metrics, "expectancy", expected, "expectancy_net");
        expected.path("by_symbol")
                .properties()
                .forEach(symbol -> assertThat(metrics.at("/by_symbol/" + symbol.getKey() + "/n")
                                .asInt())
                        .isEqualTo(symbol.getValue().path("n").asInt()));
        assertThat(metrics.at("/by_side/long/n")
                        .asInt(metrics.at("/by_side/LONG/n").asInt()))
                .isEqualTo(expected.path("long").asInt());
        assertThat(metrics.path("first_date")).isEqualTo(expected.path("first"));
        assertThat(metrics.path("last_date")).isEqualTo(expected.path("last"));
        expectFindingsToCite(answer);
    }

    @Test
    void stops_are_counted_as_others_counted_them() throws IOException {
        JsonNode expected =
                Json.mapper().readTree(Files.readAllBytes(SharedData.file("expected/trades_2000_expected.json")));
        byte[] trades = Files.readAllBytes(SharedData.file("data/trades/trades_2000.csv"));

        JsonNode answer = Http.ok(
                Http.to(service).multiPart("trades_file", "trades.csv", trades).post("/trade-journal"));

        JsonNode metrics = answer.path("metrics");
        same(metrics, "total_pnl", expected, "gross_pnl"); // this file has no fees
        same(metrics, "n_with_stop", expected, "n_with_stop");
        same(metrics, "no_stop", expected, "no_stop");
        same(metrics, "stopped_out", expected, "stopped_out");
        assertThat(metrics.path("fees").isNull()).isTrue();
        expectFindingsToCite(answer);
    }

    private static void same(JsonNode metrics, String metric, JsonNode expected, String name) {
        double value = expected.path(name).asDouble();
        assertThat(metrics.path(metric).isNumber()).as(metric).isTrue();
        assertThat(metrics.path(metric).asDouble())
                .as(metric)
                .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
    }

    /** Every finding names a number of the answer by its place, and that number. */
    private static void expectFindingsToCite(JsonNode answer) {
        assertThat(answer.path("findings")).isNotEmpty();
        for (JsonNode finding : answer.path("findings")) {
            JsonNode cited = answer.at(pointer(finding.path("metric").asText()));
            assertThat(cited.isNumber()).as(finding.toString()).isTrue();
            assertThat(cited.asDouble())
                    .as(finding.toString())
                    .isEqualTo(finding.path("value").asDouble());
        }
    }

    /** A path such as {@code metrics.by_symbol['BRK.B'].n} as a JSON pointer. */
    private static String pointer(String path) {
        StringBuilder pointer = new StringBuilder();
        for (String step : STEPS.splitAsStream(path).toList()) {
            pointer.append('/').append(step.replace("'", "").replace("]", ""));
        }
        return pointer.toString();
    }

    @Test
    void the_interval_of_the_expectancy_depends_on_the_seed_and_on_nothing_else() {
        Map<String, Object> request = Map.of("trades_path", "sample/journal.csv", "seed", 7);

        JsonNode first = Http.ok(Http.post(service, "/trade-journal", request)).at("/metrics/expectancy_interval");
        JsonNode again = Http.ok(Http.post(service, "/trade-journal", request)).at("/metrics/expectancy_interval");
        JsonNode other = Http.ok(
                        Http.post(service, "/trade-journal", Map.of("trades_path", "sample/journal.csv", "seed", 8)))
                .at("/metrics/expectancy_interval");

        assertThat(again).isEqualTo(first);
        assertThat(other.path("low").asDouble()).isNotEqualTo(first.path("low").asDouble());
        assertThat(other.path("low").asDouble())
                .isCloseTo(
                        first.path("low").asDouble(),
                        within(0.2
                                * (first.path("high").asDouble()
                                        - first.path("low").asDouble())));
    }

    @Test
    void with_a_key_a_model_coaches_from_the_numbers() {
        others.modelSays("{\"coaching_report\":\"Your expectancy is positive.\"}");

        JsonNode answer = Http.ok(Http.post(
                service, "/trade-journal", Map.of("trades_path", "sample/journal.csv", "openai_key", "openai-secret")));

        assertThat(answer.path("coaching_report").asText()).isEqualTo("Your expectancy is positive.");
        assertThat(answer.at("/language_model/total_tokens").asInt()).isEqualTo(117);
        ReplayAnswer replay =
                service.assembly().replayAnswers().of(answer.path("run_id").asText());
        assertThat(replay.difference()).isNull();
    }

    @Test
    void a_dropped_journal_is_reviewed() throws IOException {
        drop("mine.csv", THREE_TRADES);

        expectThreeTrades(result("mine.csv.journal.json"));
    }

    @Test
    void a_dropped_journal_in_json_lines_is_reviewed() throws IOException {
        drop("lines.json", """
                {"date":"2024-01-02","symbol":"SPY","side":"BUY","qty":10,"entry":100,"exit":110,"fees":1}
                {"date":"2024-01-03","symbol":"SPY","side":"SELL","qty":10,"entry":110,"exit":115,"fees":1}
                {"date":"2024-01-04","symbol":"QQQ","side":"BUY","qty":5,"entry":50,"exit":60,"fees":1}
                """);

        expectThreeTrades(result("lines.json.journal.json"));
    }

    private static void drop(String name, String content) throws IOException {
        Path inbox = service.dataFolder().resolve("inbox");
        Path written = Files.writeString(inbox.resolve(name + ".part"), content);
        Files.move(written, inbox.resolve(name));
    }

    private static JsonNode result(String name) throws IOException {
        Path file = service.dataFolder().resolve("outbox").resolve(name);
        await().until(() -> Files.exists(file));
        return Json.mapper().readTree(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'date,symbol,side,qty,entry,exit\\n' | 422 | holds no trades",
                "'date,symbol,side,qty,entry\\n2024-01-02,SPY,BUY,1,2\\n' | 400 | exit",
                "'date,symbol,side,qty,entry,exit\\n2024-01-02,SPY,BUY,ten,2,3\\n' | 400 | body:2 qty",
                "'date,symbol,side,qty,entry,exit\\nyesterday,SPY,BUY,1,2,3\\n' | 400 | body:2 date",
                "'date,symbol,side,qty,entry,exit\\n2024-01-02,SPY,BUY,1,-2,3\\n' | 400 | body:2 entry",
                "'date,symbol,side,qty,entry,exit\\n2024-01-02,SPY,HOLD,1,2,3\\n' | 400 | body:2 side",
                "'' | 400 | is empty"
            })
    void wrong_trades_are_refused_with_their_line(String csv, int status, String expected) {
        JsonNode problem = Http.problem(
                Http.to(service)
                        .contentType("text/csv")
                        .body(csv.replace("\\n", "\n").getBytes(UTF_8))
                        .post("/trade-journal"),
                status);

        assertThat(problem.path("detail").asText()).contains(expected);
    }

    @Test
    void a_path_that_leads_nowhere_is_named_as_the_field_it_was_given_in() {
        assertThat(Http.problem(Http.post(service, "/trade-journal", Map.of("trades_path", "nowhere.csv")), 404)
                        .path("detail")
                        .asText())
                .isEqualTo("trades_path: no file 'nowhere.csv' in the data folder");
    }

    @Test
    void no_trades_at_all_are_asked_for() {
        assertThat(Http.problem(Http.post(service, "/trade-journal", Map.of()), 400)
                        .path("detail")
                        .asText())
                .contains("trades_file", "trades_json", "trades_path");
        assertThat(Http.problem(
                                Http.post(
                                        service,
                                        "/trade-journal",
                                        Map.of("trades_path", "sample/journal.csv", "trades_json", "[]")),
                                400)
                        .path("detail")
                        .asText())
                .contains("at least one");
    }
}
