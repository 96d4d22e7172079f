package io.quanttradingos.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.app.OtherServices;
import io.quanttradingos.app.ServiceUnderTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** The limits and defaults that the document gives for what is sent are those the service keeps to. */
@Tag("one-java")
class DocumentedLimitsTest {
    @TempDir
    static Path folder;

    private static OtherServices others;
    private static ServiceUnderTest service;
    private static ServedDocument served;

    /** The operations with a JSON body, each with fields that make it work. */
    private static final Map<String, String> BODIES = Map.of(
            "/decision",
            "{\"include_guardian\": true, \"guardian_price\": 410.5, \"guardian_atr\": 6.2}",
            "/regime",
            "{\"as_of\": \"2023-12-29\"}",
            "/portfolio-report",
            "{}",
            "/execution-discipline",
            "{\"trades_path\": \"sample/trades.csv\", \"plan_path\": \"sample/plan.json\","
                    + " \"regime_label\": \"Risk-On\"}",
            "/backtest",
            "{}",
            "/guardian",
            "{\"account_size\": 100000, \"price\": 410.5, \"atr\": 6.2}",
            "/sentiment-alert",
            "{\"symbol\": \"ACME\", \"as_of\": \"2026-01-30\", \"finnhub_key\": \"a-key\"}",
            "/insider-report",
            "{\"symbol\": \"ACME\", \"as_of\": \"2026-01-30\", \"finnhub_key\": \"a-key\"}",
            "/trade-journal",
            "{\"trades_path\": \"sample/journal.csv\", \"account_size\": 100000}",
            "/imports/preview",
            "{\"path\": \"sample/holdings.csv\"}");

    @BeforeAll
    static void start() throws Exception {
        others = OtherServices.start();
        others.answer(OtherServices.NEWS, List.of());
        others.answer(OtherServices.INSIDERS, Map.of("data", List.of()));
        service = ServiceUnderTest.in(folder, others.settings());
        served = ServedDocument.of(service);
        // what is heard is remembered, so that all later answers have it from memory
        BODIES.keySet().forEach(path -> send(new Sent("post", path, "", MissingNode.getInstance())));
    }

    @AfterAll
    static void stop() {
        service.close();
        others.close();
    }

    /** A field of a request with a value; a missing one leaves the field out. */
    private record Sent(String method, String path, String field, JsonNode value) {
        @Override
        public String toString() {
            return method + " " + path + " " + field + " = " + value;
        }
    }

    @Test
    void every_operation_with_a_body_is_tried() {
        List<String> documented = new ArrayList<>();
        served.tree().path("paths").properties().forEach(path -> {
            if (path.getValue().path("post").has("requestBody")) {
                documented.add(path.getKey());
            }
        });
        assertThat(BODIES.keySet()).containsExactlyInAnyOrderElementsOf(documented);
    }

    @ParameterizedTest
    @MethodSource("outside")
    void a_value_outside_is_refused_by_name(Sent sent) throws IOException {
        HttpResponse<String> answer = send(sent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Json.mapper().readTree(answer.body()).findValuesAsText("column"))
                .contains(sent.field());
    }

    @ParameterizedTest
    @MethodSource("onTheLimit")
    void a_value_on_the_limit_is_taken(Sent sent) {
        HttpResponse<String> answer = send(sent);
        // 404 where it names a source, and that has no bars
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 404, 422);
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void a_default_that_is_sent_changes_nothing(Sent sent) throws IOException {
        HttpResponse<String> without =
                send(new Sent(sent.method(), sent.path(), sent.field(), MissingNode.getInstance()));
        HttpResponse<String> with = send(sent);
        assertThat(without.statusCode()).as(without.body()).isEqualTo(200);
        assertThat(withoutIdentity(with)).isEqualTo(withoutIdentity(without));
    }

    static Stream<Sent> outside() {
        return sent((field, schema) -> {
            List<JsonNode> values = new ArrayList<>();
            boolean exclusive = schema.path("exclusiveMinimum").asBoolean();
            if (schema.has("minimum")) {
                values.add(number(schema, schema.get("minimum").asDouble() - (exclusive ? 0 : 1)));
            }
            if (schema.has("maximum") && schema.path("maximum").asLong() < Integer.MAX_VALUE) {
                values.add(number(schema, schema.get("maximum").asDouble() + 1));
            }
            if (schema.path("maximum").asLong() >= Integer.MAX_VALUE) {
                values.add(number(schema, schema.get("maximum").asDouble() * 2));
            }
            if (schema.has("enum")) {
                values.add(TextNode.valueOf("none-of-these"));
            }
            if (schema.has("minItems")) {
                values.add(Json.mapper().createArrayNode());
            }
            if (schema.has("pattern")) {
                values.add(TextNode.valueOf("not allowed here: é"));
            }
            if (schema.path("format").asText().equals("date")) {
                values.add(TextNode.valueOf("2019-02-30"));
            }
            if (!schema.path("type").asText().equals("string") && Tree.isScalar(schema)) {
                values.add(TextNode.valueOf("many"));
            }
            return values;
        });
    }

    static Stream<Sent> onTheLimit() {
        return sent((field, schema) -> {
            List<JsonNode> values = new ArrayList<>();
            if (schema.has("minimum") && !schema.path("exclusiveMinimum").asBoolean()) {
                values.add(number(schema, schema.get("minimum").asDouble()));
            }
            if (schema.has("maximum")) {
                values.add(number(schema, schema.get("maximum").asDouble()));
            }
            if (schema.path("nullable").asBoolean()) {
                values.add(NullNode.getInstance());
            }
            schema.path("enum").forEach(values::add);
            return values;
        });
    }

    static Stream<Sent> defaults() {
        return sent((field, schema) -> schema.has("default") ? List.of(schema.get("default")) : List.of());
    }

    private interface Values {
        List<JsonNode> of(String field, JsonNode schema);
    }

    private static Stream<Sent> sent(Values values) {
        List<Sent> all = new ArrayList<>();
        for (String path : BODIES.keySet().stream().sorted().toList()) {
            JsonNode content =
                    served.operation("post", path).path("requestBody").path("content");
            JsonNode schema = served.schema(
                    Tree.referenced(content.path("application/json").path("schema")));
            Tree.properties(schema)
                    .properties()
                    .forEach(field -> values.of(field.getKey(), field.getValue())
                            .forEach(value -> all.add(new Sent("post", path, field.getKey(), value))));
        }
        for (String path : List.of("/decision", "/runs")) {
            for (JsonNode parameter : served.operation("get", path).path("parameters")) {
                String name = parameter.path("name").asText();
                values.of(name, parameter.path("schema")).forEach(value -> all.add(new Sent("get", path, name, value)));
            }
        }
        assertThat(all).hasSizeGreaterThan(5);
        return all.stream();
    }

    private static JsonNode number(JsonNode schema, double value) {
        return schema.path("type").asText().equals("integer")
                ? LongNode.valueOf((long) value)
                : DoubleNode.valueOf(value);
    }

    private static HttpResponse<String> send(Sent sent) {
        try {
            if (sent.method().equals("get")) {
                String query = sent.value().isMissingNode()
                        ? ""
                        : "?" + sent.field() + "="
                                + URLEncoder.encode(sent.value().asText(), StandardCharsets.UTF_8);
                return served.send(served.request(sent.path() + query));
            }
            ObjectNode body = (ObjectNode) Json.mapper().readTree(BODIES.get(sent.path()));
            body.remove(sent.field());
            if (!sent.value().isMissingNode()) {
                body.set(sent.field(), sent.value());
            }
            return served.postJson(sent.path(), body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** An answer without what depends on the runs before it: its id, the chain of receipts, the trend of scores. */
    private static JsonNode withoutIdentity(HttpResponse<String> answer) throws IOException {
        JsonNode tree = Json.mapper().readTree(answer.body());
        if (tree instanceof ObjectNode object) {
            object.remove(List.of("run_id", "compliance_trend"));
            if (object.get("receipt") instanceof ObjectNode receipt) {
                receipt.remove(List.of("previous", "digest"));
            }
        }
        return tree;
    }
}
