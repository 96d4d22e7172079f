package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.backtest.strategy.StrategyCatalogue;
import io.quanttradingos.backtest.strategy.StrategyKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every strategy that is listed can be run as it is listed. */
@Tag("one-java")
class StrategiesEndpointTest {
    private static final String SEVERAL = "several.csv";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static JsonNode listed;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
        Files.writeString(
                service.dataFolder().resolve(SEVERAL), SampleBars.of(List.of("SPY", "QQQ", "TLT", "GLD"), true));
        listed = Http.ok(Http.get(service, "/strategies")).path("strategies");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<String> names() {
        return StrategyCatalogue.kinds().stream().map(StrategyKind::name);
    }

    private static JsonNode listed(String name) {
        for (JsonNode strategy : listed) {
            if (strategy.path("name").asText().equals(name)) {
                return strategy;
            }
        }
        throw new AssertionError(name + " is not listed");
    }

    @Test
    void all_twelve_are_listed_in_order() {
        List<String> order = new ArrayList<>();
        listed.forEach(strategy -> order.add(strategy.path("name").asText()));

        assertThat(order)
                .containsExactly(
                        "buy_and_hold",
                        "sma_cross",
                        "ema_cross",
                        "rsi_reversion",
                        "bollinger_reversion",
                        "donchian_breakout",
                        "macd",
                        "momentum",
                        "vol_target",
                        "regime_switch",
                        "rebalance",
                        "dual_momentum")
                .containsExactlyElementsOf(names().toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_parameter_is_listed_with_its_type_default_and_bounds(String name) {
        for (JsonNode parameter : listed(name).path("parameters")) {
            String type = parameter.path("type").asText();
            JsonNode usual = parameter.path("default");
            assertThat(parameter.path("description").asText()).isNotBlank();
            switch (type) {
                case "integer", "number" -> {
                    assertThat(usual.isNumber()).isTrue();
                    assertThat(type.equals("integer")).isEqualTo(usual.isIntegralNumber());
                    assertThat(usual.asDouble())
                            .isBetween(
                                    parameter.path("minimum").asDouble(),
                                    parameter.path("maximum").asDouble());
                }
                case "boolean" -> assertThat(usual.isBoolean()).isTrue();
                case "choice" -> assertThat(texts(parameter.path("choices"))).contains(usual.asText());
                case "symbol" -> assertThat(usual.isTextual()).isTrue();
                case "map" -> assertThat(usual.isObject()).isTrue();
                default -> throw new AssertionError("no such type: " + type);
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Map<String, Object> request(String name) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("strategy_type", name);
        request.put("csv_path", listed(name).path("multi_asset").asBoolean() ? SEVERAL : "sample/ohlcv.csv");
        request.put("include", "trades");
        return request;
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_runs_with_its_defaults_over_the_sample(String name) {
        JsonNode answer = Backtesting.ok(service, request(name));

        assertThat(answer.path("status").asText()).isEqualTo("ok");
        assertThat(answer.path("strategy_type").asText()).isEqualTo(name);
        assertThat(answer.path("num_trades").asInt()).as("it trades").isPositive();
        assertThat(answer.path("symbol").asText())
                .isEqualTo(listed(name).path("multi_asset").asBoolean() ? "SPY,QQQ,TLT,GLD" : "SPY");
        assertThat(answer.at("/data/bars").asInt()).isEqualTo(2015);
        List<String> inOrder = new ArrayList<>();
        listed(name)
                .path("parameters")
                .forEach(parameter -> inOrder.add(parameter.path("name").asText()));
        assertThat(answer.path("parameters").fieldNames()).toIterable().containsExactlyElementsOf(inOrder);
    }

    /** What is listed as the default is what is taken where nothing is given: it is the same trial. */
    @ParameterizedTest
    @MethodSource("names")
    void defaults_that_are_given_change_nothing(String name) {
        ObjectNode usual = Json.mapper().createObjectNode();
        listed(name)
                .path("parameters")
                .forEach(parameter -> usual.set(parameter.path("name").asText(), parameter.path("default")));
        Map<String, Object> with = request(name);
        with.put("parameters", usual);

        assertThat(Backtesting.comparable(Backtesting.ok(service, with)))
                .isEqualTo(Backtesting.comparable(Backtesting.ok(service, request(name))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_value_outside_of_what_is_listed_is_refused_by_name(String name) {
        for (JsonNode parameter : listed(name).path("parameters")) {
            List<Object> wrong = switch (parameter.path("type").asText()) {
                case "integer" ->
                    List.of(
                            parameter.path("minimum").asInt() - 1,
                            parameter.path("maximum").asInt() + 1,
                            1.5,
                            "x");
                case "number" ->
                    List.of(
                            parameter.path("minimum").asDouble() - 1,
                            parameter.path("maximum").asDouble() + 1,
                            "NaN",
                            true);
                case "boolean" -> List.of(1, "maybe");
                case "choice" -> List.of("none_of_these", 7);
                case "symbol" -> List.of("no symbol!");
                default -> List.of("x", List.of(1), Map.of("SPY", "much"));
            };
            for (Object value : wrong) {
                String field = parameter.path("name").asText();
                Map<String, Object> with = request(name);
                with.put("parameters", Map.of(field, value));
                JsonNode problem = Http.problem(Backtesting.post(service, with), 400);
                assertThat(Http.errors(problem))
                        .as(value.toString())
                        .singleElement()
                        .asString()
                        .startsWith(name + " " + field + " must be ");
            }
        }
    }

    /** A rule for several instruments on one, and the other way round, runs or says why it does not. */
    @ParameterizedTest
    @MethodSource("names")
    void each_runs_over_the_other_kind_of_file_or_is_refused_in_a_sentence(String name) {
        Map<String, Object> other = request(name);
        boolean several = listed(name).path("multi_asset").asBoolean();
        other.put("csv_path", several ? "sample/ohlcv.csv" : SEVERAL);

        if (several) {
            assertThat(Backtesting.ok(service, other).path("symbol").asText()).isEqualTo("SPY");
        } else {
            assertThat(Http.errors(Http.problem(Backtesting.post(service, other), 400)))
                    .containsExactly("request strategy_type " + name + " trades one instrument, was given 4");
        }
    }

    @Test
    void a_combination_that_these_instruments_do_not_allow_is_told() {
        Map<String, Object> sweep = request("dual_momentum");
        sweep.put("sweep", "top=1:6");

        assertThat(Http.errors(Http.problem(Backtesting.post(service, sweep), 400)))
                .containsExactly("request sweep dual_momentum top must be at most the 4 instruments ranked, was 5");
    }
}
