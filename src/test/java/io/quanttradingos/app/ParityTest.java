package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.Decided;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.pipeline.GuardianWish;
import io.quanttradingos.schedule.Schedule;
import io.restassured.response.Response;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same request through every door, and through plain Java, gives the same decision. */
class ParityTest {
    private static final String AS_OF = "2021-11-30";
    private static final double PEAK = 110_000;

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private JsonNode expected;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder, Map.of("qtos.inbox.enabled", "true"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void decide_over_http_with_a_json_body() {
        expected = comparable(Http.decide(service, fields()));
    }

    @Test
    void it_is_a_decision_with_every_part() {
        assertThat(expected.at("/execution_discipline/source").asText()).isEqualTo("trades");
        assertThat(expected.at("/guardian_guardrails/guardian_decision").isObject())
                .isTrue();
        assertThat(expected.at("/decision/waterfall")).hasSizeGreaterThan(5);
        assertThat(expected.at("/receipt/inputs")).hasSize(4);
    }

    @Test
    void by_query() {
        StringBuilder query = new StringBuilder();
        fields().forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(value));

        same(Http.get(service, "/decision" + query));
    }

    @Test
    void by_form() {
        StringBuilder form = new StringBuilder();
        fields().forEach((name, value) ->
                form.append(form.isEmpty() ? "" : "&").append(name).append('=').append(value));

        same(Http.to(service)
                .contentType("application/x-www-form-urlencoded")
                .body(form.toString())
                .post("/decision"));
    }

    @Test
    void by_upload() {
        same(Http.to(service)
                .multiPart("prices_file", "one.csv", Http.sample("prices.csv"))
                .multiPart("holdings_file", "two.csv", Http.sample("holdings.csv"))
                .multiPart("trades_file", "three.csv", Http.sample("trades.csv"))
                .multiPart("plan_file", "four.json", Http.sample("plan.json"))
                .multiPart("as_of", AS_OF)
                .multiPart("peak_equity", Double.toString(PEAK))
                .multiPart("include_guardian", "true")
                .multiPart("guardian_price", "200")
                .multiPart("guardian_atr", "4")
                .multiPart("portfolio_id", "parity")
                .post("/decision"));
    }

    @Test
    void inline_but_for_the_digests_of_what_was_sent() {
        Map<String, Object> body = new LinkedHashMap<>(fields());
        for (String path : List.of("prices_path", "holdings_path", "execution_trades_path", "execution_plan_path")) {
            body.remove(path);
        }
        body.put("prices", Inline.records("prices.csv"));
        body.put("holdings", Inline.records("holdings.csv"));
        body.put("trades", Inline.records("trades.csv"));
        body.put("plan_json", new String(Http.sample("plan.json"), UTF_8));
        JsonNode answer = comparable(Http.decide(service, body));

        assertThat(withoutDigests(answer)).isEqualTo(withoutDigests(expected));
    }

    @Test
    void by_the_command_line() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exit = Qtos.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "decide",
                "--json",
                "--data-dir=" + service.dataFolder(),
                "--state-dir=" + folder.resolve("state-of-command"),
                "--prices=" + service.dataFolder().resolve("sample/prices.csv"),
                "--holdings=" + service.dataFolder().resolve("sample/holdings.csv"),
                "--trades=" + service.dataFolder().resolve("sample/trades.csv"),
                "--plan=" + service.dataFolder().resolve("sample/plan.json"),
                "--as-of=" + AS_OF,
                "--peak-equity=" + PEAK,
                "--guardian",
                "--guardian-price=200",
                "--guardian-atr=4",
                "--portfolio-id=parity");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(comparable(Http.tree(out.toString().getBytes(UTF_8)))).isEqualTo(expected);
    }

    @Test
    void by_plain_java_without_any_route() {
        DecisionRequest request = new DecisionRequest(
                file("prices.csv"),
                file("holdings.csv"),
                LocalDate.parse(AS_OF),
                PEAK,
                null,
                file("trades.csv"),
                file("plan.json"),
                new GuardianWish(200.0, 4.0, "swing", 0),
                "parity",
                null,
                Conventions.STANDARD,
                Door.COMMAND,
                null,
                List.of());

        Decided decided = service.assembly().pipeline().decide(request);
        byte[] answer = service.assembly()
                .decisions()
                .decision(service.assembly().recorder().record(decided));

        assertThat(comparable(Http.tree(answer))).isEqualTo(expected);
    }

    @Test
    void by_a_job_dropped_in_the_inbox() throws Exception {
        Path job = Files.write(service.dataFolder().resolve("parity.aside"), Json.bytes(fields()));
        Files.move(job, service.dataFolder().resolve("inbox/parity.json"), StandardCopyOption.ATOMIC_MOVE);

        Path result = service.dataFolder().resolve("outbox/parity.json.decision.json");
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(result));

        assertThat(comparable(Http.tree(Files.readAllBytes(result)))).isEqualTo(expected);
    }

    /** A tick knows no fields: it decides on the defaults, as an empty request does. */
    @Test
    void by_a_tick_of_the_timer(@TempDir Path other) throws Exception {
        List<String> answers = new CopyOnWriteArrayList<>();
        try (Assembly scheduled = new Assembly(ServiceUnderTest.settings(other, Map.of()))) {
            Doors.ofSchedule(scheduled, new Schedule.EveryMinutes(60), answers::add);
            await().atMost(Duration.ofSeconds(30)).until(() -> !answers.isEmpty());
        }
        JsonNode byTick = Http.tree(answers.get(0).getBytes(UTF_8));
        try (ServiceUnderTest fresh = ServiceUnderTest.in(other.resolve("fresh"))) {
            ObjectNode byRequest = (ObjectNode) Http.decide(fresh, Map.of());
            for (JsonNode answer : List.of(byTick, byRequest)) {
                ((ObjectNode) answer).remove("run_id");
                ((ObjectNode) answer.path("receipt")).remove(List.of("previous", "digest"));
            }
            assertThat(byTick).isEqualTo(byRequest);
        }
    }

    private static Source file(String sample) {
        return new Source.InFolder("sample/" + sample);
    }

    private static Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("prices_path", "sample/prices.csv");
        fields.put("holdings_path", "sample/holdings.csv");
        fields.put("execution_trades_path", "sample/trades.csv");
        fields.put("execution_plan_path", "sample/plan.json");
        fields.put("as_of", AS_OF);
        fields.put("peak_equity", PEAK);
        fields.put("include_guardian", true);
        fields.put("guardian_price", 200);
        fields.put("guardian_atr", 4);
        fields.put("portfolio_id", "parity");
        return fields;
    }

    private void same(Response answer) {
        assertThat(comparable(Http.ok(answer))).isEqualTo(expected);
    }

    /** Without what names the run and its place in the chain, and the trend, which counts the judgements before. */
    private static JsonNode comparable(JsonNode answer) {
        ObjectNode comparable = answer.deepCopy();
        comparable.remove("run_id");
        ObjectNode receipt = (ObjectNode) comparable.path("receipt");
        receipt.remove(List.of("previous", "digest"));
        ((ObjectNode) comparable.at("/execution_discipline/report")).remove("compliance_trend");
        return comparable;
    }

    private static JsonNode withoutDigests(JsonNode answer) {
        ObjectNode without = answer.deepCopy();
        without.at("/receipt/inputs").forEach(input -> ((ObjectNode) input).remove("sha256"));
        return without;
    }
}
