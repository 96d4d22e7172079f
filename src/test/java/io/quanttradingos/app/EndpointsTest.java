package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint with input it can serve, in every form the input may take. */
@Tag("one-java")
class EndpointsTest {
    private static final String LAST_DATE = "2023-12-29";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/regime              | {\"as_off\": \"2019-06-28\"}                            | 'as_off' is not known here and was ignored; did you mean 'as_of'?",
                "/portfolio-report    | {\"holding_path\": \"sample/holdings.csv\"}            | 'holding_path' is not known here and was ignored; did you mean 'holdings_path'?",
                "/execution-discipline| {\"trades_path\": \"sample/trades.csv\", \"plan_path\": \"sample/plan.json\", \"colour\": 1} | 'colour' is not known here and was ignored.",
                "/guardian            | {\"account_size\": 1000, \"tradetype\": \"scalp\"}  | 'tradetype' is not known here and was ignored; did you mean 'trade_type'?"
            })
    void a_field_nobody_knows_is_ignored_and_said_to_be(String path, String body, String sentence) {
        JsonNode answer = Http.ok(Http.json(service, body).post(path.strip()));

        assertThat(answer.path("warnings").toString().replace("\\\"", "\"")).contains(sentence);
    }

    @Test
    void health_is_ok() {
        assertThat(Http.ok(Http.get(service, "/health"))).isEqualTo(Http.tree("{\"status\":\"ok\"}".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "  \n"})
    void an_empty_body_is_a_full_run_on_the_configured_defaults(String body) {
        JsonNode answer = Http.ok(Http.json(service, body).post("/decision"));

        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "run_id",
                        "asof",
                        "regime",
                        "portfolio",
                        "execution_discipline_score",
                        "execution_discipline",
                        "account",
                        "decision",
                        "warnings",
                        "conventions",
                        "receipt");
        assertThat(answer.path("asof").asText()).isEqualTo(LAST_DATE);
        assertThat(answer.at("/receipt/inputs/0/name").asText()).isEqualTo("prices");
    }

    @Test
    void a_decision_takes_its_fields_from_the_query() {
        JsonNode answer = Http.ok(Http.get(
                service,
                "/decision?prices_path=sample/prices.csv&holdings_path=data/sample/holdings.csv"
                        + "&as_of=2021-01-05&peak_equity=500000&execution_score=0.5&include_guardian=true"
                        + "&guardian_price=400&guardian_atr=5"));

        assertThat(answer.path("asof").asText()).isEqualTo("2021-01-05");
        assertThat(answer.at("/account/peak_equity").asDouble()).isEqualTo(500_000);
        assertThat(answer.path("execution_discipline_score").asDouble()).isEqualTo(0.5);
        assertThat(answer.at("/guardian_guardrails/guardian_decision").isObject())
                .isTrue();
        assertThat(answer.path("warnings").toString()).doesNotContain("not known here");
    }

    @Test
    void a_decision_takes_its_fields_from_a_form() {
        JsonNode answer = Http.ok(Http.to(service)
                .contentType("application/x-www-form-urlencoded")
                .body("peak_equity=400000&execution_score=0.75")
                .post("/decision"));

        assertThat(answer.at("/account/peak_equity").asDouble()).isEqualTo(400_000);
        assertThat(answer.path("execution_discipline_score").asDouble()).isEqualTo(0.75);
    }

    @Test
    void a_decision_takes_uploaded_files_and_fields_beside_them() {
        JsonNode answer = Http.ok(Http.to(service)
                .multiPart("prices_file", "my prices.csv", Http.sample("prices.csv"))
                .multiPart("holdings_file", "mine.csv", Http.sample("holdings.csv"))
                .multiPart("trades_file", "trades.csv", Http.sample("trades.csv"))
                .multiPart("plan_file", "plan.json", Http.sample("plan.json"))
                .multiPart("as_of", "2022-06-30")
                .post("/decision"));

        assertThat(answer.path("asof").asText()).isEqualTo("2022-06-30");
        assertThat(answer.at("/execution_discipline/source").asText()).isEqualTo("trades");
    }

    @Test
    void a_plan_may_be_a_form_field() {
        JsonNode answer = Http.ok(Http.to(service)
                .multiPart("trades_file", "trades.csv", Http.sample("trades.csv"))
                .multiPart("plan_json", new String(Http.sample("plan.json"), UTF_8))
                .post("/decision"));

        assertThat(answer.at("/execution_discipline/source").asText()).isEqualTo("trades");
    }

    @Test
    void inputs_may_be_inline() {
        JsonNode answer = Http.decide(
                service,
                Map.of(
                        "prices",
                        Inline.records("prices.csv"),
                        "holdings",
                        List.of(Map.of("symbol", "SPY", "shares", 10, "stop_price", 400)),
                        "trades",
                        Inline.records("trades.csv"),
                        "plan",
                        Http.tree(Http.sample("plan.json"))));

        assertThat(answer.at("/portfolio/total_value").asDouble()).isEqualTo(10 * 424.29);
        assertThat(answer.at("/execution_discipline/source").asText()).isEqualTo("trades");
    }

    @Test
    void every_field_of_the_original_is_known() {
        JsonNode answer = Http.decide(
                service,
                Map.of(
                        "prices_path",
                        "sample/prices.csv",
                        "holdings_path",
                        "sample/holdings.csv",
                        "peak_equity",
                        500_000,
                        "execution_score",
                        0.9,
                        "execution_trades_path",
                        "sample/trades.csv",
                        "execution_plan_path",
                        "sample/plan.json",
                        "include_guardian",
                        true,
                        "guardian_price",
                        400.0,
                        "guardian_atr",
                        5.0));

        assertThat(answer.path("warnings")).isEmpty();
        for (String field :
                List.of("regime", "portfolio", "decision", "execution_discipline_score", "guardian_guardrails")) {
            assertThat(answer.has(field)).as(field).isTrue();
        }
    }

    @Test
    void numbers_and_flags_may_be_texts() {
        JsonNode answer = Http.decide(service, Map.of("peak_equity", "500000", "include_guardian", "true"));

        assertThat(answer.at("/account/peak_equity").asDouble()).isEqualTo(500_000);
        assertThat(answer.has("guardian_guardrails")).isTrue();
    }

    @Test
    void a_field_nobody_knows_is_ignored_but_said() {
        JsonNode answer = Http.decide(service, Map.of("peak_equty", 1, "colour", "red"));

        assertThat(answer.path("warnings").toString())
                .contains("'peak_equty' is not known here and was ignored; did you mean 'peak_equity'?")
                .contains("'colour' is not known here and was ignored.");
        assertThat(answer.at("/account/peak_source").asText()).isNotEqualTo("request");
    }

    @Test
    void the_body_wins_over_the_query() {
        JsonNode answer = Http.ok(Http.json(service, Map.of("peak_equity", 300_000))
                .post("/decision?peak_equity=900000&execution_score=0.7"));

        assertThat(answer.at("/account/peak_equity").asDouble()).isEqualTo(300_000);
        assertThat(answer.path("execution_discipline_score").asDouble()).isEqualTo(0.7);
    }

    @Test
    void nothing_a_client_sends_comes_back_as_a_header() {
        Response answer = Http.json(service, "{}")
                .header("X-Secret", "s3cret")
                .header("Authorization", "Bearer abc")
                .header("Cookie", "a=b")
                .post("/decision?peak_equity=500000&other=thing");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().asList())
                .extracting(header -> header.getName().toLowerCase(java.util.Locale.ROOT))
                .containsExactlyInAnyOrder("content-type", "content-length");
    }

    @Test
    void camel_headers_from_outside_change_nothing() {
        Response answer = Http.json(service, "{}")
                .header("CamelHttpResponseCode", "418")
                .header("CamelHttpUri", "http://127.0.0.1:1/")
                .header("CamelBeanMethodName", "health")
                .header("CamelFileName", "x")
                .header("QtosDelimiter", "|")
                .post("/decision?CamelHttpResponseCode=418&CamelBeanMethodName=health&QtosDelimiter=;");

        JsonNode decision = Http.ok(answer);
        assertThat(decision.at("/portfolio/total_value").asDouble()).isEqualTo(107_250.6);
        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().startsWith("Camel"));
    }

    @Test
    void a_line_break_in_the_query_splits_no_header() {
        Response answer = Http.get(service, "/decision?portfolio%0d%0aX-Evil:1=a%0d%0aX-Evil:%201");

        assertThat(Http.ok(answer).path("warnings")).hasSize(1);
        assertThat(answer.headers().hasHeaderWithName("X-Evil")).isFalse();
    }

    @Test
    void a_regime_is_answered_for_one_date_or_for_all() {
        JsonNode one = Http.ok(Http.json(service, Map.of("as_of", "2020-06-30")).post("/regime"));
        JsonNode all = Http.ok(Http.to(service).post("/regime?series=true&as_of=2020-06-30"));
        JsonNode last = all.path("series").get(all.path("series").size() - 1);

        assertThat(one.path("asof").asText()).isEqualTo("2020-06-30");
        assertThat(last.path("date").asText()).isEqualTo("2020-06-30");
        assertThat(last.path("label")).isEqualTo(one.path("label"));
        assertThat(last.path("raw_label")).isEqualTo(one.path("raw_label"));
        assertThat(last.path("confidence")).isEqualTo(one.path("confidence"));
    }

    @Test
    void a_series_as_csv_holds_what_the_json_holds() {
        Response answer = Http.to(service).post("/regime?series=true&format=csv");
        JsonNode json = Http.ok(Http.to(service).post("/regime?series=true")).path("series");
        List<String> lines = answer.asString().lines().toList();

        assertThat(answer.contentType()).isEqualTo("text/csv; charset=utf-8");
        assertThat(lines).hasSize(json.size() + 1);
        assertThat(lines.get(0).split(",", -1))
                .containsExactlyElementsOf(() -> json.get(0).fieldNames());
        JsonNode last = json.get(json.size() - 1);
        Map<String, String> cells = new HashMap<>();
        String[] row = lines.get(lines.size() - 1).split(",", -1);
        String[] header = lines.get(0).split(",", -1);
        for (int i = 0; i < header.length; i++) {
            cells.put(header[i], row[i]);
        }
        last.properties()
                .forEach(field -> assertThat(cells)
                        .containsEntry(field.getKey(), field.getValue().asText()));
    }

    @Test
    void a_portfolio_is_reported_from_defaults_paths_uploads_and_inline() {
        JsonNode defaults = Http.ok(Http.to(service).post("/portfolio-report"));
        JsonNode paths = Http.ok(
                Http.json(service, Map.of("holdings_path", "sample/holdings.csv", "prices_path", "sample/prices.csv"))
                        .post("/portfolio-report"));
        JsonNode uploads = Http.ok(Http.to(service)
                .multiPart("prices_file", "p.csv", Http.sample("prices.csv"))
                .multiPart("holdings_file", "h.csv", Http.sample("holdings.csv"))
                .post("/portfolio-report"));
        JsonNode inline = Http.ok(Http.json(service, Map.of("holdings", Inline.records("holdings.csv")))
                .post("/portfolio-report"));

        assertThat(defaults.path("total_value").asDouble()).isEqualTo(107_250.6);
        assertThat(List.of(paths, uploads, inline)).containsOnly(defaults);
    }

    @Test
    void trades_are_judged_from_query_form_json_and_upload_alike() {
        JsonNode query = discipline(Http.to(service)
                .post("/execution-discipline?regime_label=Risk-On&trades_path=sample/trades.csv"
                        + "&plan_path=sample/plan.json"));
        JsonNode form = discipline(Http.to(service)
                .contentType("application/x-www-form-urlencoded")
                .body("regime_label=Risk-On&trades_path=sample%2Ftrades.csv&plan_path=sample%2Fplan.json")
                .post("/execution-discipline"));
        JsonNode json = discipline(Http.json(
                        service,
                        Map.of(
                                "regime_label", "Risk-On",
                                "trades", Inline.records("trades.csv"),
                                "plan", Http.tree(Http.sample("plan.json"))))
                .post("/execution-discipline"));
        JsonNode upload = discipline(Http.to(service)
                .multiPart("trades_file", "t.csv", Http.sample("trades.csv"))
                .multiPart("plan_json", new String(Http.sample("plan.json"), UTF_8))
                .multiPart("regime_label", "Risk-On")
                .post("/execution-discipline"));

        assertThat(query.path("compliance_score").asDouble()).isBetween(0.5, 0.99);
        assertThat(query.path("violations")).isNotEmpty();
        assertThat(List.of(form, json, upload)).containsOnly(query);
    }

    /** Without what depends on the judgements before. */
    private static JsonNode discipline(Response answer) {
        JsonNode report = Http.ok(answer);
        ((com.fasterxml.jackson.databind.node.ObjectNode) report).remove("compliance_trend");
        return report;
    }

    @Test
    void the_guardian_answers_for_itself() {
        JsonNode answer = Http.ok(Http.json(
                        service,
                        Map.of(
                                "account_size",
                                100_000,
                                "drawdown_pct",
                                4,
                                "volatility",
                                "normal",
                                "regime",
                                "trend",
                                "trade_type",
                                "swing",
                                "recent_losses",
                                0,
                                "price",
                                "100",
                                "atr",
                                2))
                .post("/guardian"));

        assertThat(answer.at("/guardian_decision/trade_allowed").asBoolean()).isTrue();
        assertThat(answer.at("/guardian_decision/allowed_risk_pct").asDouble()).isEqualTo(1.0);
        assertThat(answer.path("stop_distance").asDouble()).isEqualTo(4.0);
        assertThat(answer.path("position_size").asInt()).isEqualTo(250);
    }

    @ParameterizedTest
    @CsvSource({
        "/docs, text/html; charset=utf-8, swagger-ui",
        "/docs/swagger-ui-bundle.js, text/javascript; charset=utf-8, SwaggerUI",
        "/docs/swagger-ui.css, text/css; charset=utf-8, swagger",
        "/openapi.json, application/json, openapi"
    })
    void the_documentation_comes_from_the_service_itself(String path, String type, String content) {
        Response answer = Http.get(service, path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(type);
        assertThat(answer.asString()).contains(content);
    }

    @Test
    void the_first_page_of_the_documentation_loads_nothing_from_elsewhere() {
        Response page = Http.get(service, "/docs");

        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'");
        assertThat(page.asString()).doesNotContain("http://", "https://", "//cdn");
    }
}
