package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.backtest.BacktestQuestion.BarsWanted;
import io.quanttradingos.backtest.BacktestQuestion.DataSource;
import io.quanttradingos.backtest.BacktestQuestion.GateWish;
import io.quanttradingos.backtest.BacktestQuestion.Part;
import io.quanttradingos.backtest.Backtests;
import io.quanttradingos.backtest.TradingTerms;
import io.quanttradingos.backtest.engine.Bracket;
import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.engine.FillModel;
import io.quanttradingos.backtest.engine.Sizing;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.units.Symbol;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same backtest through every door, and through plain Java, gives the same answer. */
@Tag("one-java")
class BacktestParityTest {
    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static JsonNode expected;

    @BeforeAll
    static void start_and_ask_over_http_with_a_json_body() throws Exception {
        service = ServiceUnderTest.in(folder, Map.of("qtos.inbox.enabled", "true"));
        expected = Backtesting.comparable(Backtesting.ok(service, body()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** As objects, in the shape that a JSON body may have. */
    private static Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>(fields());
        body.put("parameters", Map.of("fast", 20, "slow", 100));
        body.put("gate", Map.of("regime", List.of("Risk-On"), "guardian", true));
        body.put("initial_cash", 50_000);
        body.put("commission_rate", 0.0005);
        return body;
    }

    /** As texts, in the shape that a query, a form and a command line have. */
    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("csv_path", "sample/ohlcv.csv");
        fields.put("symbol", "SPY");
        fields.put("strategy_type", "sma_cross");
        fields.put("parameters", "fast=20,slow=100");
        fields.put("initial_cash", "50000");
        fields.put("quantity", "75");
        fields.put("commission_rate", "0.0005");
        fields.put("half_spread_bps", "2");
        fields.put("slippage_bps", "3");
        fields.put("stop_loss", "0.08");
        fields.put("gate", "regime=Risk-On,guardian=true");
        fields.put("start", "2016-06-01");
        fields.put("include", "trades,orders");
        fields.put("caller", "parity");
        return fields;
    }

    @Test
    void it_is_a_backtest_with_every_part() {
        assertThat(expected.path("num_trades").asInt()).isGreaterThan(3);
        assertThat(expected.path("trades")).hasSize(expected.path("num_trades").asInt());
        assertThat(expected.path("order_list"))
                .hasSize(expected.at("/orders/submitted").asInt());
        assertThat(expected.at("/costs/commission").asDouble()).isPositive();
        assertThat(expected.at("/costs/slippage").asDouble()).isPositive();
        assertThat(expected.path("agents")).isNotEmpty();
        assertThat(expected.path("regimes")).isNotEmpty();
        assertThat(expected.at("/settings/gate/guardian").asBoolean()).isTrue();
        assertThat(expected.at("/honesty/trials").asInt()).isEqualTo(1);
        assertThat(expected.path("warnings").toString()).doesNotContain("not known here");
    }

    @Test
    void by_query() {
        same(Http.ok(Http.get(service, "/backtest?" + Backtesting.encoded(fields()))));
    }

    @Test
    void by_form() {
        same(Http.ok(Http.to(service)
                .contentType("application/x-www-form-urlencoded")
                .body(Backtesting.encoded(fields()))
                .post("/backtest")));
    }

    @Test
    void by_upload() {
        RequestSpecification request = Http.to(service).multiPart("csv_file", "one.csv", Http.sample("ohlcv.csv"));
        fields().forEach((name, value) -> {
            if (!name.equals("csv_path")) {
                request.multiPart(name, value);
            }
        });

        JsonNode answer = Http.ok(request.post("/backtest"));

        assertThat(answer.at("/data/names/0").asText()).isEqualTo("one.csv");
        same(answer);
    }

    @Test
    void inline() {
        Map<String, Object> body = body();
        body.remove("csv_path");
        body.put("bars", Inline.records("ohlcv.csv"));

        same(Backtesting.ok(service, body));
    }

    @Test
    void by_the_command_line() {
        CommandRun run = CommandRun.of(
                "backtest",
                "--json",
                "--data-dir=" + service.dataFolder(),
                "--state-dir=" + folder.resolve("state-of-command"),
                "--csv=" + service.dataFolder().resolve("sample/ohlcv.csv"),
                "--symbol=SPY",
                "--strategy=sma_cross",
                "--set=fast=20",
                "--set=slow=100",
                "--cash=50000",
                "--quantity=75",
                "--commission-rate=0.0005",
                "--field=half_spread_bps=2",
                "--field=slippage_bps=3",
                "--field=stop_loss=0.08",
                "--field=include=trades,orders",
                "--gate=regime=Risk-On,guardian=true",
                "--start=2016-06-01",
                "--caller=parity");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        same(Http.tree(run.out().getBytes(UTF_8)));
    }

    @Test
    void by_a_job_dropped_in_the_inbox() throws Exception {
        same(Backtesting.dropped(service, "job.json", Json.bytes(body())));
    }

    @Test
    void by_plain_java_without_any_route() {
        BacktestQuestion question = new BacktestQuestion(
                Symbol.of("SPY"),
                new BarsWanted(
                        DataSource.CSV,
                        List.of(new Source.InFolder("sample/ohlcv.csv")),
                        "1y",
                        LocalDate.parse("2016-06-01"),
                        null,
                        null,
                        false,
                        false),
                "sma_cross",
                Map.of("fast", 20, "slow", 100),
                new TradingTerms(
                        50_000,
                        new Sizing.FixedQuantity(75),
                        false,
                        FillModel.NEXT_OPEN,
                        new Costs(0, 0, 0.0005, 0, 2, 3, 0),
                        new Bracket(0.08, Double.NaN, Double.NaN),
                        1),
                new GateWish(List.of("Risk-On"), false, true, null),
                null,
                EnumSet.of(Part.TRADES, Part.ORDERS),
                "parity",
                Conventions.STANDARD,
                Door.COMMAND,
                Map.of(),
                null,
                List.of());

        Backtests backtests = service.assembly().backtests();
        byte[] answer = service.assembly()
                .backtestAnswers()
                .json(service.assembly()
                        .backtestAnswers()
                        .record(backtests.judge(backtests.run(backtests.gather(question)))));

        same(Http.tree(answer));
    }

    /** A file of bars says no more than its name: it is bought and held, which is what an empty request asks for. */
    @Test
    void dropped_bars_are_bought_and_held_as_an_upload_without_any_field_is() throws Exception {
        JsonNode uploaded = Http.ok(Http.to(service)
                .multiPart("csv_file", "SPY.csv", Http.sample("ohlcv.csv"))
                .post("/backtest"));
        JsonNode dropped = Backtesting.dropped(service, "SPY-daily.csv", Http.sample("ohlcv.csv"));

        assertThat(dropped.path("strategy_type").asText()).isEqualTo("buy_and_hold");
        assertThat(dropped.path("symbol").asText()).isEqualTo("SPY");
        assertThat(Backtesting.comparable(dropped)).isEqualTo(Backtesting.comparable(uploaded));
        assertThat(dropped.at("/receipt/inputs")).isEqualTo(uploaded.at("/receipt/inputs"));
    }

    @Test
    void with_nothing_asked_every_door_answers_the_same() throws Exception {
        JsonNode empty = Backtesting.comparable(Backtesting.ok(service, Map.of()));
        CommandRun command = CommandRun.of(
                "backtest",
                "--json",
                "--data-dir=" + service.dataFolder(),
                "--state-dir=" + folder.resolve("state-of-empty-command"));

        assertThat(command.exitCode()).as(command.err()).isZero();
        assertThat(Backtesting.comparable(Http.ok(Http.get(service, "/backtest"))))
                .isEqualTo(empty);
        assertThat(Backtesting.comparable(Http.tree(command.out().getBytes(UTF_8))))
                .isEqualTo(empty);
        assertThat(Backtesting.comparable(
                        Backtesting.dropped(service, "nothing.json", Json.bytes(Map.of("data_source", "csv")))))
                .isEqualTo(empty);
    }

    /** The same wish is one trial, whichever door it came through, so that even the count is the same. */
    private static void same(JsonNode answer) {
        assertThat(Backtesting.comparable(answer)).isEqualTo(expected);
    }
}
