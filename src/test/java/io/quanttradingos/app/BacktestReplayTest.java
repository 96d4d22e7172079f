package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.api.ReplayAnswer;
import io.quanttradingos.state.Content;
import io.quanttradingos.state.RunDraft;
import io.quanttradingos.state.RunRecord;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded backtest, computed again from its record alone, is what it was, and can be had as it was answered. */
@Tag("one-java")
class BacktestReplayTest {
    private static final String ORDINARY = "date,open,high,low,close\n";

    @TempDir
    Path folder;

    private ServiceUnderTest service;

    @BeforeEach
    void start() throws IOException {
        service = ServiceUnderTest.in(folder, Map.of("qtos.inbox.enabled", "true"));
        Files.createDirectories(service.dataFolder().resolve("many"));
        for (String symbol : List.of("SPY", "TLT", "GLD")) {
            Files.writeString(
                    service.dataFolder().resolve("many/" + symbol + ".csv"), SampleBars.of(List.of(symbol), false));
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void restart() throws IOException {
        service.close();
        service = ServiceUnderTest.in(folder, Map.of("qtos.inbox.enabled", "true"));
    }

    private static List<Map<String, Object>> requests() {
        Map<String, Object> crossing = Map.of("strategy_type", "sma_cross", "parameters", "fast=20,slow=100");
        return List.of(
                Map.of(),
                with(crossing, Map.of("include", "trades,orders,series", "commission_rate", 0.001, "impact", 0.5)),
                with(crossing, Map.of("start", "2017-03-01", "end", "2021-08-31", "unknown_field", 1)),
                with(crossing, Map.of("fill_model", "same_close", "sizing", "percent_equity", "leverage", 2)),
                with(crossing, Map.of("sizing", "risk_percent", "atr_bars", 10, "trailing_stop", 0.05)),
                with(crossing, Map.of("sizing", "vol_target", "fractional", true, "stop_loss", 0.1)),
                Map.of("strategy_type", "sma_cross", "sweep", "fast=10:30:10,slow=50;100", "walk_forward", "504:126"),
                with(crossing, Map.of("gate", Map.of("guardian", true))),
                Map.of(
                        "strategy_type",
                        "rsi_reversion",
                        "prices_path",
                        "sample/prices.csv",
                        "gate",
                        Map.of("regime", List.of("Risk-On"), "allocation", true, "guardian", true)),
                Map.of("strategy_type", "regime_switch"),
                Map.of("strategy_type", "rebalance", "csv_path", "many/SPY.csv,many/TLT.csv,many/GLD.csv"),
                Map.of("strategy_type", "dual_momentum", "csv_path", "many/TLT.csv, many/GLD.csv"),
                Map.of("bars", Inline.records("ohlcv.csv"), "symbol", "QQQ"),
                Map.of(
                        "on_bad_row",
                        "skip",
                        "bars",
                        Inline.ofCsv(ORDINARY + "2024-01-02,1,2,1,2\n2024-01-03,1,0,1,2\n2024-01-04,1,2,1,2\n")),
                Map.of(
                        "date_format",
                        "dmy",
                        "bars",
                        Inline.ofCsv(ORDINARY + "01/02/2024,1,2,1,2\n02/02/2024,1,2,1,2\n")),
                Map.of("conventions", "seed"),
                Map.of("conventions", "seed", "bars", Inline.records("ohlcv.csv"), "quantity", 0.5, "symbol", "x"));
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    @Test
    void every_kind_of_request_is_identical_when_computed_again_and_answered_again_byte_for_byte() throws IOException {
        Map<String, byte[]> answers = new LinkedHashMap<>();
        for (Map<String, Object> request : requests()) {
            Response answer = Backtesting.post(service, request);
            Http.ok(answer);
            answers.put(Backtesting.lastRun(service).runId(), answer.asByteArray());
        }
        restart();

        for (Map.Entry<String, byte[]> recorded : answers.entrySet()) {
            String asked = new String(recorded.getValue(), UTF_8);
            assertThat(Http.get(service, "/runs/" + recorded.getKey()).asByteArray())
                    .as(asked)
                    .isEqualTo(recorded.getValue());
            expectIdentical(recorded.getKey());
        }
        assertThat(service.assembly().store().count()).isEqualTo(requests().size());
    }

    private ReplayAnswer expectIdentical(String runId) {
        ReplayAnswer replay = service.assembly().replayAnswers().of(runId);
        assertThat(replay.kind()).isEqualTo("backtest");
        assertThat(replay.difference()).as(runId).isNull();
        assertThat(replay.identical()).isTrue();
        return replay;
    }

    @Test
    void what_came_by_upload_as_a_form_or_by_query_is_identical() {
        List<Response> answers = List.of(
                Http.to(service)
                        .multiPart("csv_file", "mine, and yours.csv", Http.sample("ohlcv.csv"))
                        .multiPart("prices_file", "p.csv", Http.sample("prices.csv"))
                        .multiPart("gate", "regime=Risk-On;Risk-Off,allocation=true")
                        .multiPart("strategy_type", "macd")
                        .post("/backtest"),
                Http.to(service)
                        .contentType("application/x-www-form-urlencoded")
                        .body("strategy_type=sma-cross&sweep=fast%3D5%3B10&walk_forward=300%3A100%3Aanchored")
                        .post("/backtest"),
                Http.get(service, "/backtest?strategy_type=EMA_CROSS&parameters=fast%3D12%2Cslow%3D26&adjusted=false"));

        for (Response answer : answers) {
            String runId = Http.ok(answer).path("run_id").asText();
            expectIdentical(runId);
            assertThat(Http.get(service, "/runs/" + runId).asByteArray()).isEqualTo(answer.asByteArray());
        }
    }

    @Test
    void what_was_dropped_is_identical() throws IOException {
        JsonNode bars = Backtesting.dropped(service, "TLT-daily.csv", Files.readAllBytes(many("TLT")));
        JsonNode several = Backtesting.dropped(
                service, "funds.csv", SampleBars.of(List.of("SPY", "TLT"), true).getBytes(UTF_8));
        JsonNode job = Backtesting.dropped(
                service, "job.json", Json.bytes(Map.of("strategy_type", "momentum", "caller", "inbox/job")));

        assertThat(bars.path("symbol").asText()).isEqualTo("TLT");
        assertThat(several.path("symbol").asText()).isEqualTo("SPY,TLT");
        for (JsonNode answer : List.of(bars, several, job)) {
            expectIdentical(answer.path("run_id").asText());
        }
    }

    private Path many(String symbol) {
        return service.dataFolder().resolve("many/" + symbol + ".csv");
    }

    @Test
    void a_tear_sheet_is_a_run_like_any_other() {
        Response html = Http.get(service, "/backtest?report=html&strategy_type=macd");
        assertThat(html.statusCode()).isEqualTo(200);
        RunRecord run = Backtesting.lastRun(service);

        expectIdentical(run.runId());
        assertThat(Http.ok(Http.get(service, "/runs/" + run.runId()))
                        .path("strategy_type")
                        .asText())
                .isEqualTo("macd");
    }

    @Test
    void later_trials_of_the_same_caller_change_nothing() {
        Map<String, Object> first = Map.of("strategy_type", "sma_cross", "caller", "tries");
        String runId = Backtesting.ok(service, first).path("run_id").asText();
        String sweep = Backtesting.ok(service, with(first, Map.of("sweep", "fast=5:40:5")))
                .path("run_id")
                .asText();
        JsonNode again = Backtesting.ok(service, first);

        assertThat(again.at("/honesty/trials").asInt())
                .as("the first is one of the eight that were swept")
                .isEqualTo(8);
        assertThat(Http.ok(Http.get(service, "/runs/" + runId))
                        .at("/honesty/trials")
                        .asInt())
                .isEqualTo(1);
        expectIdentical(runId);
        expectIdentical(sweep);
        expectIdentical(again.path("run_id").asText());
        assertThat(Backtesting.ok(service, first).at("/honesty/trials").asInt())
                .as("a replay is no trial")
                .isEqualTo(8);
    }

    @Test
    void other_policies_and_other_files_afterwards_change_nothing() throws IOException {
        Map<String, Object> request = Map.of(
                "strategy_type",
                "sma_cross",
                "csv_path",
                "many/SPY.csv",
                "gate",
                Map.of("regime", List.of("Risk-On"), "guardian", true));
        JsonNode before = Backtesting.ok(service, request);
        String runId = before.path("run_id").asText();
        Path config = service.dataFolder().resolve("config");
        Files.writeString(
                config.resolve("backtest.yaml"),
                "costs:\n  half_spread_bps: 50.0\ngate:\n  confidence: 0.85\nrisk_free: 0.05\n");
        Files.writeString(
                config.resolve("regime.yaml"),
                "volatility:\n  high_vol_enter_rank: 0.55\n  high_vol_leave_rank: 0.5\n");
        Files.delete(many("SPY"));
        restart();

        ReplayAnswer replay = expectIdentical(runId);

        assertThat(replay.notes())
                .containsExactly("Today's policies differ from those of the run; the run's own were used.");
        Files.writeString(many("SPY"), SampleBars.of(List.of("SPY"), false));
        assertThat(Backtesting.comparable(Backtesting.ok(service, request)))
                .as("the policies do matter to a new run")
                .isNotEqualTo(Backtesting.comparable(before));
    }

    @Test
    void a_run_that_was_tampered_with_is_told_by_its_first_difference() throws IOException {
        Backtesting.ok(service, Map.of());
        RunRecord honest = Backtesting.lastRun(service);
        ObjectNode forged = (ObjectNode) Json.mapper().readTree(honest.facts().resultJson());
        ((ObjectNode) forged.path("metrics")).put("total_return_pct", 1000.5);
        RunDraft.Builder draft = RunDraft.of(
                        "FORGED", "backtest", honest.facts().door())
                .ran(honest.facts().startedAt(), honest.facts().finishedAt())
                .asOf(honest.facts().asOf())
                .request(honest.facts().requestJson())
                .result(new String(Json.bytes(forged), UTF_8))
                .under(honest.facts().configSha256(), honest.facts().version());
        honest.facts()
                .inputs()
                .forEach(input -> draft.input(
                        input.name(),
                        Content.of(service.assembly()
                                .store()
                                .content(input.sha256())
                                .orElseThrow()),
                        input.rows()));
        service.assembly().store().append(draft.build());

        ReplayAnswer replay = service.assembly().replayAnswers().of("forged");

        assertThat(replay.identical()).isFalse();
        assertThat(replay.difference()).isNotNull();
        assertThat(Objects.requireNonNull(replay.difference()).field()).isEqualTo("metrics.total_return_pct");
        assertThat(replay.difference().recorded()).isEqualTo("1000.5");
    }

    @Test
    void the_command_replays_what_the_command_ran() {
        List<String> folders = new ArrayList<>();
        folders.add("--state-dir=" + folder.resolve("state-of-command"));
        folders.add("--data-dir=" + service.dataFolder());
        CommandRun first = CommandRun.of(
                "backtest",
                folders.get(0),
                folders.get(1),
                "--strategy=rebalance",
                "--set=weighting=fixed",
                "--set=weights=SPY:0.5",
                "--json");
        assertThat(first.exitCode()).as(first.err()).isZero();

        CommandRun replay = CommandRun.of("replay", "last", folders.get(0), folders.get(1));

        assertThat(replay.out()).as(replay.err()).isEqualTo("identical\n");
        assertThat(replay.exitCode()).isZero();
    }
}
