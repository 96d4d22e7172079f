package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.quanttradingos.api.Json;
import io.quanttradingos.api.ReplayAnswer;
import io.quanttradingos.api.RequestData;
import io.quanttradingos.api.Requests;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.state.Content;
import io.quanttradingos.state.RunDraft;
import io.quanttradingos.state.RunRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
    private static final Path SAMPLE = Path.of("data", "sample");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private Path state() {
        return folder.resolve("state");
    }

    private CommandRun run(Object... arguments) {
        return CommandRun.of(Stream.concat(Stream.of(arguments), Stream.of("--state-dir", state()))
                .toArray());
    }

    static Stream<List<Object>> requests() {
        return Stream.of(
                List.of("decide"),
                List.of("decide", "--as-of", "2020-03-20", "--peak-equity", "120000", "--execution-score", "0.7"),
                List.of("decide", "--conventions", "seed"),
                List.of("decide", "--guardian", "--guardian-price", "100", "--guardian-atr", "2.5"),
                List.of(
                        "decide",
                        "--trades",
                        SAMPLE.resolve("trades.csv"),
                        "--plan",
                        SAMPLE.resolve("plan.json"),
                        "--date-format",
                        "mdy",
                        "--guardian-trade-type",
                        "scalp",
                        "--guardian"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void a_run_computed_again_is_identical(List<Object> request) throws IOException {
        CommandRun first =
                run(Stream.concat(request.stream(), Stream.of("--json")).toArray());
        assertThat(first.exitCode()).as(first.err()).isZero();
        run("decide", "--portfolio-id", "another"); // what happens afterwards does not count
        String runId = Json.mapper().readTree(first.out()).path("run_id").asText();

        CommandRun replay = run("replay", runId);

        assertThat(replay.out()).isEqualTo("identical\n");
        assertThat(replay.exitCode()).isZero();
    }

    @Test
    void a_recorded_peak_and_score_count_as_they_were_known_then() {
        run("decide", "--trades", SAMPLE.resolve("trades.csv"), "--plan", SAMPLE.resolve("plan.json"));
        run("decide", "--as-of", "2021-06-30");

        assertThat(run("replay", "last").out()).isEqualTo("identical\n");
    }

    @Test
    void the_recorded_policies_are_used_and_a_note_says_that_todays_differ() throws IOException {
        assertThat(run("decide").exitCode()).isZero();
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("regime.yaml"), "volatility:\n  high_vol_enter_rank: 0.99\n");

        CommandRun replay = run("replay", "last", "--config", config);

        assertThat(replay.out().lines())
                .containsExactly(
                        "identical", "note: Today's policies differ from those of the run; the run's own were used.");
    }

    @Test
    void a_replay_records_nothing() throws IOException {
        run("decide");
        byte[] before = Files.readAllBytes(state().resolve("regime_memory.json"));

        run("replay", "last");

        try (Assembly assembly = assembly(Map.of())) {
            assertThat(assembly.store().count()).isEqualTo(1);
        }
        assertThat(Files.readAllBytes(state().resolve("regime_memory.json"))).isEqualTo(before);
    }

    private Assembly assembly(Map<String, String> environment) throws IOException {
        return new Assembly(Settings.of(
                environment,
                Map.of("qtos.state.dir", state().toString()),
                Path.of("").toAbsolutePath()));
    }

    @Test
    void fetched_closes_come_from_the_record_and_never_from_the_network() throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] closes = closesOfSample().getBytes(StandardCharsets.UTF_8);
        service.createContext("/prices/NEWCO", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, closes.length);
            exchange.getResponseBody().write(closes);
            exchange.close();
        });
        service.start();
        try (Assembly assembly = assembly(Map.of(
                "DATA_SERVICE_URL", "http://localhost:" + service.getAddress().getPort()))) {
            Doors.ofCommands(assembly);
            JsonNode answer = Json.mapper().readTree(decide(assembly, "symbol,shares\nSPY,5\nNEWCO,7\n"));
            assertThat(answer.path("receipt")
                            .path("inputs")
                            .path(1)
                            .path("name")
                            .asText())
                    .isEqualTo("fetched NEWCO from data_service");
        } finally {
            service.stop(0);
        }

        CommandRun replay = run("replay", "last");

        assertThat(replay.out()).isEqualTo("identical\n");
    }

    private static String closesOfSample() throws IOException {
        StringBuilder json = new StringBuilder("[");
        List<String> dates = Files.readAllLines(SAMPLE.resolve("prices.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, 10))
                .toList();
        for (int i = 0; i < dates.size(); i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"timestamp\":\"" + dates.get(i) + "T00:00:00Z\",\"close\":" + (10 + Math.sin(i) / 3)
                            + "}");
        }
        return json.append(']').toString();
    }

    private static byte[] decide(Assembly assembly, String holdings) {
        RequestData data = new RequestData(
                null,
                Map.of(),
                Map.of(),
                Map.of("holdings_file", new RequestData.Upload("h.csv", holdings.getBytes(StandardCharsets.UTF_8))),
                new byte[0]);
        DecisionRequest request = Requests.decision(data, Door.COMMAND);
        return assembly.routes().producer().requestBody("direct:decision", request, byte[].class);
    }

    @ParameterizedTest
    @MethodSource("judgementLabels")
    void a_judgement_of_trades_computed_again_is_identical(Map<String, List<String>> fields) throws IOException {
        try (Assembly assembly = assembly(Map.of())) {
            Doors.ofCommands(assembly);
            for (int i = 0; i < 2; i++) { // the second has a score before it
                RequestData data = new RequestData(null, Map.of(), fields, Map.of(), new byte[0]);
                assembly.routes()
                        .producer()
                        .requestBody(
                                "direct:execution-discipline",
                                Requests.discipline(data, Door.REST, new ArrayList<>()),
                                byte[].class);
            }
            ReplayAnswer replay = assembly.replayAnswers().of("last");

            assertThat(replay.kind()).isEqualTo("discipline");
            assertThat(replay.difference()).isNull();
            assertThat(replay.identical()).isTrue();
        }
    }

    static Stream<Map<String, List<String>>> judgementLabels() {
        Map<String, List<String>> files =
                Map.of("trades_path", List.of("sample/trades.csv"), "plan_path", List.of("sample/plan.json"));
        return Stream.of(
                files,
                Map.of(
                        "trades_path",
                        files.get("trades_path"),
                        "plan_path",
                        files.get("plan_path"),
                        "conventions",
                        List.of("seed"),
                        "regime_label",
                        List.of("Risk-On / Low/Normal Vol / Uptrend / Healthy Breadth")));
    }

    @Test
    void the_first_field_that_differs_is_named_with_both_values() throws IOException {
        run("decide");
        try (Assembly assembly = assembly(Map.of())) {
            RunRecord honest = assembly.store().page(1, Long.MAX_VALUE, null).get(0);
            assembly.store().append(forged(assembly, honest));
        }

        CommandRun replay = run("replay", "FORGED");

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.out().lines().limit(2))
                .containsExactly("decision.waterfall[2].multiplier differs", "  recorded    0.123");
        JsonNode json = Json.mapper().readTree(run("replay", "forged", "--json").out());
        assertThat(json.path("identical").asBoolean(true)).isFalse();
        assertThat(json.path("difference").path("field").asText()).isEqualTo("decision.waterfall[2].multiplier");
        assertThat(json.path("difference").path("recomputed").asText()).isEqualTo("1.0");
    }

    /** The same run with another number in its answer. */
    private static RunDraft forged(Assembly assembly, RunRecord honest) throws IOException {
        JsonNode result = Json.mapper().readTree(honest.facts().resultJson());
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        result.path("decision").path("waterfall").path(2))
                .put("multiplier", 0.123);
        RunDraft.Builder draft = RunDraft.of(
                        "FORGED", honest.facts().kind(), honest.facts().door())
                .ran(honest.facts().startedAt(), honest.facts().finishedAt())
                .asOf(honest.facts().asOf())
                .request(honest.facts().requestJson())
                .result(new String(Json.bytes(result), StandardCharsets.UTF_8))
                .under(honest.facts().configSha256(), honest.facts().version());
        honest.facts().stages().forEach(stage -> draft.stage(stage.stage(), content(assembly, stage.sha256())));
        honest.facts()
                .inputs()
                .forEach(input -> draft.input(input.name(), content(assembly, input.sha256()), input.rows()));
        return draft.build();
    }

    private static Content content(Assembly assembly, String sha256) {
        return Content.of(assembly.store().content(sha256).orElseThrow());
    }

    @Test
    void a_missing_input_is_named() throws IOException, SQLException {
        JsonNode answer = Json.mapper().readTree(run("decide", "--json").out());
        change("DELETE FROM contents WHERE sha256 = ?", holdings(answer));

        CommandRun replay = run("replay", "last");

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.err())
                .startsWith("error: the input 'holdings' of run ")
                .contains(" is missing: ");
    }

    @Test
    void a_damaged_input_is_named() throws IOException, SQLException {
        JsonNode answer = Json.mapper().readTree(run("decide", "--json").out());
        change("UPDATE contents SET gzip = x'00010203' WHERE sha256 = ?", holdings(answer));

        CommandRun replay = run("replay", "last");

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.err())
                .startsWith("error: the input 'holdings' of run ")
                .contains(" is damaged: ");
    }

    private static String holdings(JsonNode answer) {
        JsonNode holdings = answer.path("receipt").path("inputs").path(1);
        assertThat(holdings.path("name").asText()).isEqualTo("holdings");
        return holdings.path("sha256").asText();
    }

    private void change(String statement, String sha256) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + state().resolve("runs.db"));
                PreparedStatement change = connection.prepareStatement(statement)) {
            change.setString(1, sha256);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void without_any_run_nothing_is_made() {
        CommandRun replay = run("replay", "last");

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.err()).startsWith("error: no run is recorded in the state folder");
        assertThat(state()).doesNotExist();
    }

    @Test
    void a_run_of_another_kind_is_not_replayed() throws IOException {
        try (Assembly assembly = assembly(Map.of())) {
            assembly.store().append(RunDraft.of("OTHER", "regime", "rest").build());
        }

        assertThat(run("replay", "other").err())
                .contains("run OTHER is a regime; a run of that kind cannot be replayed");
        assertThat(run("replay", "last").err()).contains("no run is recorded yet");
    }
}
