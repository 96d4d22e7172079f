package io.quanttradingos.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.journal.Journal;
import io.quanttradingos.journal.JournalAgent;
import io.quanttradingos.journal.JournalPolicy;
import io.quanttradingos.journal.JournalReport;
import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalFactsTest {
    private static final List<String> HEADER = List.of("date", "symbol", "side", "qty", "entry", "exit", "fees");

    /** Symbol S0 is traded once, S1 twice, and so on, one trade a day. */
    private static JournalReport report(int symbols) {
        List<TextRow> rows = new ArrayList<>();
        for (int symbol = 0; symbol < symbols; symbol++) {
            for (int trade = 0; trade <= symbol; trade++) {
                LocalDate date = LocalDate.of(1990, 1, 1).plusDays(rows.size());
                String exit = Integer.toString(90 + 7 * rows.size() % 31);
                rows.add(new TextRow(
                        rows.size() + 2, List.of(date.toString(), "S" + symbol, "LONG", "1", "100", exit, "1")));
            }
        }
        TextTable table = new TextTable("journal.csv", 1, HEADER, rows);
        return JournalAgent.review(Journal.read(table).orRefuse(), JournalPolicy.defaults(), null);
    }

    private static JsonNode facts(JournalReport report) throws IOException {
        return Json.mapper().readTree(JournalFacts.of(report, Json::bytes));
    }

    @Test
    void a_journal_of_any_length_is_told_in_a_few_thousand_characters() {
        JournalReport report = report(150);

        assertThat(Json.bytes(report)).hasSizeGreaterThan(60_000);
        assertThat(JournalFacts.of(report, Json::bytes)).hasSizeLessThan(20_000);
    }

    @Test
    void the_symbols_with_the_most_trades_are_told_and_how_many_are_not() throws IOException {
        JsonNode metrics = facts(report(25)).path("metrics");

        assertThat(metrics.path("by_symbol")).hasSize(20);
        assertThat(metrics.at("/by_symbol/S5/n").asInt()).isEqualTo(6);
        assertThat(metrics.at("/by_symbol/S24/n").asInt()).isEqualTo(25);
        assertThat(metrics.path("by_symbol").has("S4")).isFalse();
        assertThat(metrics.path("symbols_left_out").asInt()).isEqualTo(5);
    }

    @Test
    void all_other_numbers_are_told_as_they_are_answered() throws IOException {
        JournalReport report = report(3);
        JsonNode answered = Json.mapper().readTree(Json.bytes(report));
        JsonNode facts = facts(report);

        assertThat(facts.path("findings")).isNotEmpty().isEqualTo(answered.path("findings"));
        assertThat(facts.path("warnings")).isNotEmpty().isEqualTo(answered.path("warnings"));
        assertThat(facts.path("metrics").has("by_month")).isFalse();
        answered.path("metrics").properties().forEach(figure -> {
            if (!figure.getKey().equals("by_month")) {
                assertThat(facts.path("metrics").get(figure.getKey()))
                        .as(figure.getKey())
                        .isEqualTo(figure.getValue());
            }
        });
    }
}
