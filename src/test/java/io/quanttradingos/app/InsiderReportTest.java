package io.quanttradingos.app;

import static io.quanttradingos.app.OtherServices.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.SharedData;
import io.quanttradingos.api.ReplayAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Insider reports through the HTTP door, with services that are real but for their place. */
class InsiderReportTest {
    @TempDir
    static Path folder;

    private static OtherServices others;
    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws IOException {
        others = OtherServices.start();
        Map<String, String> settings = others.settings();
        settings.put("finnhub.api.key", "finnhub-secret-from-the-settings");
        settings.put("qtos.upstream.cache.minutes", "0");
        service = ServiceUnderTest.in(folder, settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        others.close();
    }

    @BeforeEach
    void nothing_was_asked_yet() {
        others.forgetAnswers();
    }

    /**
     * Two insiders buy 1,000 at 10 and 500 at 12 within a week, one sells 300 at 11; an award of 5,000, an exercise of 2,000,
     * taxes of 700 and a gift of 100 are no trades on the market.
     */
    private static final List<Map<String, Object>> LINES = List.of(
            line("Ann", "2021-01-05", "2021-01-07", "P", 1_000, 11_000, 10),
            line("Bob", "2021-01-08", "2021-01-09", "P", 500, 2_500, 12),
            line("Cid", "2021-01-20", "2021-01-21", "S", -300, 700, 11),
            line("Ann", "2021-01-22", "2021-01-23", "A", 5_000, 16_000, 0),
            line("Bob", "2021-01-22", "2021-01-23", "M", 2_000, 4_500, 5),
            line("Bob", "2021-01-22", "2021-01-23", "F", -700, 3_800, 11),
            line("Cid", "2021-01-25", "2021-01-26", "G", -100, 600, 0),
            line("Dee", "2021-01-27", "2021-02-15", "S", -9_000, 0, 11));

    @Test
    void purchases_and_sales_on_the_market_are_counted_and_nothing_else_is_taken_for_one() {
        others.answer(OtherServices.INSIDERS, Map.of("symbol", "ACME", "data", LINES));

        JsonNode answer = report();

        assertThat(answer.at("/market/purchases/lines").asInt()).isEqualTo(2);
        assertThat(answer.at("/market/purchases/insiders").asInt()).isEqualTo(2);
        assertThat(answer.at("/market/purchases/shares").asDouble()).isEqualTo(1_500);
        assertThat(answer.at("/market/purchases/value").asDouble()).isEqualTo(16_000);
        assertThat(answer.at("/market/sales/lines").asInt()).isEqualTo(1);
        assertThat(answer.at("/market/sales/shares").asDouble()).isEqualTo(300);
        assertThat(answer.at("/market/sales/value").asDouble()).isEqualTo(3_300);
        assertThat(answer.at("/market/net_shares").asDouble()).isEqualTo(1_200);
        assertThat(answer.path("net_share_change").asDouble()).isCloseTo(7_400, within(1e-9));
        assertThat(answer.at("/lines/not_yet_known").asInt()).isEqualTo(1); // filed after the day asked about
        assertThat(answer.path("by_code").findValuesAsText("code")).containsExactly("A", "F", "G", "M", "P", "S");
        assertThat(answer.path("method").asText()).isEqualTo("rules");
        assertThat(answer.path("report").asText()).contains("1,500");
        for (JsonNode finding : answer.path("findings")) {
            assertThat(answer.at("/" + finding.path("metric").asText().replace('.', '/'))
                            .asDouble())
                    .as(finding.toString())
                    .isEqualTo(finding.path("value").asDouble());
        }
        assertThat(answer.path("findings")).isNotEmpty();
    }

    private static JsonNode report() {
        return Http.ok(Http.post(service, "/insider-report", Map.of("symbol", "ACME", "as_of", "2021-02-01")));
    }

    @Test
    void a_model_words_the_report_and_changes_no_number() {
        others.answer(OtherServices.INSIDERS, Map.of("symbol", "ACME", "data", LINES));
        JsonNode before = report();
        others.modelSays("{\"report\":\"Two insiders bought 1,500 shares.\"}");

        JsonNode answer = Http.ok(Http.post(
                service,
                "/insider-report",
                Map.of("symbol", "ACME", "as_of", "2021-02-01", "openai_key", "openai-secret")));

        assertThat(answer.path("method").asText()).isEqualTo("language_model");
        assertThat(answer.path("report").asText()).isEqualTo("Two insiders bought 1,500 shares.");
        assertThat(answer.path("market")).isEqualTo(before.path("market"));
        assertThat(answer.path("findings")).isEqualTo(before.path("findings"));
        assertThat(answer.path("signal")).isEqualTo(before.path("signal"));
        ReplayAnswer replay =
                service.assembly().replayAnswers().of(answer.path("run_id").asText());
        assertThat(replay.difference()).isNull();
    }

    @Test
    void the_services_own_sample_reads_as_two_sales_and_an_exercise() throws IOException {
        others.answer(
                OtherServices.INSIDERS,
                200,
                Files.readString(SharedData.file("data/json/finnhub_insider-transactions_TSLA_doc.json")));

        JsonNode answer =
                Http.ok(Http.post(service, "/insider-report", Map.of("symbol", "TSLA", "as_of", "2021-04-01")));

        assertThat(answer.at("/market/purchases/lines").asInt()).isZero();
        assertThat(answer.at("/market/sales/lines").asInt()).isEqualTo(2);
        assertThat(answer.at("/market/net_shares").asDouble()).isEqualTo(-2_750);
        assertThat(answer.at("/market/sales/value").asDouble())
                .isCloseTo(1_250 * 655.81 + 1_500 * 615.75, within(1e-6));
        assertThat(answer.path("net_share_change").asDouble()).isEqualTo(-1_750);
    }

    @Test
    void old_reports_are_read_for_the_day_they_are_of() {
        others.answer(OtherServices.INSIDERS, Map.of("symbol", "ACME", "data", LINES.subList(0, 3)));

        JsonNode answer = Http.ok(Http.post(service, "/insider-report", Map.of("symbol", "ACME")));

        assertThat(answer.path("asof").asText()).isEqualTo("2021-01-21");
        assertThat(answer.at("/market/net_shares").asDouble()).isEqualTo(1_200);
        assertThat(answer.path("warnings").toString()).contains("There are no reports of the last 180 days");
    }

    @Test
    void nobody_traded_is_an_answer_too() {
        others.answer(OtherServices.INSIDERS, Map.of("symbol", "ACME", "data", List.of()));

        JsonNode answer = report();

        assertThat(answer.at("/signal/score").isNull()).isTrue();
        assertThat(answer.at("/market/purchases/lines").asInt()).isZero();
        assertThat(answer.path("report").asText()).isNotBlank();
    }
}
