package io.quanttradingos.api.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.app.ServiceUnderTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document says of an answer is what is really answered: status, media type, and every field of it. */
@Tag("one-java")
class ServedAnswersTest {
    private static final Path SAMPLE = Path.of("data", "sample");
    private static final String JSON = "application/json";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static ServedDocument served;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
        served = ServedDocument.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'as_of': '2017-03-31'}",
                "{'as_of': '2020-03-20', 'conventions': 'seed'}",
                "{'peak_equity': 500000}",
                "{'execution_score': 0.2, 'include_guardian': true}",
                "{'include_guardian': true, 'guardian_price': 410.5, 'guardian_atr': 6.2}",
                "{'include_guardian': true, 'guardian_price': 410.5, 'guardian_atr': 6.2, 'guardian_recent_losses': 9}",
                "{'execution_trades_path': 'sample/trades.csv', 'execution_plan_path': 'sample/plan.json'}",
                "{'execution_trades_path': 'sample/trades.csv', 'plan': {'allowed_regimes': ['Risk-On']}}",
                "{'holdings': [{'symbol': 'SPY', 'shares': 10}, {'symbol': 'CASH', 'shares': 1000}]}",
                "{'holdings': [{'symbol': 'TLT', 'shares': -10, 'avg_price': 90, 'stop_price': 99}]}",
                "{'no_such_field': 1}"
            })
    void a_decision_is_as_documented(String body) throws IOException {
        assertThat(served.documented("post", "/decision", postJson("/decision", body))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_decision_asked_by_query_is_as_documented() throws IOException {
        HttpResponse<String> answer = served.send(
                served.request("/decision?as_of=2021-06-30&include_guardian=true&guardian_trade_type=scalp"));
        assertThat(served.documented("get", "/decision", answer).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'as_of': '2020-03-20'}",
                "{'as_of': '2016-06-30'}",
                "{'series': true}",
                "{'series': true, 'format': 'csv'}"
            })
    void a_regime_is_as_documented(String body) throws IOException {
        assertThat(served.documented("post", "/regime", postJson("/regime", body))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'as_of': '2016-02-05'}",
                "{'holdings': [{'symbol': 'SPY', 'shares': 10}, {'symbol': 'QQQ', 'shares': -40}]}",
                "{'holdings': [{'symbol': 'CASH', 'shares': 10}]}"
            })
    void a_portfolio_report_is_as_documented(String body) throws IOException {
        assertThat(served.documented("post", "/portfolio-report", postJson("/portfolio-report", body))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'trades_path': 'sample/trades.csv', 'plan_path': 'sample/plan.json'}",
                "{'trades_path': 'sample/trades.csv', 'plan_path': 'sample/plan.json', 'conventions': 'seed',"
                        + " 'regime_label': 'Risk-On / High Vol'}",
                "{'trades': [{'date': '2018-01-05', 'symbol': 'SPY', 'side': 'LONG', 'entry_price': 10,"
                        + " 'exit_price': 11, 'shares': 1}], 'plan_json': '{\\\"allowed_regimes\\\": []}'}"
            })
    void a_judgement_is_as_documented(String body) throws IOException {
        assertThat(served.documented("post", "/execution-discipline", postJson("/execution-discipline", body))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'account_size': 100000}",
                "{'account_size': 100000, 'price': 410.5, 'atr': 6.2, 'volatility': 'high', 'regime': 'trend'}",
                "{'account_size': 100000, 'drawdown_pct': 60}",
                "{'account_size': 100000, 'recent_losses': 5, 'trade_type': 'earnings'}"
            })
    void a_guardian_verdict_is_as_documented(String body) throws IOException {
        assertThat(served.documented("post", "/guardian", postJson("/guardian", body))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_record_of_runs_is_as_documented() throws IOException {
        postJson("/decision", "{}");
        postJson("/execution-discipline", "{'trades_path': 'sample/trades.csv', 'plan_path': 'sample/plan.json'}");
        HttpResponse<String> first = served.documented("get", "/runs", served.send(served.request("/runs?limit=2")));
        served.documented("get", "/runs", served.send(served.request("/runs")));
        JsonNode runs = Json.mapper().readTree(first.body()).path("runs");
        assertThat(runs).hasSize(2);
        for (JsonNode run : runs) {
            HttpResponse<String> again =
                    served.send(served.request("/runs/" + run.path("run_id").asText()));
            assertThat(served.documented("get", "/runs/{run_id}", again).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_sign_of_life_is_as_documented() throws IOException {
        assertThat(served.documented("get", "/health", served.send(served.request("/health")))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/decision, {'as_of': 'soon'}, 400",
                "/decision, {'prices_path': 'missing.csv'}, 404",
                "/decision, {'as_of': '2016-01-08'}, 422",
                "/decision, {\"\"\"\", 400",
                "/regime, {'format': 'xml'}, 400",
                "/regime, {'as_of': '2016-01-08'}, 422",
                "/portfolio-report, {'holdings_path': 'missing.csv'}, 404",
                "/portfolio-report, {'holdings': 7}, 400",
                "/execution-discipline, {}, 400",
                "/execution-discipline, {'trades_path': 'missing.csv'}, 400",
                "/guardian, {}, 400"
            })
    void a_problem_is_as_documented(String path, String body, int status) throws IOException {
        assertThat(served.documented("post", path, postJson(path, body)).statusCode())
                .isEqualTo(status);
    }

    @Test
    void what_is_not_there_or_not_taken_is_a_documented_problem() throws IOException {
        HttpResponse<String> unknown = served.send(served.request("/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assertThat(served.documented("get", "/runs/{run_id}", unknown).statusCode())
                .isEqualTo(404);
        HttpResponse<String> unread = served.send(served.request("/decision")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("a,b\n1,2\n")));
        assertThat(served.documented("post", "/decision", unread).statusCode()).isEqualTo(415);
        HttpResponse<String> deleted = served.send(served.request("/runs").DELETE());
        assertThat(deleted.statusCode()).isEqualTo(405);
        assertThat(served.documented("get", "/runs", deleted).headers().firstValue("Allow"))
                .contains("GET, HEAD");
    }

    @ParameterizedTest
    @CsvSource({
        "/decision, prices_file holdings_file trades_file plan_file",
        "/regime, prices_file",
        "/portfolio-report, prices_file holdings_file",
        "/execution-discipline, prices_file trades_file plan_file"
    })
    void every_documented_part_may_be_uploaded(String path, String parts) throws IOException {
        JsonNode multipart = content("post", path, "requestBody").path("multipart/form-data");
        Map<String, byte[]> files = new LinkedHashMap<>();
        multipart.path("encoding").fieldNames().forEachRemaining(part -> files.put(part, sampleFor(part)));
        assertThat(files.keySet()).containsExactlyInAnyOrder(parts.split(" "));
        HttpResponse<String> answer = served.documented("post", path, upload(path, files));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void a_form_with_the_documented_fields_is_taken() throws IOException {
        JsonNode form = content("post", "/guardian", "requestBody").path("application/x-www-form-urlencoded");
        assertThat(Tree.referenced(form.path("schema"))).isEqualTo("GuardianForm");
        HttpResponse<String> answer = served.send(served.request("/guardian")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("account_size=100000&recent_losses=1")));
        assertThat(served.documented("post", "/guardian", answer).statusCode()).isEqualTo(200);
    }

    private static byte[] sampleFor(String part) {
        String name = part.replace("_file", "") + (part.equals("plan_file") ? ".json" : ".csv");
        try {
            return Files.readAllBytes(SAMPLE.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> upload(String path, Map<String, byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        files.forEach((part, content) -> {
            body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + part
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(UTF_8));
        });
        body.writeBytes("--edge--\r\n".getBytes(UTF_8));
        HttpRequest.Builder request = served.request(path)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return served.send(request);
    }

    private static HttpResponse<String> postJson(String path, String body) {
        return served.send(served.request(path)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static JsonNode content(String method, String path, String place) {
        return served.operation(method, path).path(place).path("content");
    }
}
