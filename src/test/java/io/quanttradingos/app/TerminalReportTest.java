package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.GoldenText;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalReportTest {
    private static JsonNode answer(String name) throws IOException {
        return Json.mapper().readTree(Files.readAllBytes(Path.of("src/test/resources/app/decision-" + name + ".json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed", "blocked"})
    void a_decision_reads_as_its_golden(String name) throws IOException {
        GoldenText.matches("app/decision-" + name + ".txt", DecisionTable.of(answer(name)));
    }

    @Test
    void a_regime_reads_as_its_golden() throws IOException {
        GoldenText.matches("app/regime.txt", RegimeTable.of(answer("allowed").path("regime")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed", "blocked"})
    void a_portfolio_reads_as_its_golden(String name) throws IOException {
        GoldenText.matches(
                "app/portfolio-" + name + ".txt", PortfolioTable.of(answer(name).path("portfolio")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed", "blocked"})
    void no_line_is_wider_than_a_page(String name) throws IOException {
        JsonNode answer = answer(name);

        assertThat(List.of(
                        DecisionTable.of(answer),
                        RegimeTable.of(answer.path("regime")),
                        PortfolioTable.of(answer.path("portfolio"))))
                .allSatisfy(report -> assertThat(report.lines())
                        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                                .isLessThanOrEqualTo(Page.WIDTH))
                        .noneMatch(line -> line.endsWith(" ")));
    }

    @Test
    void every_sentence_of_a_decision_is_told() throws IOException {
        JsonNode answer = answer("blocked");
        String told = DecisionTable.of(answer).replaceAll("\\s+", " ");

        assertThat(answer.path("decision").path("blocked_by"))
                .isNotEmpty()
                .allSatisfy(block ->
                        assertThat(told).contains(block.path("sentence").asText()));
        assertThat(answer.path("regime").path("drivers"))
                .isNotEmpty()
                .allSatisfy(driver -> assertThat(told).contains(driver.asText()));
        assertThat(told)
                .contains(
                        "New trades NOT ALLOWED",
                        answer.path("decision").path("reason").asText());
    }

    @Test
    void what_is_not_known_is_said_to_be_unknown() {
        String report = DecisionTable.of(Json.mapper().createObjectNode());

        assertThat(report)
                .startsWith("New trades unknown whether allowed")
                .contains("Score unknown")
                .doesNotContain("null", "NaN", "0.00");
    }

    @Test
    void what_an_input_says_does_not_steer_the_terminal() throws IOException {
        ObjectNode answer = (ObjectNode) answer("allowed");
        answer.putArray("warnings").add("a column \u001b[31mred\u0007\r is left out");

        assertThat(DecisionTable.of(answer))
                .contains("a column  [31mred")
                .matches(text -> text.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)));
    }

    @Test
    void a_series_has_one_row_for_each_date() throws IOException {
        JsonNode answer = Json.mapper().readTree("""
                        {"series": [
                          {"date": "2020-01-02", "label": null, "confidence": null, "sigma_20": null, "breadth": null},
                          {"date": "2020-01-03", "label": "Risk-Off / Low/Normal Vol / Downtrend / Healthy Breadth",
                           "confidence": 0.5, "sigma_20": 0.12345, "breadth": 1.0}]}""");

        assertThat(RegimeTable.series(answer).lines())
                .containsExactly(
                        "  date          conf.     vol.  breadth  regime",
                        "  2020-01-02  unknown  unknown  unknown  unknown",
                        "  2020-01-03     0.50   0.1235     1.00  Risk-Off / Low/Normal Vol / Downtrend / Healthy Breadth");
    }
}
