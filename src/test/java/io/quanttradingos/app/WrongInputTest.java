package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with an input is said with its name, line and column, whichever way it came, and leaves nothing behind. */
@Tag("one-java")
class WrongInputTest {
    private static final String PRICES_HEAD = "date,SPY,TLT\n2024-01-02,100,50\n";
    private static final String HOLDINGS_HEAD = "symbol,shares,avg_price,stop_price\nSPY,10,,\n";
    private static final String TRADES_HEAD = "date,symbol,side,entry_price,exit_price,shares,stop_price\n";
    private static final String BINARY = "\u0000\u0001\u0002PNG\u0003";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private long runsBefore;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
        Files.createDirectories(service.dataFolder().resolve("wrong"));
    }

    @AfterAll
    static void no_upload_is_left() throws IOException {
        Path uploads = service.stateFolder().resolve("uploads");
        // The server deletes them after it has answered.
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!isEmpty(uploads) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(uploads).isEmptyDirectory();
        service.close();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @BeforeEach
    void count_the_runs() {
        runsBefore = service.assembly().store().count();
    }

    @AfterEach
    void nothing_was_recorded() {
        assertThat(service.assembly().store().count()).isEqualTo(runsBefore);
    }

    /** A file with a fault, and what is to be said of it. */
    private record Fault(String input, String name, String content, int status, List<String> errors) {
        boolean fitsInline() {
            return !content.equals(BINARY) && !content.isEmpty() && !name.contains("cells");
        }

        @Override
        public String toString() {
            return input + "-" + name;
        }
    }

    private static Fault prices(String name, String content, String... errors) {
        return new Fault("prices", name, content, 400, List.of(errors));
    }

    private static Fault holdings(String name, String content, String... errors) {
        return new Fault("holdings", name, content, 400, List.of(errors));
    }

    private static Fault trades(String name, String rows, String... errors) {
        return new Fault("trades", name, rows, 400, List.of(errors));
    }

    private static List<Fault> faults() {
        return List.of(
                prices(
                        "nan",
                        PRICES_HEAD + "2024-01-03,NaN,51\n",
                        ":3 SPY is NaN; leave the cell empty where there is no price"),
                prices(
                        "duplicate-date",
                        PRICES_HEAD + "2024-01-02,101,51\n",
                        ":3 date 2024-01-02 is on line 2 already; give one row per day"),
                prices("negative", PRICES_HEAD + "2024-01-03,101,-3.2\n", ":3 TLT must be positive, was -3.2"),
                prices("zero", PRICES_HEAD + "2024-01-03,0,51\n", ":3 SPY must be positive, was 0"),
                prices("word", PRICES_HEAD + "2024-01-03,101,abc\n", ":3 TLT must be a number, was 'abc'"),
                prices(
                        "two-faults",
                        PRICES_HEAD + "2024-01-03,x,51\n2024-01-04,101,-1\n",
                        ":3 SPY must be a number, was 'x'",
                        ":4 TLT must be positive, was -1"),
                prices("too-few-cells", PRICES_HEAD + "2024-01-03,101\n", ":3 has 2 cells where the header has 3"),
                prices("too-many-cells", PRICES_HEAD + "2024-01-03,1,2,3\n", ":3 has 4 cells where the header has 3"),
                prices("no-date-column", "SPY,TLT\n1,2\n", ":1 must have the date in its first column, was 'SPY'"),
                prices(
                        "no-such-day",
                        PRICES_HEAD + "2024-02-30,101,51\n",
                        ":3 date must be a date such as 2024-01-31, written alike on every line, was '2024-02-30'"),
                prices("empty", "", " is empty (0 bytes)"),
                prices("no-rows-cells", "date,SPY\n", " has no rows under its header"),
                prices(
                        "binary",
                        BINARY,
                        " is not a text file: byte 1 is a control character (0x0); save it as CSV in UTF-8"),
                holdings("no-shares", "symbol\nSPY\n", ":1 shares (or quantity) is needed, the header is: symbol"),
                holdings(
                        "word",
                        HOLDINGS_HEAD + "QQQ,many,,\n",
                        ":3 shares must be a number such as 1234.5, was 'many'"),
                holdings("no-amount", HOLDINGS_HEAD + "QQQ,,,\n", ":3 shares must not be empty"),
                holdings(
                        "no-symbol",
                        HOLDINGS_HEAD + "A B!,5,,\n",
                        ":3 symbol must be 1 to 15 of A-Z 0-9 . ^ = _ -, was 'A B!'"),
                holdings("too-many-cells", HOLDINGS_HEAD + "QQQ,1,234,400,5\n", ":3 has 5 cells under a header of 4"),
                holdings("empty", "", " is empty; expected a header line and rows below it"),
                holdings("binary", BINARY, ":1 is not a text file: it holds the control character 0x00"),
                holdings(
                        "trades",
                        TRADES_HEAD + "2024-01-02,SPY,LONG,1,2,3,\n",
                        ":1 exit_price is a column of trades, not of holdings"),
                new Fault("holdings", "unknown-symbol", HOLDINGS_HEAD + "ZZZZ,5,,\n", 422, List.of()),
                trades(
                        "no-prices",
                        "date,symbol,side,shares\n2024-01-02,SPY,LONG,1\n",
                        ":1 entry_price is missing from the header",
                        ":1 exit_price is missing from the header"),
                trades(
                        "side",
                        TRADES_HEAD + "2024-01-02,SPY,UP,1,2,3,\n",
                        ":2 side must be LONG, SHORT, BUY or SELL, was 'UP'"),
                trades(
                        "negative",
                        TRADES_HEAD + "2024-01-02,SPY,LONG,-1,2,3,\n",
                        ":2 entry_price must be positive, was '-1'"),
                trades(
                        "date",
                        TRADES_HEAD + "someday,SPY,LONG,1,2,3,\n",
                        ":2 date must be a date like 2024-01-31, was 'someday'"),
                trades(
                        "too-many-cells",
                        TRADES_HEAD + "2024-01-02,SPY,LONG,1,2,3,,9\n",
                        ":2 has 8 cells under a header of 7"),
                trades("empty", "", " is empty; expected a header line and rows below it"));
    }

    private static Stream<Arguments> faultsInEveryWay() {
        List<Arguments> all = new ArrayList<>();
        for (Fault fault : faults()) {
            List<String> paths = switch (fault.input()) {
                case "prices" -> List.of("/decision", "/regime", "/portfolio-report");
                case "holdings" -> List.of("/decision", "/portfolio-report");
                default -> List.of("/decision", "/execution-discipline");
            };
            paths.forEach(path -> all.add(Arguments.of(path, fault)));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("faultsInEveryWay")
    void an_uploaded_file_is_refused_with_its_own_name_and_line(String path, Fault fault) {
        RequestSpecification request = Http.to(service)
                .multiPart(
                        fault.input() + "_file",
                        fault.name() + ".csv",
                        fault.content().getBytes(UTF_8));
        if (fault.input().equals("trades")) {
            request.multiPart("plan_file", "plan.json", Http.sample("plan.json"));
        }

        expect(fault, fault.name() + ".csv", request.post(path));
    }

    @ParameterizedTest
    @MethodSource("faultsInEveryWay")
    void a_file_in_the_data_folder_is_refused_by_the_name_the_request_gave_it(String path, Fault fault)
            throws IOException {
        String name = "wrong/" + fault + ".csv";
        Files.writeString(service.dataFolder().resolve(name), fault.content());
        Map<String, String> body = new HashMap<>();
        boolean ofDecision = path.equals("/decision") && fault.input().equals("trades");
        body.put((ofDecision ? "execution_" : "") + fault.input() + "_path", name);
        if (fault.input().equals("trades")) {
            body.put(ofDecision ? "execution_plan_path" : "plan_path", "sample/plan.json");
        }

        expect(fault, name, Http.json(service, body).post(path));
    }

    private static Stream<Arguments> inlineFaults() {
        return faultsInEveryWay().filter(fault -> ((Fault) fault.get()[1]).fitsInline());
    }

    @ParameterizedTest
    @MethodSource("inlineFaults")
    void inline_records_are_refused_by_the_line_they_stand_on(String path, Fault fault) {
        Map<String, Object> body = new HashMap<>();
        body.put(fault.input(), Inline.ofCsv(fault.content()));
        if (fault.input().equals("trades")) {
            body.put("plan", Http.tree(Http.sample("plan.json")));
        }

        expect(fault, fault.input(), Http.json(service, body).post(path));
    }

    private static void expect(Fault fault, String source, Response answer) {
        JsonNode problem = Http.problem(answer, fault.status());
        if (fault.name().equals("unknown-symbol")) {
            assertThat(problem.path("detail").asText()).endsWith(" of: ZZZZ");
        } else {
            assertThat(Http.errors(problem))
                    .containsExactlyElementsOf(
                            fault.errors().stream().map(error -> source + error).toList());
            assertThat(problem.path("detail").asText()).startsWith(source + ":");
        }
    }

    @Test
    void too_little_history_is_understood_but_not_usable() {
        String short30 = new String(Http.sample("prices.csv"), UTF_8)
                .lines()
                .limit(31)
                .reduce("", (all, line) -> all + line + "\n");

        for (String path : List.of("/decision", "/regime")) {
            JsonNode problem = Http.problem(
                    Http.to(service)
                            .multiPart("prices_file", "short.csv", short30.getBytes(UTF_8))
                            .post(path),
                    422);
            assertThat(problem.path("detail").asText())
                    .isEqualTo("the regime needs at least 70 closes of SPY, up to 2016-02-16 there are 30");
        }
    }

    @Test
    void a_date_before_all_prices_is_not_usable() {
        JsonNode problem =
                Http.problem(Http.json(service, Map.of("as_of", "2010-01-01")).post("/decision"), 422);

        assertThat(problem.path("detail").asText())
                .isEqualTo("as_of is 2010-01-01, before the first date of the prices, 2016-01-04");
    }

    @Test
    void a_plan_that_is_no_json_is_refused_with_its_line() {
        JsonNode malformed = planProblem("{\"allowed_regimes\": [\n\"Risk-On\",]}");
        JsonNode array = planProblem("[]");
        JsonNode wrongType = planProblem("{\"allowed_regimes\": [], \"account_size\": \"much\"}");

        assertThat(Http.errors(malformed))
                .containsExactly("plan.json:2 is not valid JSON at column 11: Unexpected character");
        assertThat(Http.errors(array)).containsExactly("plan.json:1 must be a JSON object");
        assertThat(Http.errors(wrongType)).containsExactly("plan.json account_size must be a number, was 'much'");
    }

    private static JsonNode planProblem(String plan) {
        return Http.problem(
                Http.to(service)
                        .multiPart("trades_file", "trades.csv", Http.sample("trades.csv"))
                        .multiPart("plan_file", "plan.json", plan.getBytes(UTF_8))
                        .post("/decision"),
                400);
    }

    @Test
    void a_body_that_is_no_json_is_refused_with_its_line() {
        for (String path : List.of("/decision", "/regime", "/portfolio-report", "/execution-discipline", "/guardian")) {
            JsonNode problem =
                    Http.problem(Http.json(service, "{\"a\":\n  [1,}").post(path), 400);

            assertThat(Http.errors(problem))
                    .containsExactly("body:2 is not valid JSON at column 6: Unexpected character");
            assertThat(problem.path("instance").asText()).isEqualTo(path);
        }
    }

    @Test
    void numbers_that_are_none_are_refused_without_a_word_about_the_parser() {
        JsonNode notANumber =
                Http.problem(Http.json(service, "{\"peak_equity\": NaN}").post("/decision"), 400);
        JsonNode asText =
                Http.problem(Http.json(service, "{\"peak_equity\": \"NaN\"}").post("/decision"), 400);
        JsonNode tooLarge =
                Http.problem(Http.json(service, "{\"peak_equity\": 1e999}").post("/decision"), 400);

        assertThat(Http.errors(notANumber))
                .containsExactly("body:1 is not valid JSON at column 20: Non-standard token 'NaN'");
        assertThat(Http.errors(asText)).containsExactly("request peak_equity must be positive, was NaN");
        assertThat(Http.errors(tooLarge)).containsExactly("request peak_equity must be positive, was Infinity");
    }

    @Test
    void json_without_end_is_refused_before_it_costs_anything() {
        String deep = "{\"plan\":" + "[".repeat(1000) + "]".repeat(1000) + "}";

        JsonNode problem = Http.problem(Http.json(service, deep).post("/decision"), 400);

        assertThat(Http.errors(problem))
                .containsExactly("body is nested too deeply, or holds a number or a text that is too long");
    }

    @Test
    void every_field_of_the_wrong_type_is_named_with_its_line() {
        String body = """
                {"peak_equity": [1],
                 "execution_score": "high",
                 "include_guardian": "perhaps",
                 "guardian_recent_losses": 1.5,
                 "holdings_path": {}}""";

        JsonNode problem = Http.problem(Http.json(service, body).post("/decision"), 400);

        assertThat(Http.errors(problem))
                .containsExactlyInAnyOrder(
                        "body:1 peak_equity must be a number, was [1]",
                        "body:2 execution_score must be a number, was \"high\"",
                        "body:3 include_guardian must be true or false, was \"perhaps\"",
                        "body:4 guardian_recent_losses must be a whole number, was 1.5",
                        "body:5 holdings_path must be a text, was {}");
    }

    @Test
    void every_field_out_of_its_range_is_named() {
        JsonNode problem = Http.problem(
                Http.json(
                                service,
                                Map.of(
                                        "peak_equity",
                                        -1,
                                        "execution_score",
                                        2,
                                        "as_of",
                                        "yesterday",
                                        "conventions",
                                        "mine",
                                        "guardian_trade_type",
                                        "yolo",
                                        "guardian_recent_losses",
                                        -1,
                                        "guardian_atr",
                                        0,
                                        "portfolio_id",
                                        "../x y"))
                        .post("/decision"),
                400);

        assertThat(Http.errors(problem))
                .containsExactlyInAnyOrder(
                        "request peak_equity must be positive, was -1.0",
                        "request execution_score must be from 0 to 1, was 2.0",
                        "request as_of must be a date such as 2019-06-28, was 'yesterday'",
                        "request conventions must be one of standard, seed, was 'mine'",
                        "request guardian_trade_type must be one of scalp, swing, earnings, was 'yolo'",
                        "request guardian_recent_losses must be 0 or more, was -1",
                        "request guardian_atr must be positive, was 0.0",
                        "request portfolio_id must match [A-Za-z0-9._/-]{1,80}, was '../x y'");
        assertThat(problem.path("detail").asText()).endsWith(" (and 7 more)");
    }

    @Test
    void a_wrong_query_parameter_is_named_as_one() {
        JsonNode wrong = Http.problem(Http.get(service, "/decision?peak_equity=much"), 400);
        JsonNode twice = Http.problem(Http.get(service, "/decision?peak_equity=1&peak_equity=2"), 400);

        assertThat(Http.errors(wrong)).containsExactly("query peak_equity must be a number, was \"much\"");
        assertThat(Http.errors(twice)).containsExactly("query peak_equity may be given once, was given 2 times");
    }

    @Test
    void inline_records_must_be_an_array_of_objects() {
        Map<String, String> expected = Map.of(
                "{}", "must be an array of objects",
                "[]", "must hold at least one object",
                "[7]", "must be an array of objects, has an element 7",
                "[{\"date\": [1]}]", "'date' must be a number or a text, was [1]");

        expected.forEach((prices, message) -> {
            JsonNode problem = Http.problem(
                    Http.json(service, "{\"prices\": " + prices + "}").post("/decision"), 400);
            assertThat(Http.errors(problem)).containsExactly("request prices " + message);
        });
    }

    @Test
    void an_input_may_be_given_in_one_way_only() {
        JsonNode problem = Http.problem(
                Http.to(service)
                        .multiPart("prices_file", "p.csv", Http.sample("prices.csv"))
                        .multiPart("prices_path", "sample/prices.csv")
                        .post("/decision"),
                400);

        assertThat(Http.errors(problem))
                .containsExactly(
                        "request prices may be given once: as a path, inline or as a file, was given in 2 ways");
    }

    @Test
    void trades_and_plan_need_each_other() {
        JsonNode planOnly = Http.problem(
                Http.json(service, Map.of("execution_plan_path", "sample/plan.json"))
                        .post("/decision"),
                400);
        JsonNode tradesOnly = Http.problem(
                Http.json(service, Map.of("execution_trades_path", "sample/trades.csv"))
                        .post("/decision"),
                400);
        JsonNode neither = Http.problem(Http.to(service).post("/execution-discipline"), 400);

        assertThat(Http.errors(planOnly))
                .containsExactly("request execution_trades_path is needed too: trades are judged against a plan");
        assertThat(Http.errors(tradesOnly))
                .containsExactly("request execution_plan_path is needed too: trades are judged against a plan");
        assertThat(Http.errors(neither))
                .containsExactly("request trades_path is required", "request plan_path is required");
    }

    @Test
    void an_upload_nobody_asked_for_is_refused() {
        JsonNode problem = Http.problem(
                Http.to(service)
                        .multiPart("price_file", "p.csv", Http.sample("prices.csv"))
                        .post("/decision"),
                400);

        assertThat(Http.errors(problem))
                .containsExactly("form price_file is not a file this takes; it takes holdings_file, plan_file,"
                        + " prices_file, trades_file");
    }

    @Test
    void a_multipart_body_without_parts_is_refused_rather_than_taken_for_an_empty_one() {
        for (String contentType : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
            JsonNode problem = Http.problem(
                    Http.to(service)
                            .config(io.restassured.config.RestAssuredConfig.config()
                                    .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                            .encodeContentTypeAs(
                                                    "multipart/form-data", io.restassured.http.ContentType.TEXT)))
                            .contentType(contentType)
                            .body("date,SPY\n2024-01-02,1\n")
                            .post("/decision"),
                    400);

            assertThat(problem.path("detail").asText()).contains("boundary");
        }
    }

    @Test
    void the_guardian_names_every_field_it_cannot_use() {
        JsonNode problem = Http.problem(
                Http.json(service, Map.of("account_size", -1, "trade_type", "x", "price", 0, "atr", -2))
                        .post("/guardian"),
                400);

        assertThat(Http.errors(problem))
                .containsExactlyInAnyOrder(
                        "request account_size must be greater than 0, was -1",
                        "request trade_type must be one of scalp, swing, earnings, was 'x'",
                        "request price must be greater than 0, was 0",
                        "request atr must be greater than 0, was -2");
    }
}
