package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a decision means: which score and which peak it uses, what the guardian may do to it, and what it never depends on. */
@Tag("one-java")
class DecisionSemanticsTest {
    private static final Map<String, String> TRADES_AND_PLAN =
            Map.of("execution_trades_path", "sample/trades.csv", "execution_plan_path", "sample/plan.json");
    private static final String HIGH = "2021-09-15";
    private static final String TROUGH = "2021-12-21";

    @TempDir
    Path folder;

    private ServiceUnderTest service;

    @BeforeEach
    void start() throws IOException {
        service = ServiceUnderTest.in(folder, Map.of("qtos.inbox.enabled", "false"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private JsonNode decide(Map<String, ?> fields) {
        return Http.decide(service, fields);
    }

    @Test
    void the_score_comes_from_trades_else_the_request_else_the_last_judgement_else_the_default() {
        JsonNode first = decide(Map.of());
        JsonNode asked = decide(Map.of("execution_score", 0.7));
        JsonNode judged = decide(with(TRADES_AND_PLAN, "execution_score", 0.7));
        JsonNode cached = decide(Map.of());
        JsonNode askedAgain = decide(Map.of("execution_score", 0.7));

        expectScore(first, "default", 0.88);
        expectScore(asked, "request", 0.7);
        double score = judged.path("execution_discipline_score").asDouble();
        expectScore(judged, "trades", score);
        assertThat(score).isNotEqualTo(0.7).isNotEqualTo(0.88);
        assertThat(judged.at("/execution_discipline/report/compliance_score").asDouble())
                .isEqualTo(score);
        expectScore(cached, "cached", score);
        expectScore(askedAgain, "request", 0.7);
    }

    @Test
    void a_judgement_of_its_own_is_the_cached_score_of_the_next_decision() {
        JsonNode report = Http.ok(Http.to(service)
                .post("/execution-discipline?regime_label=Risk-On&trades_path=sample/trades.csv"
                        + "&plan_path=sample/plan.json"));

        JsonNode decision = decide(Map.of());

        expectScore(decision, "cached", report.path("compliance_score").asDouble());
        assertThat(decision.at("/execution_discipline/asof").asText()).isNotBlank();
    }

    @Test
    void the_cached_score_outlives_the_service() throws IOException {
        double score =
                decide(TRADES_AND_PLAN).path("execution_discipline_score").asDouble();
        service.close();
        service = ServiceUnderTest.in(folder, Map.of("qtos.inbox.enabled", "false"));

        expectScore(decide(Map.of()), "cached", score);
    }

    private static void expectScore(JsonNode answer, String source, double score) {
        assertThat(answer.at("/execution_discipline/source").asText()).isEqualTo(source);
        assertThat(answer.at("/execution_discipline/score").asDouble()).isEqualTo(score);
        assertThat(answer.path("execution_discipline_score").asDouble()).isEqualTo(score);
    }

    @Test
    void no_drawdown_is_invented_on_the_first_run() {
        JsonNode account = decide(Map.of()).path("account");

        assertThat(account.path("peak_source").asText()).isEqualTo("today");
        assertThat(account.path("peak_equity")).isEqualTo(account.path("value"));
        assertThat(account.path("drawdown").asDouble()).isZero();
    }

    @Test
    void the_peak_is_the_highest_value_recorded_for_the_portfolio() {
        double high = decide(Map.of("as_of", HIGH)).at("/account/value").asDouble();

        JsonNode account = decide(Map.of("as_of", TROUGH)).path("account");

        assertThat(account.path("peak_source").asText()).isEqualTo("recorded");
        assertThat(account.path("peak_equity").asDouble()).isEqualTo(high);
        assertThat(account.path("drawdown").asDouble())
                .isCloseTo(1 - account.path("value").asDouble() / high, within(1e-12))
                .isGreaterThan(0.1);
    }

    @Test
    void a_run_dated_back_does_not_see_a_peak_from_its_future() {
        decide(Map.of("as_of", HIGH));

        JsonNode before = decide(Map.of("as_of", "2019-01-31")).path("account");

        assertThat(before.path("peak_source").asText()).isEqualTo("today");
        assertThat(before.path("drawdown").asDouble()).isZero();
    }

    @Test
    void portfolios_do_not_share_a_peak() {
        decide(Map.of("as_of", HIGH, "portfolio_id", "one"));

        assertThat(decide(Map.of("as_of", TROUGH, "portfolio_id", "two"))
                        .at("/account/peak_source")
                        .asText())
                .isEqualTo("today");
        assertThat(decide(Map.of("as_of", TROUGH)).at("/account/peak_source").asText())
                .isEqualTo("today");
        assertThat(decide(Map.of("as_of", TROUGH, "portfolio_id", "one"))
                        .at("/account/peak_source")
                        .asText())
                .isEqualTo("recorded");
    }

    @Test
    void a_peak_in_the_request_wins_over_what_is_recorded() {
        decide(Map.of("as_of", HIGH));

        JsonNode account =
                decide(Map.of("as_of", TROUGH, "peak_equity", 100_000)).path("account");

        assertThat(account.path("peak_source").asText()).isEqualTo("request");
        assertThat(account.path("peak_equity").asDouble()).isEqualTo(100_000);
    }

    @Test
    void a_drawdown_past_the_limit_blocks_and_ends_the_waterfall_at_nothing() {
        JsonNode decision = decide(Map.of("peak_equity", 500_000)).path("decision");

        assertThat(decision.path("allow_trade").asBoolean()).isFalse();
        assertThat(decision.path("position_size_multiplier").asDouble()).isZero();
        assertThat(decision.path("risk_mode").asText()).isEqualTo("halt");
        assertThat(decision.path("blocked_by")).isNotEmpty();
        JsonNode waterfall = decision.path("waterfall");
        assertThat(waterfall.get(waterfall.size() - 1).path("factor").asText()).isEqualTo("blocked");
    }

    @Test
    void seed_conventions_keep_the_originals_invented_peak_and_its_own_heat() {
        JsonNode standard = decide(Map.of());
        JsonNode seed = decide(Map.of("conventions", "seed"));

        assertThat(seed.at("/conventions/definitions").asText()).isEqualTo("seed");
        assertThat(standard.at("/conventions/definitions").asText()).isEqualTo("standard");
        assertThat(seed.at("/account/peak_source").asText()).isEqualTo("seed");
        assertThat(seed.at("/account/drawdown").asDouble()).isCloseTo(1 - 1 / 1.1, within(1e-12));
        assertThat(seed.path("regime")).isEqualTo(standard.path("regime"));
        assertThat(seed.at("/decision/position_size_multiplier"))
                .isNotEqualTo(standard.at("/decision/position_size_multiplier"));
    }

    @Test
    void the_guardian_can_stop_what_the_allocation_allows() {
        JsonNode allowed = decide(Map.of("include_guardian", true));
        JsonNode stopped = decide(Map.of("include_guardian", true, "guardian_recent_losses", 3));

        assertThat(allowed.at("/decision/allow_trade").asBoolean()).isTrue();
        assertThat(stopped.at("/guardian_guardrails/guardian_decision/trade_allowed")
                        .asBoolean())
                .isFalse();
        assertThat(stopped.at("/decision/allow_trade").asBoolean()).isFalse();
        assertThat(stopped.at("/decision/position_size_multiplier").asDouble()).isZero();
        assertThat(stopped.at("/decision/risk_mode").asText()).isEqualTo("halt");
        assertThat(stopped.at("/decision/blocked_by").toString()).contains("guardian");
    }

    @Test
    void equal_requests_give_equal_bytes_but_for_the_run_and_its_place_in_the_chain() {
        byte[] first = Http.json(service, TRADES_AND_PLAN).post("/decision").asByteArray();
        decide(TRADES_AND_PLAN);
        decide(TRADES_AND_PLAN);
        decide(TRADES_AND_PLAN);
        byte[] second = Http.json(service, TRADES_AND_PLAN).post("/decision").asByteArray();
        byte[] third = Http.json(service, TRADES_AND_PLAN).post("/decision").asByteArray();

        assertThat(masked(third)).isEqualTo(masked(second));
        assertThat(new String(third, UTF_8)).isNotEqualTo(new String(second, UTF_8));
        assertThat(withoutTrend(first)).isEqualTo(withoutTrend(third));
    }

    private static String masked(byte[] answer) {
        return new String(answer, UTF_8)
                .replaceFirst("\"run_id\":\"[^\"]+\"", "\"run_id\":\"\"")
                .replaceFirst("\"previous\":\"[^\"]+\",\"digest\":\"[^\"]+\"", "\"previous\":\"\"");
    }

    /** The trend is measured against the judgements before. */
    private static JsonNode withoutTrend(byte[] answer) {
        JsonNode tree = Http.tree(masked(answer).getBytes(UTF_8));
        ((ObjectNode) tree.at("/execution_discipline/report")).remove("compliance_trend");
        return tree;
    }

    private static Map<String, Object> with(Map<String, ?> fields, String name, Object value) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
