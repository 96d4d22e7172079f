package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller has tried counts against what it finds, once each, and is not forgotten. */
@Tag("one-java")
class BacktestTrialsTest {
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

    private JsonNode run(String... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("strategy_type", "sma_cross");
        body.put("caller", "a");
        for (String field : fields) {
            int equals = field.indexOf('=');
            body.put(field.substring(0, equals), field.substring(equals + 1));
        }
        return Backtesting.ok(service, body);
    }

    private int trials(String... fields) {
        return run(fields).at("/honesty/trials").asInt();
    }

    @Test
    void another_configuration_is_another_trial_and_the_same_again_is_none() {
        assertThat(trials("parameters=fast=10,slow=50")).isEqualTo(1);
        assertThat(trials("parameters=fast=10,slow=50")).isEqualTo(1);
        assertThat(trials("parameters=slow=50.0,fast=10.0"))
                .as("written otherwise")
                .isEqualTo(1);
        assertThat(trials("parameters=fast=20,slow=50")).isEqualTo(2);
        assertThat(trials()).as("which are the defaults").isEqualTo(2);
        assertThat(trials("parameters=fast=10,slow=50")).isEqualTo(2);
    }

    @Test
    void what_is_chosen_beside_the_parameters_is_a_choice_too() {
        assertThat(trials()).isEqualTo(1);
        assertThat(trials("stop_loss=0.05")).isEqualTo(2);
        assertThat(trials("sizing=percent_equity")).isEqualTo(3);
        assertThat(trials("start=2018-01-01")).isEqualTo(4);
        assertThat(trials("gate=regime=Risk-On")).isEqualTo(5);
        assertThat(trials("gate=regime=Risk-Off")).isEqualTo(6);
        assertThat(trials("fill_model=next_close")).isEqualTo(7);
        assertThat(trials("include=trades", "report=json")).as("how it is told").isEqualTo(7);
    }

    @Test
    void every_caller_symbol_and_strategy_has_trials_of_its_own() {
        assertThat(trials()).isEqualTo(1);
        assertThat(trials("parameters=fast=5,slow=30")).isEqualTo(2);
        assertThat(trials("caller=b")).isEqualTo(1);
        assertThat(trials("symbol=QQQ")).isEqualTo(1);
        assertThat(trials("strategy_type=ema_cross")).isEqualTo(1);
        assertThat(trials("strategy_type=SMA-CROSS"))
                .as("the same by another spelling")
                .isEqualTo(2);
    }

    @Test
    void a_sweep_counts_every_combination_and_a_walk_forward_test_no_more() {
        assertThat(trials("parameters=fast=5,slow=50")).isEqualTo(1);
        assertThat(trials("sweep=fast=5:20:5,slow=50;100"))
                .as("the first was one of them")
                .isEqualTo(8);
        assertThat(trials("sweep=fast=5:20:5,slow=50;100", "walk_forward=504:126"))
                .isEqualTo(8);
        assertThat(trials("sweep=fast=15:30:5,slow=50;100")).isEqualTo(12);
    }

    @Test
    void combinations_that_break_a_rule_are_no_trials() {
        JsonNode answer = run("sweep=fast=20;40;60,slow=30;50");

        assertThat(answer.at("/sweep/combinations").asInt()).isEqualTo(3);
        assertThat(answer.at("/sweep/left_out").asInt()).isEqualTo(3);
        assertThat(answer.at("/honesty/trials").asInt()).isEqualTo(3);
    }

    @Test
    void what_is_not_varied_need_only_be_allowed_with_what_is() {
        JsonNode answer = run("parameters=fast=60", "sweep=slow=40;80;120");

        assertThat(answer.at("/sweep/combinations").asInt()).isEqualTo(2);
        assertThat(answer.at("/sweep/why_left_out").asText())
                .isEqualTo("sma_cross fast must be less than slow (40), was 60");
        assertThat(answer.at("/parameters/fast").asInt()).isEqualTo(60);
    }

    /** The more was tried, the more the best has to show: what was as sure as it gets is less so afterwards. */
    @Test
    void a_result_is_worth_less_after_more_trials() {
        JsonNode alone = run("parameters=fast=5,slow=50");
        run("sweep=fast=2:30:2,slow=40:200:20");
        JsonNode afterwards = run("parameters=fast=5,slow=50");

        assertThat(afterwards.path("metrics")).isEqualTo(alone.path("metrics"));
        assertThat(alone.at("/honesty/deflated_sharpe_ratio"))
                .isEqualTo(alone.at("/honesty/probabilistic_sharpe_ratio"));
        assertThat(afterwards.at("/honesty/deflated_sharpe_ratio").asDouble())
                .isLessThan(alone.at("/honesty/deflated_sharpe_ratio").asDouble() - 0.05);
        assertThat(afterwards.at("/honesty/expected_maximum_sharpe_per_bar").asDouble())
                .isPositive();
    }

    @Test
    void trials_outlive_the_service() throws IOException {
        assertThat(trials("sweep=fast=5:20:5,slow=50;100")).isEqualTo(8);
        service.close();
        service = ServiceUnderTest.in(folder);

        assertThat(trials("parameters=fast=7,slow=50")).isEqualTo(9);
        assertThat(trials("parameters=fast=5,slow=50")).isEqualTo(9);
    }

    @Test
    void what_is_refused_or_asked_by_the_originals_definitions_is_no_trial() {
        Map<String, Object> seed = Map.of("conventions", "seed", "caller", "a");
        Backtesting.ok(service, seed);
        Http.problem(
                Backtesting.post(service, Map.of("strategy_type", "sma_cross", "caller", "a", "start", "2030-01-01")),
                422);
        Http.problem(
                Backtesting.post(
                        service,
                        Map.of(
                                "strategy_type", "sma_cross",
                                "caller", "a",
                                "sweep", "fast=5;10",
                                "walk_forward", "5000:10")),
                422);

        assertThat(trials()).isEqualTo(1);
        assertThat(trials("strategy_type=buy_and_hold")).isEqualTo(1);
    }

    @Test
    void many_at_once_are_counted_once_each() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            String parameters = "parameters=fast=" + (2 + i / 2) + ",slow=60";
            counts.add(clients.submit(() -> trials(parameters)));
        }
        int most = 0;
        for (Future<Integer> count : counts) {
            most = Math.max(most, count.get());
        }
        clients.shutdown();

        assertThat(most).isEqualTo(24);
        assertThat(trials("parameters=fast=2,slow=60")).isEqualTo(24);
    }
}
