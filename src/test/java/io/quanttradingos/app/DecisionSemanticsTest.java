package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.Decided;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.pipeline.GuardianWish;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a decision means: which score and which peak it uses, what the guardian may do to it, and what it never depends on. */
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void the_guardian_never_enlarges_and_the_waterfall_multiplies_to_the_multiplier(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            LocalDate asOf = LocalDate.of(2017, 1, 2).plusDays(random.nextInt(2500));
            Double peak = random.nextBoolean() ? null : 60_000 + 80_000 * random.nextDouble();
            Double score = random.nextBoolean() ? null : random.nextDouble();
            String trade = List.of("scalp", "swing", "earnings").get(random.nextInt(3));
            GuardianWish wish = new GuardianWish(100.0, 1 + random.nextDouble(), trade, random.nextInt(5));
            Conventions conventions = random.nextInt(4) == 0 ? Conventions.SEED : Conventions.STANDARD;

            Decided without = service.assembly().pipeline().decide(request(asOf, peak, score, null, conventions));
            Decided with = service.assembly().pipeline().decide(request(asOf, peak, score, wish, conventions));

            assertThat(with.decision().positionSizeMultiplier())
                    .isLessThanOrEqualTo(without.decision().positionSizeMultiplier());
            assertThat(with.decision().allowTrade() && !without.decision().allowTrade())
                    .isFalse();
            for (Decided decided : List.of(without, with)) {
                double product = decided.decision().waterfall().stream()
                        .mapToDouble(step -> step.multiplier())
                        .reduce(1, (one, other) -> one * other);
                assertThat(product).isEqualTo(decided.decision().positionSizeMultiplier());
                assertThat(decided.decision().positionSizeMultiplier()).isBetween(0.0, 1.0);
                assertThat(decided.decision().allowTrade())
                        .isEqualTo(decided.decision().positionSizeMultiplier() > 0);
            }
        }
    }

    private static DecisionRequest request(
            LocalDate asOf,
            @Nullable Double peak,
            @Nullable Double score,
            @Nullable GuardianWish wish,
            Conventions conventions) {
        return new DecisionRequest(
                null,
                null,
                asOf,
                peak,
                score,
                null,
                null,
                wish,
                null,
                null,
                conventions,
                Door.COMMAND,
                null,
                List.of());
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_the_holdings_changes_nothing_but_their_digest(long seed) {
        List<String> rows = new ArrayList<>(
                new String(Http.sample("holdings.csv"), UTF_8).lines().toList());
        String header = rows.remove(0);
        rows.add("SPY,5,410.5,395");
        JsonNode expected = decideOn(header, rows);
        Collections.shuffle(rows, new Random(seed));

        assertThat(decideOn(header, rows)).isEqualTo(expected);
    }

    private JsonNode decideOn(String header, List<String> rows) {
        String csv = header + "\n" + String.join("\n", rows) + "\n";
        JsonNode answer = Http.ok(Http.to(service)
                .multiPart("holdings_file", "h.csv", csv.getBytes(UTF_8))
                .multiPart("portfolio_id", "permuted")
                .post("/decision"));
        ((ObjectNode) answer).remove(List.of("run_id", "receipt"));
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-02-09", "2020-03-16", "2021-12-21"})
    void what_comes_later_in_the_file_changes_nothing(String asOf) {
        List<String> lines =
                new String(Http.sample("prices.csv"), UTF_8).lines().toList();
        String untilThen = String.join(
                        "\n",
                        lines.stream()
                                .filter(line -> line.startsWith("date") || line.compareTo(asOf + "~") < 0)
                                .toList())
                + "\n";

        JsonNode whole = decide(Map.of("as_of", asOf, "portfolio_id", "a"));
        JsonNode cut = Http.ok(Http.to(service)
                .multiPart("prices_file", "cut.csv", untilThen.getBytes(UTF_8))
                .multiPart("portfolio_id", "b")
                .post("/decision"));

        for (String part : List.of("asof", "regime", "portfolio", "decision")) {
            assertThat(cut.path(part)).as(part).isEqualTo(whole.path(part));
        }
    }

    private static Map<String, Object> with(Map<String, ?> fields, String name, Object value) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
