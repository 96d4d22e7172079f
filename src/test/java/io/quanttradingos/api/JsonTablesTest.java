package io.quanttradingos.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTablesTest {
    private static final TextTable OTHER = new TextTable("other", 1, List.of(), List.of());

    private static TextTable read(String text) {
        return new JsonTables((source, content) -> OTHER).read("mine.json", text.getBytes(UTF_8));
    }

    @Test
    void an_array_and_lines_of_objects_are_the_same_table() {
        TextTable array =
                read("[{\"symbol\": \"SPY\", \"shares\": 10}, {\"shares\": 5.5, \"symbol\": null, \"x\": true}]");
        TextTable lines =
                read("{\"symbol\": \"SPY\", \"shares\": 10}\n\n{\"shares\": 5.5, \"symbol\": null, \"x\": true}\n");

        assertThat(array.header()).containsExactly("symbol", "shares", "x");
        assertThat(array.rows())
                .containsExactly(new TextRow(1, List.of("SPY", "10", "")), new TextRow(2, List.of("", "5.5", "true")));
        assertThat(lines.header()).isEqualTo(array.header());
        assertThat(lines.rows())
                .containsExactly(new TextRow(1, List.of("SPY", "10", "")), new TextRow(3, List.of("", "5.5", "true")));
    }

    @Test
    void what_is_no_json_is_left_to_others() {
        assertThat(read("symbol,shares\nSPY,10\n")).isSameAs(OTHER);
        assertThat(read("")).isSameAs(OTHER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[{\"a\":1},2] | mine.json:2 must be a JSON object",
                "[{\"a\":[1]}] | mine.json:1 a must be a number or a text",
                "[{\"a\":1} | mine.json:1 is not valid JSON",
                "{\"a\":1}~{\"a\": | mine.json:2 is no JSON object; each line must be one, or the file an array"
            })
    void what_is_wrong_is_told_with_its_line(String text, String expected) {
        assertThatThrownBy(() -> read(text.replace('~', '\n'))).hasMessageStartingWith(expected);
    }
}
