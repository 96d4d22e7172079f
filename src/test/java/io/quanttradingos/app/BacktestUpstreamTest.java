package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.SharedData;
import io.quanttradingos.api.Json;
import io.quanttradingos.api.ReplayAnswer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars that a service is asked for: as the service has them, or the run is refused; what was used is in the record. */
@Tag("one-java")
class BacktestUpstreamTest {
    private static final int TIMEOUT_MILLIS = 1_500;
    private static final String YAHOO_FILE = "data/json/yahoo_chart_MUV2.DE_01.json";
    private static final Map<String, Object> FROM_DATA_SERVICE =
            Map.of("data_source", "data_service", "symbol", "brk-b", "strategy_type", "sma_cross");
    private static final Map<String, Object> FROM_YAHOO = Map.of("data_source", "yahoo", "symbol", "SPY");

    /** Each its own, so that no test counts among another's trials. */
    private static final AtomicInteger CALLERS = new AtomicInteger();

    @TempDir
    static Path folder;

    private static Peer peer;
    private static ServiceUnderTest service;
    private static ServiceUnderTest nobody;

    @BeforeAll
    static void start() throws IOException {
        peer = Peer.start();
        service = service("a", peer.address());
        try (ServerSocket unused = new ServerSocket(0)) {
            nobody = service("b", "http://127.0.0.1:" + unused.getLocalPort());
        }
    }

    private static ServiceUnderTest service(String name, String address) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("qtos.price.sources", "data_service,yahoo");
        settings.put("data.service.url", address + "/");
        settings.put("yahoo.base.url", address);
        settings.put("qtos.upstream.timeout.millis", Integer.toString(TIMEOUT_MILLIS));
        settings.put("qtos.upstream.retries", "0");
        settings.put("qtos.upstream.cache.minutes", "0");
        settings.put("qtos.upstream.breaker.calls", "10000");
        return ServiceUnderTest.in(folder.resolve(name), settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        nobody.close();
        peer.close();
    }

    @BeforeEach
    void nothing_was_asked_yet() {
        peer.asked();
    }

    /** The sample's bars as the data service serves them. */
    private static List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, String> bar : Inline.records("ohlcv.csv")) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("symbol", "BRK-B");
            row.put("timestamp", bar.get("date") + "T00:00:00Z");
            for (String price : List.of("open", "high", "low", "close")) {
                row.put(price, Double.parseDouble(bar.get(price)));
            }
            row.put("volume", Long.parseLong(bar.get("volume")));
            rows.add(row);
        }
        return rows;
    }

    private static String text(Object json) {
        return new String(Json.bytes(json), UTF_8);
    }

    /** The same bars from a file give the same run; only where they came from differs. */
    private static JsonNode theSampleFrom(String source) {
        Map<String, Object> asked =
                with(with(FROM_DATA_SERVICE, "data_source", source), "caller", "caller-" + CALLERS.incrementAndGet());
        JsonNode answer = Backtesting.ok(service, asked);
        Map<String, Object> ofFile = with(with(asked, "data_source", "csv"), "csv_path", "sample/ohlcv.csv");
        ObjectNode expected = Backtesting.comparable(Backtesting.ok(service, ofFile));
        ((ObjectNode) expected.path("data")).put("source", source);
        assertThat(answer.at("/data/names/0").asText()).isEqualTo("fetched BRK-B from " + source);
        assertThat(answer.path("num_trades").asInt()).isGreaterThan(10);
        assertThat(Backtesting.comparable(answer)).isEqualTo(expected);
        return answer;
    }

    @Test
    void bars_come_from_the_data_service_as_a_list() {
        peer.answers(200, text(rows()));

        theSampleFrom("data_service");

        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(peer.asked())
                .singleElement()
                .asString()
                .matches("/prices/BRK-B\\?start_date=(%s|%s)T00:00:00Z&end_date=\\S+T23:59:59Z&days=36[67]&limit=1000"
                        .formatted(today.minusYears(1), today.minusDays(1).minusYears(1)));
    }

    @Test
    void bars_come_from_the_data_service_newest_first_in_an_object() {
        List<Map<String, Object>> rows = rows();
        Collections.reverse(rows);
        peer.answers(200, text(Map.of("symbol", "BRK-B", "count", rows.size(), "data", rows)));

        theSampleFrom("data_service");
    }

    @ParameterizedTest
    @CsvSource({"1mo, 31", "3mo, 92", "6mo, 184", "1y, 366", "2y, 731", "5Y, 1827", "10y, 3653", "max, 30000"})
    void the_period_says_how_far_back_is_asked(String period, int daysAtMost) {
        peer.answers(200, text(rows()));

        Backtesting.ok(service, with(FROM_DATA_SERVICE, "period", period));

        String path = peer.asked().get(0);
        LocalDate from = LocalDate.parse(path.substring(path.indexOf("start_date=") + 11, path.indexOf("T00")));
        LocalDate to = LocalDate.parse(path.substring(path.indexOf("end_date=") + 9, path.indexOf("T23")));
        long days = to.toEpochDay() - from.toEpochDay();
        // the service is asked for a thousand days at a time, the newest first
        long atOnce = Math.min(daysAtMost, 999);
        assertThat(days).isBetween(atOnce * 95 / 100, atOnce);
    }

    @Test
    void dates_cut_what_was_fetched_as_they_cut_a_file() {
        peer.answers(200, text(rows()));

        JsonNode answer =
                Backtesting.ok(service, with(with(FROM_DATA_SERVICE, "start", "2018-01-01"), "end", "2018-12-31"));

        assertThat(answer.at("/data/first").asText()).isEqualTo("2018-01-02");
        assertThat(answer.at("/data/last").asText()).isEqualTo("2018-12-31");
    }

    /** Yahoo's shape with a split in it: half of the prices before it are twice as high as adjusted. */
    private static String chart(boolean adjusted) {
        Map<String, List<Object>> quote = new LinkedHashMap<>();
        List<Object> times = new ArrayList<>();
        List<Object> adjustedCloses = new ArrayList<>();
        List<Map<String, Object>> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            double factor = adjusted && i < rows.size() / 2 ? 2 : 1;
            LocalDate date = LocalDate.parse(Objects.requireNonNull(rows.get(i).get("timestamp"))
                    .toString()
                    .substring(0, 10));
            times.add(date.atTime(14, 30).toEpochSecond(ZoneOffset.UTC));
            for (String price : List.of("open", "high", "low", "close")) {
                quote.computeIfAbsent(price, name -> new ArrayList<>())
                        .add((double) Objects.requireNonNull(rows.get(i).get(price)) * factor);
            }
            quote.computeIfAbsent("volume", name -> new ArrayList<>())
                    .add(rows.get(i).get("volume"));
            adjustedCloses.add(rows.get(i).get("close"));
        }
        times.add(LocalDate.parse("2024-01-02").atTime(14, 30).toEpochSecond(ZoneOffset.UTC));
        quote.values().forEach(column -> column.add(null));
        adjustedCloses.add(null);
        Map<String, Object> indicators = new LinkedHashMap<>();
        indicators.put("quote", List.of(quote));
        if (adjusted) {
            indicators.put("adjclose", List.of(Map.of("adjclose", adjustedCloses)));
        }
        return text(Map.of(
                "chart",
                Map.of(
                        "result",
                        List.of(Map.of(
                                "meta",
                                Map.of("gmtoffset", -18_000, "symbol", "BRK-B"),
                                "timestamp",
                                times,
                                "indicators",
                                indicators)))));
    }

    @Test
    void bars_come_from_a_yahoo_chart_and_the_one_without_a_close_is_left_out() {
        peer.answers(200, chart(false));

        theSampleFrom("yahoo");

        assertThat(peer.asked()).hasSize(1).allMatch(path -> path.startsWith("/v8/finance/chart/BRK-B?period1="));
    }

    @Test
    void a_split_of_a_yahoo_chart_is_no_loss_because_the_bars_are_adjusted() {
        peer.answers(200, chart(true));

        assertThat(replay(theSampleFrom("yahoo")).identical()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"yahoo, false, always", "data_service, true, never"})
    void what_adjusted_cannot_change_is_told(String source, boolean adjusted, String how) {
        peer.answers(200, source.equals("yahoo") ? chart(true) : text(rows()));

        JsonNode answer =
                Backtesting.ok(service, with(with(FROM_DATA_SERVICE, "data_source", source), "adjusted", adjusted));

        assertThat(answer.path("warnings").toString())
                .contains("adjusted was left aside: the bars of " + source + " are " + how + " adjusted here.");
        assertThat(replay(answer).identical()).isTrue();
        assertThat(replay(Backtesting.ok(
                                service, with(with(FROM_DATA_SERVICE, "data_source", source), "adjusted", !adjusted)))
                        .identical())
                .isTrue();
    }

    /** What Yahoo answered once has closes alone: the bars are what they can be, and it is said. */
    @Test
    void a_recorded_chart_with_closes_alone_is_bought_at_its_second_close_and_held_to_its_last() throws IOException {
        String recorded = Files.readString(SharedData.file(YAHOO_FILE));
        peer.answers(200, recorded);

        JsonNode answer = Backtesting.ok(
                service,
                Map.of(
                        "data_source", "yahoo",
                        "symbol", "MUV2.DE",
                        "quantity", 10,
                        "half_spread_bps", 0,
                        "slippage_bps", 0));

        JsonNode result = Json.mapper().readTree(recorded).at("/chart/result/0");
        List<Double> closes = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < result.path("timestamp").size(); i++) {
            JsonNode close = result.at("/indicators/adjclose/0/adjclose").path(i);
            if (!result.at("/indicators/quote/0/close").path(i).isNull()) {
                closes.add(close.asDouble());
                days.add(LocalDate.ofInstant(
                        Instant.ofEpochSecond(result.path("timestamp").path(i).asLong()
                                + result.at("/meta/gmtoffset").asLong()),
                        ZoneOffset.UTC));
            }
        }
        double profit = 10 * (closes.get(closes.size() - 1) - closes.get(1));
        assertThat(answer.at("/data/bars").asInt()).isEqualTo(123);
        assertThat(answer.at("/data/first").asText()).isEqualTo(days.get(0).toString());
        assertThat(answer.at("/data/last").asText())
                .isEqualTo(days.get(days.size() - 1).toString());
        assertThat(answer.at("/metrics/total_pnl").asDouble()).isEqualTo(profit, within(1e-6));
        assertThat(answer.path("warnings").toString())
                .contains("there is no open, high and low: each bar has its close for all of them");
        assertThat(replay(answer).identical()).isTrue();
    }

    @Test
    void the_originals_definitions_hold_for_fetched_bars_too() {
        peer.answers(200, text(rows()));
        Map<String, Object> seed = Map.of("conventions", "seed", "data_source", "data_service", "symbol", "SPY");

        JsonNode answer = Backtesting.ok(service, seed);

        List<Map<String, Object>> rows = rows();
        double first = (double) Objects.requireNonNull(rows.get(0).get("close"));
        double last = (double) Objects.requireNonNull(rows.get(rows.size() - 1).get("close"));
        assertThat(answer.at("/metrics/total_pnl").asDouble()).isEqualTo(50 * (last - first), within(1e-6));
        assertThat(service.assembly()
                        .replayAnswers()
                        .of(Backtesting.lastRun(service).runId())
                        .identical())
                .isTrue();
    }

    @Test
    void a_run_replays_with_the_peer_gone() throws IOException {
        Peer other = Peer.start();
        Path place = folder.resolve("gone");
        String runId;
        try (ServiceUnderTest once = ServiceUnderTest.in(
                place, Map.of("qtos.price.sources", "data_service", "data.service.url", other.address()))) {
            other.answers(200, text(rows()));
            runId = Backtesting.ok(once, FROM_DATA_SERVICE).path("run_id").asText();
        }
        other.close();

        try (ServiceUnderTest again = ServiceUnderTest.in(place)) {
            assertThat(again.assembly().replayAnswers().of(runId).identical()).isTrue();
            byte[] kept = again.assembly()
                    .store()
                    .content(Http.ok(Http.get(again, "/runs/" + runId))
                            .at("/receipt/inputs/0/sha256")
                            .asText())
                    .orElseThrow();
            assertThat(new String(kept, UTF_8))
                    .startsWith("date,open,high,low,close,volume\n2016-01-04,201.5,202.03,200.98,201.35,67463100\n");
        }
    }

    @Test
    void a_path_beside_a_service_is_left_aside_and_told() {
        peer.answers(200, text(rows()));

        JsonNode answer = Backtesting.ok(service, with(FROM_DATA_SERVICE, "csv_path", "none.csv"));

        assertThat(answer.path("warnings").toString())
                .contains("csv_path was left aside: the bars come from data_service.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data_service | 404 | '{\"detail\":\"no such symbol\"}' | 404 | data_service has no bars of SPY for the period 1y",
                "data_service | 200 | '[]' | 404 | data_service has no bars of SPY for the period 1y",
                "data_service | 500 | oops | 502 | the data service answered with status 500",
                "data_service | 503 | ''   | 502 | the data service answered with status 503",
                "data_service | 302 | ''   | 502 | the data service answered with a redirect (status 302), which is not followed",
                "data_service | 200 | ''   | 502 | the data service gave an answer that is not JSON",
                "data_service | 200 | 'not json' | 502 | the data service gave an answer that is not JSON",
                "data_service | 200 | '{\"data\":7}' | 502 | the data service gave an answer that is not understood",
                "data_service | 200 | '[{\"timestamp\":\"yesterday\",\"close\":1}]' | 502 | the data service gave an answer that is not understood",
                "data_service | 200 | '[{\"timestamp\":\"2024-01-02\",\"close\":-1}]' | 502 | the data service gave an answer that is not understood",
                "data_service | 200 | '[{\"timestamp\":\"2024-01-02\",\"open\":null,\"high\":2,\"low\":1,\"close\":1}]' | 502 | the data service gave an answer that is not understood",
                "data_service | 200 | '[{\"timestamp\":\"2024-01-02\",\"close\":1},{\"timestamp\":\"2024-01-03\",\"open\":1,\"high\":2,\"low\":1,\"close\":1}]' | 502 | the data service gave an answer that is not understood",
                "data_service | 200 | '[{\"timestamp\":\"2024-01-02\",\"close\":1,\"volume\":-1}]' | 502 | the data service gave an answer that is not understood",
                "yahoo | 404 | '{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\"}}}' | 404 | yahoo has no bars of SPY for the period 1y",
                "yahoo | 429 | '' | 502 | Yahoo is being asked too often (status 429); try again later",
                "yahoo | 200 | '{\"chart\":{\"result\":null}}' | 502 | Yahoo gave an answer that is not understood",
                "yahoo | 200 | '{\"chart\":{\"result\":[{\"meta\":{},\"indicators\":{\"quote\":[{}]}}]}}' | 404 | yahoo has no bars of SPY for the period 1y",
                "yahoo | 200 | '{\"chart\":{\"result\":[{\"timestamp\":[1,2],\"indicators\":{\"quote\":[{\"close\":[1]}]}}]}}' | 502 | Yahoo gave an answer that is not understood"
            })
    void an_answer_that_is_of_no_use_ends_in_a_problem_that_names_the_service_and_not_its_address(
            String source, int status, String body, int expected, String detail) {
        peer.answers(status, body);

        JsonNode problem = refused(service, with(FROM_YAHOO, "data_source", source), expected);

        assertThat(problem.path("detail").asText()).isEqualTo(detail);
        assertThat(peer.asked()).hasSize(1);
    }

    @Test
    void a_service_that_does_not_answer_is_given_up_in_time() {
        peer.keepsSilent();
        long begun = System.nanoTime();

        assertThat(refused(service, FROM_YAHOO, 504).path("detail").asText()).isEqualTo("Yahoo did not answer in time");

        assertThat((System.nanoTime() - begun) / 1_000_000).isBetween((long) TIMEOUT_MILLIS - 50, 10L * TIMEOUT_MILLIS);
    }

    @Test
    void a_service_that_is_not_there_ends_in_a_problem() {
        assertThat(refused(nobody, FROM_DATA_SERVICE, 502).path("detail").asText())
                .isEqualTo("the data service could not be reached");
    }

    private static JsonNode refused(ServiceUnderTest asked, Map<String, Object> body, int status) {
        long runs = asked.assembly().store().count();
        JsonNode problem = Http.problem(Backtesting.post(asked, body), status);
        assertThat(problem.toString()).doesNotContain("127.0.0.1", "localhost", "http:", "/prices/");
        assertThat(asked.assembly().store().count()).isEqualTo(runs);
        return problem;
    }

    private static ReplayAnswer replay(JsonNode answer) {
        ReplayAnswer replay =
                service.assembly().replayAnswers().of(answer.path("run_id").asText());
        assertThat(replay.difference()).isNull();
        return replay;
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(body);
        all.put(field, value);
        return all;
    }
}
