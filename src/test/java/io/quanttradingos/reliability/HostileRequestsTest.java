package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.app.ServiceUnderTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What an enemy would send, each kind by itself: into every field that the service documents. */
@Tag("one-java")
class HostileRequestsTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String MARK = "hostile-mark";

    /** Every text in every field; otherwise each text goes into one field of so many. */
    private static final boolean ALL_PAIRS = Boolean.getBoolean("hostile.all");

    private static final int EACH = 8;

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(
                folder,
                Map.of(
                        "finnhub.base.url",
                        FuzzExperiment.NOBODY,
                        "openai.base.url",
                        FuzzExperiment.NOBODY,
                        "qtos.max.body.bytes",
                        "4000000"));
        document = Json.mapper().readTree(get("/openapi.json").body());
        Files.writeString(folder.resolve("outside.csv"), "date,SPY\n2024-01-02,100\n" + MARK + ",1\n");
        Files.createSymbolicLink(service.dataFolder().resolve("link.csv"), folder.resolve("outside.csv"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<byte[]> get(String target) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(service.baseUri() + target)).build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> post(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(service.baseUri() + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> json(String path, Object body) throws IOException, InterruptedException {
        return post(path, "application/json", Json.bytes(body));
    }

    private static void expectProper(HttpResponse<byte[]> answer, String asked) {
        assertThat(AnswerRules.violations(
                        answer.request().method(), answer.statusCode(), answer.headers(), answer.body()))
                .as("%s → %s", asked, new String(answer.body(), UTF_8))
                .isEmpty();
    }

    /** A text field of a JSON body that the document knows. */
    private record TextField(String path, String name, ObjectNode others) {
        ObjectNode with(String value) {
            return others.deepCopy().put(name, value);
        }
    }

    private static List<TextField> textFields() {
        ValueFuzz values = new ValueFuzz(document);
        List<TextField> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            JsonNode body = values.resolved(path.getValue().at("/post/requestBody/content/application~1json/schema"));
            ObjectNode required = Json.mapper().createObjectNode();
            body.path("required")
                    .forEach(name -> required.set(
                            name.asText(), values.property(body, name.asText()).path("example")));
            for (String name : names(body)) {
                JsonNode schema = values.property(body, name);
                if (schema.path("type").asText().equals("string")) {
                    fields.add(new TextField(path.getKey(), name, required));
                }
            }
        }
        return fields;
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Stream<String> hostileTexts() {
        return Stream.concat(
                HostileTexts.ALL.stream(),
                Stream.of("x".repeat(1_000_000), "\n".repeat(10_000), "\u0000".repeat(10_000)));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void every_text_field_takes_a_hostile_text_as_a_text(String text) throws Exception {
        List<TextField> fields = textFields();
        int number = hostileTexts().toList().indexOf(text);
        for (int i = ALL_PAIRS ? 0 : number % EACH; i < fields.size(); i += ALL_PAIRS ? 1 : EACH) {
            TextField field = fields.get(i);
            HttpResponse<byte[]> answer = json(field.path(), field.with(text));

            expectProper(answer, field.path() + " " + field.name());
            assertThat(new String(answer.body(), UTF_8))
                    .as("%s %s computes nothing", field.path(), field.name())
                    .doesNotContain("Exchange[", "HttpMessage", System.getProperty("user.home"));
        }
        assertThat(fields).as("the document has text fields").hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.csv",
                "../../../../../../../../etc/passwd",
                "/etc/passwd",
                "link.csv",
                "sample/../../outside.csv",
                "sample/prices.csv\u0000",
                "..%2foutside.csv",
                "%2e%2e/outside.csv",
                "..\\outside.csv",
                "file:../outside.csv",
                "sample//..//..//outside.csv",
                "./././../outside.csv",
                "\uff0e\uff0e/outside.csv",
            })
    void every_field_that_names_a_file_stays_inside_the_data_folder(String path) throws Exception {
        int asked = 0;
        for (TextField field : textFields()) {
            if (field.name().endsWith("_path")) {
                HttpResponse<byte[]> answer = json(field.path(), field.with(path));

                expectProper(answer, field.path() + " " + field.name());
                assertThat(answer.statusCode())
                        .as("%s %s", field.path(), field.name())
                        .isIn(400, 404);
                assertThat(new String(answer.body(), UTF_8)).doesNotContain(MARK, "root:", folder.toString());
                asked++;
            }
        }
        assertThat(asked).as("the document has such fields").isGreaterThan(8);
    }

    @Test
    void a_number_out_of_its_bounds_is_refused_where_it_is_used_too() throws Exception {
        for (int bars : new int[] {0, 1001}) {
            Map<String, Object> body = Map.of("sizing", "risk_percent", "atr_bars", bars);
            assertThat(json("/backtest", body).statusCode()).isEqualTo(400);
            body = Map.of("sizing", "vol_target", "volatility_bars", bars);
            assertThat(json("/backtest", body).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_date_that_no_market_has_seen_or_will_is_refused() throws Exception {
        for (String path : List.of("/decision", "/regime", "/portfolio-report")) {
            for (String date : List.of("+999999999-12-31", "-999999999-01-01", "0000-01-01")) {
                assertThat(json(path, Map.of("as_of", date)).statusCode()).isEqualTo(400);
            }
        }
    }

    @Test
    void a_path_of_any_length_is_refused() throws Exception {
        for (String path : List.of("a/".repeat(100_000), "../".repeat(100_000) + "etc/passwd", "a".repeat(5000))) {
            HttpResponse<byte[]> answer = json("/decision", Map.of("prices_path", path));

            expectProper(answer, "a long path");
            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(answer.body()).hasSizeLessThan(2000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../evil.csv",
                "/etc/cron.d/evil",
                "..\\evil.csv",
                "a\u0000b.csv",
                "${exchange}.csv",
                "{{env:HOME}}.csv",
                "<script>hostile()</script>.csv",
                "=1+1.csv",
                "\u202evsc.live",
                " ",
                "."
            })
    void the_name_of_an_upload_is_words_and_nothing_else(String name) throws Exception {
        byte[] part = ("--b\r\nContent-Disposition: form-data; name=\"prices_file\"; filename=\"" + name
                        + "\"\r\n\r\ndate,SPY\n2024-01-02,x\n\r\n--b--\r\n")
                .getBytes(UTF_8);

        HttpResponse<byte[]> answer = post("/decision", "multipart/form-data; boundary=b", part);

        expectProper(answer, name);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Path.of("/etc/cron.d/evil")).doesNotExist();
        for (Path parent = service.stateFolder().resolve("uploads"); parent != null; parent = parent.getParent()) {
            assertThat(parent.resolve("evil.csv")).doesNotExist();
        }
    }

    @Test
    void headers_and_parameters_that_look_like_controls_control_nothing() throws Exception {
        List<String> controls = List.of(
                "CamelHttpUri",
                "CamelHttpPath",
                "CamelHttpMethod",
                "CamelHttpResponseCode",
                "CamelBeanMethodName",
                "CamelFileName",
                "camelhttpresponsecode",
                "org.apache.camel.x",
                "run_id",
                "QtosWork",
                "operationName");
        byte[] plain = get("/decision?execution_score=0.5").body();
        for (String control : controls) {
            HttpResponse<byte[]> byHeader = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(service.baseUri() + "/decision?execution_score=0.5"))
                            .header(control, "418")
                            .build(),
                    BodyHandlers.ofByteArray());
            HttpResponse<byte[]> byQuery = get("/decision?execution_score=0.5&" + control + "=418");

            for (HttpResponse<byte[]> answer : List.of(byHeader, byQuery)) {
                expectProper(answer, control);
                assertThat(answer.statusCode()).as(control).isEqualTo(200);
                assertThat(answer.headers().map().keySet()).noneMatch(name -> name.equalsIgnoreCase(control));
                assertThat(decided(answer.body())).isEqualTo(decided(plain));
            }
        }
        assertThat(service.assembly().store().verifyChain().ok()).isTrue();
    }

    private static JsonNode decided(byte[] answer) throws IOException {
        return Json.mapper().readTree(answer).path("decision");
    }

    @Test
    void a_line_break_in_a_query_adds_no_header() throws Exception {
        for (String path : List.of("/runs/", "/decision?as_of=", "/docs/", "/nothing/")) {
            HttpResponse<byte[]> answer = get(path
                    + URLEncoder.encode("a\r\nX-Hostile: 1\r\nSet-Cookie: a=b", UTF_8)
                            .replace("+", "%20"));

            expectProper(answer, path);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000, 500_000})
    void json_that_is_too_deep_is_refused(int depth) throws Exception {
        for (String open : List.of("[", "{\"a\":")) {
            String deep = "{\"prices\":" + open.repeat(depth) + "1";
            for (String path : List.of("/decision", "/guardian", "/backtest", "/trade-journal")) {
                HttpResponse<byte[]> answer = post(path, "application/json", deep.getBytes(UTF_8));

                expectProper(answer, path);
                assertThat(answer.statusCode()).isEqualTo(400);
            }
        }
    }

    @Test
    void json_with_very_many_fields_or_very_long_numbers_is_refused() throws Exception {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 200_000; i++) {
            many.append("\"f").append(i).append("\":1,");
        }
        expectProper(
                post(
                        "/decision",
                        "application/json",
                        many.append("\"z\":1}").toString().getBytes(UTF_8)),
                "many");
        String number = "{\"execution_score\":" + "9".repeat(1_000_000) + "}";
        HttpResponse<byte[]> answer = post("/decision", "application/json", number.getBytes(UTF_8));
        expectProper(answer, "a long number");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_bomb_is_refused_before_it_has_grown() throws Exception {
        byte[] zeros = new byte[64 * 1024 * 1024];
        for (byte[] bomb : List.of(
                FileFuzz.gzip(zeros),
                FileFuzz.zip(zeros),
                FileFuzz.gzip(FileFuzz.gzip(zeros)),
                FileFuzz.zip("xl/sharedStrings.xml", zeros))) {
            for (String part : List.of(
                    "/decision prices_file",
                    "/decision trades_file",
                    "/portfolio-report holdings_file",
                    "/backtest csv_file",
                    "/trade-journal csv_file",
                    "/imports/preview file",
                    "/trade-journal journal_file")) {
                String[] words = part.split(" ");
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                body.writeBytes(
                        ("--b\r\nContent-Disposition: form-data; name=\"" + words[1] + "\"; filename=\"bomb\"\r\n\r\n")
                                .getBytes(UTF_8));
                body.writeBytes(bomb);
                body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));

                HttpResponse<byte[]> answer = post(words[0], "multipart/form-data; boundary=b", body.toByteArray());

                expectProper(answer, part);
                assertThat(answer.statusCode()).as(part).isIn(400, 413);
            }
        }
    }

    @Test
    void a_small_table_that_is_large_is_refused_whether_or_not_it_is_packed(@TempDir Path other) throws Exception {
        byte[] rows = "date,symbol,side\n".repeat(700_000).getBytes(UTF_8);
        try (ServiceUnderTest usual = ServiceUnderTest.in(other)) {
            for (byte[] body : List.of(rows, FileFuzz.gzip(rows), FileFuzz.gzip(new byte[48 * 1024 * 1024]))) {
                HttpResponse<byte[]> answer = CLIENT.send(
                        HttpRequest.newBuilder(URI.create(usual.baseUri() + "/trade-journal"))
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofByteArray());

                expectProper(answer, "a large journal");
                assertThat(answer.statusCode()).isIn(400, 413);
                assertThat(new String(answer.body(), UTF_8)).containsAnyOf("16777216 bytes", "2000000 cells");
            }
        }
    }

    @Test
    void a_table_as_csv_holds_nothing_that_a_spreadsheet_computes() throws Exception {
        HttpResponse<byte[]> answer = get("/regime?series=true&format=csv");
        if (answer.statusCode() == 405) {
            answer = json("/regime", Map.of("series", true, "format", "csv"));
        }

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        expectProper(answer, "the regime of every date");
    }
}
