package io.quanttradingos.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanttradingos.SharedData;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.sentiment.NewsArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsReadersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Test
    void the_documented_sample_of_finnhub_reads_whole() throws IOException {
        JsonNode sample =
                JSON.readTree(Files.readAllBytes(SharedData.file("data/json/finnhub_company-news_AAPL_doc.json")));

        Read<NewsArticle> read = FinnhubNews.articles(sample);

        assertThat(read.skipped()).isZero();
        assertThat(read.rows()).hasSize(2);
        NewsArticle second = read.rows().get(1);
        assertThat(second.at())
                .isEqualTo(Instant.parse("2019-09-26T19:29:40Z"))
                .isEqualTo(Instant.ofEpochSecond(1_569_526_180L));
        assertThat(second.source()).isEqualTo("TheStreet");
        assertThat(second.headline()).isEqualTo("Apple iPhone 11 Pro Teardowns Look Encouraging for STMicro and Sony");
        assertThat(second.url()).startsWith("https://realmoney.thestreet.com/");
    }

    @Test
    void a_damaged_row_is_left_out_and_counted() {
        Read<NewsArticle> read = FinnhubNews.articles(json("""
                [{"datetime":1704067200,"headline":"Stays"},
                 {"datetime":0,"headline":"No moment"},
                 {"datetime":"soon","headline":"No moment"},
                 {"datetime":1704067200,"headline":"  "},
                 {"datetime":1704067200},
                 {"datetime":1704067200,"headline":7},
                 null, "text", []]"""));

        assertThat(read.rows())
                .containsExactly(new NewsArticle(Instant.parse("2024-01-01T00:00:00Z"), "", "Stays", "", null));
        assertThat(read.skipped()).isEqualTo(8);
    }

    @Test
    void no_news_are_no_failure() {
        assertThat(FinnhubNews.articles(json("[]"))).isEqualTo(new Read<NewsArticle>(java.util.List.of(), 0));
        assertThat(DataServiceNews.articles(json("{\"symbol\":\"A\",\"count\":0,\"data\":[]}"))
                        .rows())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "null", "\"x\"", "{\"error\":\"no access\"}", "[1,2]", "[{\"title\":\"other shape\"}]"})
    void an_answer_of_another_shape_is_refused_and_not_taken_for_no_news(String answer) {
        assertThatThrownBy(() -> FinnhubNews.articles(json(answer)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UPSTREAM_FAILED))
                .hasMessage("Finnhub gave an answer that is not understood");
        assertThatThrownBy(() -> DataServiceNews.articles(json(answer)))
                .isInstanceOf(Refusal.class)
                .hasMessage("the data service gave an answer that is not understood");
    }

    @Test
    void the_data_service_may_say_it_either_way() {
        NewsArticle expected = new NewsArticle(
                Instant.parse("2024-01-05T14:30:00Z"), "Wire", "Shares rise", "More", "https://example.com/a");
        String list = """
                [{"title":"Shares rise","description":"More","source":{"name":"Wire"},"link":"https://example.com/a",
                  "published_at":"2024-01-05T14:30:00Z"}]""";
        String object = """
                {"symbol":"AAPL","count":1,"data":[{"headline":"Shares rise","summary":"More","source":"Wire",
                  "url":"https://example.com/a","datetime":1704465000}]}""";

        assertThat(DataServiceNews.articles(json(list)).rows()).containsExactly(expected);
        assertThat(DataServiceNews.articles(json(object)).rows()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1704465000, 2024-01-05T14:30:00Z",
        "1704465000.75, 2024-01-05T14:30:00.750Z",
        "1704465000750, 2024-01-05T14:30:00.750Z",
        "'\"1704465000\"', 2024-01-05T14:30:00Z",
        "'\"2024-01-05\"', 2024-01-05T00:00:00Z",
        "'\"2024-01-05T14:30:00\"', 2024-01-05T14:30:00Z",
        "'\"2024-01-05 14:30:00\"', 2024-01-05T14:30:00Z",
        "'\"2024-01-05 14:30:00+00\"', 2024-01-05T14:30:00Z",
        "'\"2024-01-05T09:30:00-05:00\"', 2024-01-05T14:30:00Z",
        "'\"2024-01-05T15:30:00.5+01:00\"', 2024-01-05T14:30:00.500Z",
    })
    void moments_are_read_in_every_accepted_form(String written, Instant moment) {
        assertThat(Fields.moment(json(written))).contains(moment);
        assertThat(Fields.date(json(written))).contains(LocalDate.of(2024, 1, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-5",
                "20240105",
                "1e300",
                "1704465000750000000",
                "true",
                "{}",
                "\"\"",
                "\"yesterday\"",
                "\"2024-13-01\"",
                "\"20240105\"",
                "\"1961-01-01\"",
                "\"2100-01-01T00:00:00Z\"",
                "\"2024-01-05T25:00:00Z\""
            })
    void what_is_no_moment_is_none(String written) {
        assertThat(Fields.moment(json(written))).isEmpty();
    }

    @Test
    void texts_lose_what_cannot_be_seen_and_are_cut_at_whole_characters() {
        assertThat(StrangerText.plain("  a\u0000\r\n\tb\u202e c\u200b d\ud800 &amp; <b>  ", 100))
                .isEqualTo("a b c d &amp; <b>");
        assertThat(StrangerText.plain("abc def", 4)).isEqualTo("abc");
        assertThat(StrangerText.plain("abc def", 5)).isEqualTo("abc d");
        assertThat(StrangerText.plain("ab\ud83d\ude80", 3)).isEqualTo("ab");
        assertThat(StrangerText.plain("ab\ud83d\ude80", 4)).isEqualTo("ab\ud83d\ude80");
        assertThat(StrangerText.plain("x".repeat(5_000), 1_000)).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.com",
                "/a",
                "http:",
                "ftp://example.com/a",
                "https://exa mple.com",
                ""
            })
    void only_an_address_of_the_web_is_one(String text) {
        assertThat(StrangerText.address(JSON.valueToTree(text))).isNull();
    }
}
