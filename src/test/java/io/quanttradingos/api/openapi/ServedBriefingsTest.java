package io.quanttradingos.api.openapi;

import static io.quanttradingos.app.OtherServices.article;
import static io.quanttradingos.app.OtherServices.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.app.OtherServices;
import io.quanttradingos.app.ServiceUnderTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agents that need other services answer is what the document says of it. */
class ServedBriefingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final String ASKED = "'symbol': 'ACME', 'as_of': '2026-01-30', 'finnhub_key': 'a-key'";

    @TempDir
    static Path folder;

    private static OtherServices others;
    private static ServiceUnderTest service;
    private static ServedDocument served;

    @BeforeAll
    static void start() throws Exception {
        others = OtherServices.start();
        Map<String, String> settings = others.settings();
        settings.put("qtos.upstream.cache.minutes", "0");
        settings.put("qtos.upstream.budget.millis", "1500");
        service = ServiceUnderTest.in(folder, settings);
        served = ServedDocument.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        others.close();
    }

    @BeforeEach
    void everybody_answers() {
        others.answer(
                OtherServices.NEWS,
                List.of(
                        article(DAY, "Wire", "ACME beats estimates and raises guidance"),
                        article(DAY.minusDays(1), "Wire", "ACME hit by lawsuit"),
                        article(DAY.minusDays(4), "Herald", "ACME to hold its annual meeting"),
                        article(DAY.plusDays(1), "Herald", "ACME tomorrow")));
        others.answer(
                OtherServices.INSIDERS,
                Map.of(
                        "data",
                        List.of(
                                line("Ann", "2026-01-05", "2026-01-07", "P", 1_000, 11_000, 10),
                                line("Bob", "2026-01-08", "2026-01-09", "P", 500, 2_500, 12),
                                line("Cid", "2026-01-09", "2026-01-10", "P", 500, 2_500, 0),
                                line("Cid", "2026-01-20", "2026-01-21", "S", -300, 700, 11),
                                line("Ann", "2026-01-22", "2026-01-23", "A", 5_000, 16_000, 0),
                                line("Ann", "2026-01-23", "2026-01-23", "?", 5, 16_005, 0))));
        others.modelSays("{\"score\": 0.5, \"confidence\": 0.6, \"explanation\": \"Good news.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", 'openai_key': 'another'",
                ", 'explain': false, 'gate': true",
                ", 'gate': true, 'backtest': {'symbol': 'SPY', 'csv_path': 'sample/ohlcv.csv'}",
                ", 'gate': true, 'backtest': {'symbol': 'SPY', 'csv_path': 'sample/ohlcv.csv', 'end': '2016-03-01',"
                        + " 'strategy_type': 'sma_cross'}", // too short for a trade
                ", 'backtest': {'strategy_type': 'sma_cross'}"
            })
    void a_sentiment_alert_is_as_documented(String more) throws IOException {
        HttpResponse<String> answer = documented("/sentiment-alert", "{" + ASKED + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        expectItRecorded(answer);
    }

    @Test
    void a_sentiment_alert_without_news_is_as_documented() throws IOException {
        others.answer(OtherServices.NEWS, List.of());

        HttpResponse<String> answer = documented("/sentiment-alert", "{" + ASKED + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", 'openai_key': 'another'", ", 'explain': false"})
    void an_insider_report_is_as_documented(String more) throws IOException {
        others.modelSays("{\"report\": \"They bought.\"}");

        HttpResponse<String> answer = documented("/insider-report", "{" + ASKED + more + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        expectItRecorded(answer);
    }

    @Test
    void an_insider_report_without_lines_is_as_documented() throws IOException {
        others.answer(OtherServices.INSIDERS, Map.of("data", List.of()));

        HttpResponse<String> answer = documented("/insider-report", "{" + ASKED + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'trades_path': 'sample/journal.csv'}",
                "{'trades_path': 'sample/journal.csv', 'account_size': 100000, 'openai_key': 'another'}",
                "{'trades': [{'date': '2017-01-19', 'symbol': 'BRK.B', 'side': 'BUY', 'qty': 4, 'entry': 5, 'exit': 6}]}",
                "{'trades': [{'date': '2017-01-19', 'symbol': 'SPY', 'side': 'SELL', 'qty': 4, 'entry': 5, 'exit': 6,"
                        + " 'fees': 1, 'stop': 5.5, 'exit_date': '2017-01-20'}]}"
            })
    void a_journal_review_is_as_documented(String body) throws IOException {
        others.modelSays("{\"coaching_report\": \"Keep going.\"}");

        HttpResponse<String> answer = documented("/trade-journal", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        expectItRecorded(answer);
    }

    @Test
    void a_journal_may_be_the_whole_body_or_the_documented_part() throws IOException {
        byte[] journal = Files.readAllBytes(Path.of("data", "sample", "journal.csv"));
        JsonNode content =
                served.operation("post", "/trade-journal").path("requestBody").path("content");
        assertThat(content.path("multipart/form-data").path("encoding").has("trades_file"))
                .isTrue();
        assertThat(content.has("text/csv")).isTrue();
        String part = "--edge\r\nContent-Disposition: form-data; name=\"trades_file\"; filename=\"j.csv\"\r\n\r\n"
                + new String(journal, StandardCharsets.UTF_8) + "\r\n--edge--\r\n";

        HttpResponse<String> whole = served.send(served.request("/trade-journal")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(journal)));
        HttpResponse<String> uploaded = served.send(served.request("/trade-journal")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(part)));

        for (HttpResponse<String> answer : List.of(whole, uploaded)) {
            served.documented("post", "/trade-journal", answer);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/sentiment-alert, {}, 400",
                "/sentiment-alert, \"{'symbol': 'ACME', 'as_of': '2999-01-01'}\", 400",
                "/sentiment-alert, {'symbol': 'ACME'}, 424",
                "/insider-report, {'symbol': 'two words'}, 400",
                "/insider-report, {'symbol': 'ACME'}, 424",
                "/trade-journal, {}, 400",
                "/trade-journal, {'trades_path': 'missing.csv'}, 404"
            })
    void a_problem_is_as_documented(String path, String body, int status) throws IOException {
        assertThat(documented(path, body).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"/sentiment-alert, 401, 502", "/sentiment-alert, 404, 422", "/insider-report, 403, 502"})
    void a_failure_of_another_service_is_a_documented_problem(String path, int said, int status) throws IOException {
        others.answer(OtherServices.NEWS, said, "{}");
        others.answer(OtherServices.INSIDERS, said, "{}");

        assertThat(documented(path, "{" + ASKED + "}").statusCode()).isEqualTo(status);
    }

    @Test
    void silence_of_another_service_is_a_documented_problem() throws IOException {
        others.keepsSilent(OtherServices.INSIDERS);

        assertThat(documented("/insider-report", "{" + ASKED + "}").statusCode())
                .isEqualTo(504);
    }

    /** It is answered again, and is documented there too. */
    private static void expectItRecorded(HttpResponse<String> answer) throws IOException {
        String id = Json.mapper().readTree(answer.body()).path("run_id").asText();
        HttpResponse<String> again = served.send(served.request("/runs/" + id));
        assertThat(served.documented("get", "/runs/{run_id}", again).body()).isEqualTo(answer.body());
    }

    private static HttpResponse<String> documented(String path, String body) throws IOException {
        HttpResponse<String> answer = served.send(served.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
        return served.documented("post", path, answer);
    }
}
