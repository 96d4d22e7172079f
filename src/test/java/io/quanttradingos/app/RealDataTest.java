package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.SharedData;
import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Prices that were really quoted, through the door: the crisis of 2008 is seen, and the figures are those of other libraries. */
@Tag("one-java")
class RealDataTest {
    private static final String ETFS = "data/prices/arbitragelab_etf23_close_2008_2016.csv";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws Exception {
        SharedData.file(ETFS);
        service = ServiceUnderTest.in(folder);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static byte[] etfs() throws IOException {
        return Files.readAllBytes(SharedData.file(ETFS));
    }

    private static JsonNode series() throws IOException {
        return Http.ok(Http.to(service)
                        .multiPart("prices_file", "etf23.csv", etfs())
                        .multiPart("series", "true")
                        .post("/regime"))
                .path("series");
    }

    @Test
    void the_crisis_of_2008_is_high_volatility_and_risk_off_on_every_day() throws IOException {
        int days = 0;
        for (JsonNode row : series()) {
            String date = row.path("date").asText();
            if (date.compareTo("2008-10-01") >= 0 && date.compareTo("2009-03-24") <= 0) {
                assertThat(row.path("label").asText()).as(date).startsWith("Risk-Off / High Vol / ");
                days++;
            }
            // Equities have then recovered against bonds for a quarter; they are as volatile as before.
            if (date.compareTo("2009-03-25") >= 0 && date.compareTo("2009-03-31") <= 0) {
                assertThat(row.path("label").asText()).as(date).startsWith("Risk-On / High Vol / ");
            }
        }
        assertThat(days).isEqualTo(120);
    }

    @Test
    void the_calm_year_of_2013_is_hardly_ever_high_volatility() throws IOException {
        Map<Boolean, Integer> days = new HashMap<>();
        for (JsonNode row : series()) {
            if (row.path("date").asText().startsWith("2013")) {
                days.merge(row.path("label").asText().contains("High Vol"), 1, Integer::sum);
            }
        }
        assertThat(days.get(false)).isGreaterThan(200);
        assertThat(days.getOrDefault(true, 0)).isLessThan(50);
    }

    @Test
    void a_decision_in_the_crisis_is_small_or_none_and_says_why() throws IOException {
        JsonNode answer = Http.ok(Http.to(service)
                .multiPart("prices_file", "etf23.csv", etfs())
                .multiPart("holdings_file", "mine.csv", "symbol,shares\nSPY,100\nTLT,50\nXLF,200\n".getBytes(UTF_8))
                .multiPart("as_of", "2008-11-20")
                .post("/decision"));

        assertThat(answer.path("asof").asText()).isEqualTo("2008-11-20");
        assertThat(answer.at("/regime/label").asText()).startsWith("Risk-Off / High Vol / Downtrend");
        assertThat(answer.at("/decision/position_size_multiplier").asDouble()).isLessThan(0.2);
        assertThat(answer.at("/decision/reason").asText()).isNotBlank();
        assertThat(answer.at("/receipt/inputs/0/rows").asInt()).isEqualTo(2141);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPY", "TLT", "EFA", "XLF", "LQD"})
    void one_share_has_the_statistics_that_other_libraries_find(String symbol) throws IOException {
        JsonNode expected = Http.tree(Files.readAllBytes(SharedData.file("expected/metrics.json")))
                .path(symbol + "_arbitragelab_close_2008_2016");
        JsonNode report = Http.ok(Http.to(service)
                .multiPart("prices_file", "etf23.csv", etfs())
                .multiPart("holdings_file", "one.csv", ("symbol,shares\n" + symbol + ",1\n").getBytes(UTF_8))
                .post("/portfolio-report"));

        for (String[] pair : List.of(
                new String[] {"/total_value", "/last_price"},
                new String[] {"/ret_total", "/plain/total_return"},
                new String[] {"/vol_annual", "/empyrical/annual_vol_252"},
                new String[] {"/sharpe", "/empyrical/sharpe_rf0"},
                new String[] {"/sortino", "/empyrical/sortino_rf0"},
                new String[] {"/max_drawdown", "/empyrical/max_drawdown"},
                new String[] {"/cagr", "/ffn/cagr_calendar"},
                new String[] {"/calmar", "/ffn/calmar"},
                new String[] {"/ulcer_index", "/quantstats/ulcer_index"},
                new String[] {"/var_95/historical", "/empyrical/var95_hist"},
                new String[] {"/cvar_99/historical", "/empyrical/cvar99_hist"},
                new String[] {"/skew", "/ffn/daily_skew"},
                new String[] {"/kurtosis", "/ffn/daily_kurt"})) {
            assertThat(expected.at(pair[1]).isNumber()).as(pair[1]).isTrue();
            double value = expected.at(pair[1]).asDouble();
            assertThat(report.at(pair[0]).asDouble())
                    .as(symbol + pair[0])
                    .isCloseTo(value, within(Math.abs(value) * 1e-9));
        }
        assertThat(report.path("max_drawdown_trough")).isEqualTo(expected.at("/quantstats/max_dd_valley"));
    }
}
