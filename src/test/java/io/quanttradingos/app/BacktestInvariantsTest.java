package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.openapi.ServedDocument;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every backtest, whatever is asked. */
@Tag("one-java")
class BacktestInvariantsTest {
    private static final int SEEDS = 160;
    private static final String SEVERAL = "several.csv";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static ServedDocument served;
    private static JsonNode schema;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
        Files.writeString(service.dataFolder().resolve(SEVERAL), SampleBars.of(List.of("SPY", "TLT", "GLD"), true));
        served = ServedDocument.of(service);
        schema = served.operation("post", "/backtest").at("/responses/200/content/application~1json/schema");
        assertThat(schema.isMissingNode()).isFalse();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_answer_fits_its_document_adds_up_and_is_the_same_again(long seed) {
        Map<String, Object> request = RandomBacktest.request(seed, SEVERAL);
        Response answered = Backtesting.post(service, request);
        assertThat(answered.asString()).as(request.toString()).doesNotContain("NaN", "Infinity");
        if (answered.statusCode() != 200) {
            assertThat(answered.statusCode()).as(request + answered.asString()).isIn(400, 422);
            Http.problem(answered, answered.statusCode());
            return;
        }
        JsonNode answer = Http.ok(answered);

        assertThat(served.complaints(schema, answer)).as(request.toString()).isEmpty();
        assertThat(answer.path("warnings").toString()).doesNotContain("not known here");
        tradesAddUp(request, answer);
        ordersAddUp(answer);
        costsAreThoseOfTheRun(answer);
        assertThat(Backtesting.comparable(Backtesting.ok(service, request)))
                .as(request.toString())
                .isEqualTo(Backtesting.comparable(answer));
    }

    private static void tradesAddUp(Map<String, Object> request, JsonNode answer) {
        assertThat(answer.path("trades")).hasSize(answer.path("num_trades").asInt());
        double value = answer.at("/metrics/initial_value").asDouble();
        for (JsonNode trade : answer.path("trades")) {
            value += trade.path("profit").asDouble();
        }
        assertThat(answer.at("/metrics/final_value").asDouble())
                .as(request.toString())
                .isEqualTo(value, within(1e-6));
        JsonNode equity = answer.at("/series/equity");
        assertThat(equity.get(equity.size() - 1).asDouble())
                .isEqualTo(answer.at("/metrics/final_value").asDouble());
        assertThat(answer.at("/metrics/total_pnl").asDouble())
                .isEqualTo(answer.at("/metrics/final_value").asDouble()
                        - answer.at("/metrics/initial_value").asDouble());
    }

    private static void ordersAddUp(JsonNode answer) {
        JsonNode orders = answer.path("orders");
        int ended = 0;
        for (String status : List.of("filled", "rejected", "expired", "cancelled", "open")) {
            ended += orders.path(status).asInt();
            int listed = 0;
            for (JsonNode order : answer.path("order_list")) {
                listed += order.path("status").asText().equals(status) ? 1 : 0;
            }
            assertThat(listed).as(status).isEqualTo(orders.path(status).asInt());
        }
        assertThat(ended).isEqualTo(orders.path("submitted").asInt());
        for (JsonNode order : orders.path("not_filled")) {
            assertThat(order.path("status").asText().equals("open")
                            || !order.path("note").asText().isBlank())
                    .as("an order that was not filled says why: " + order)
                    .isTrue();
        }
    }

    private static void costsAreThoseOfTheRun(JsonNode answer) {
        JsonNode costs = answer.path("costs");
        double commission = 0;
        double slippage = 0;
        for (JsonNode order : answer.path("order_list")) {
            commission += order.path("commission").asDouble(0);
            slippage += order.path("slippage").asDouble(0);
        }
        assertThat(costs.at("/at/1/final_value")).isEqualTo(answer.at("/metrics/final_value"));
        assertThat(costs.at("/at/1/total_return_pct").asDouble())
                .isEqualTo(answer.at("/metrics/total_return_pct").asDouble(), within(1e-9));
        assertThat(costs.path("commission").asDouble()).isEqualTo(commission, within(1e-6));
        assertThat(costs.path("slippage").asDouble()).isEqualTo(slippage, within(1e-6));
        assertThat(costs.path("total").asDouble()).isEqualTo(commission + slippage, within(1e-6));
    }

    /** Otherwise the tests above would say nothing. */
    @Test
    void most_requests_are_answered_and_every_part_of_them_occurs() {
        Map<String, Integer> seen = new HashMap<>();
        seeds().forEach(seed -> {
            Response answered = Backtesting.post(service, RandomBacktest.request(seed, SEVERAL));
            seen.merge("status " + answered.statusCode(), 1, Integer::sum);
            if (answered.statusCode() == 200) {
                JsonNode answer = Http.ok(answered);
                seen.merge("strategy " + answer.path("strategy_type").asText(), 1, Integer::sum);
                count(seen, "trades", answer.path("num_trades").asInt() > 0);
                count(seen, "sweep", answer.has("sweep"));
                count(seen, "walk_forward", answer.has("walk_forward"));
                count(seen, "agents", answer.has("agents"));
                for (String status : List.of("filled", "rejected", "cancelled", "open")) {
                    count(seen, status, answer.path("orders").path(status).asInt() > 0);
                }
                answer.path("trades")
                        .forEach(trade -> count(seen, trade.path("side").asText(), true));
                answer.path("trades")
                        .forEach(trade -> count(
                                seen, "still open", trade.path("exit_time").isNull()));
            }
        });

        assertThat(seen.getOrDefault("status 200", 0)).as(seen.toString()).isGreaterThan(SEEDS * 3 / 4);
        assertThat(seen.keySet().stream().filter(key -> key.startsWith("strategy ")))
                .as(seen.toString())
                .hasSize(12);
        assertThat(seen)
                .containsKeys(
                        "trades",
                        "sweep",
                        "walk_forward",
                        "agents",
                        "filled",
                        "rejected",
                        "cancelled",
                        "open",
                        "long",
                        "short",
                        "still open");
    }

    private static void count(Map<String, Integer> seen, String what, boolean occurs) {
        if (occurs) {
            seen.merge(what, 1, Integer::sum);
        }
    }
}
