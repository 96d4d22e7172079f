package io.quanttradingos.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDifferenceTest {
    private static Optional<JsonDifference> first(String recorded, String recomputed) throws JsonProcessingException {
        return JsonDifference.first(
                "", Json.mapper().readTree(recorded), Json.mapper().readTree(recomputed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"a\":{\"b\":[{\"c\":1},{\"c\":2}]}} | {\"a\":{\"b\":[{\"c\":1},{\"c\":3}]}} | a.b[1].c | 2 | 3",
                "{\"a\":1,\"b\":2} | {\"a\":2,\"b\":3} | a | 1 | 2",
                "{\"a\":1} | {} | a | 1 | -",
                "{} | {\"a\":null} | a | - | null",
                "[1,2] | [1] | [1] | 2 | -",
                "{\"a\":[]} | {\"a\":{}} | a | [] | {}",
                "{\"a\":0.1} | {\"a\":0.10000000000000002} | a | 0.1 | 0.10000000000000002",
                "{\"a\":\"1\"} | {\"a\":1} | a | '\"1\"' | 1",
                "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1} | a | stands here | stands after b",
            })
    void the_first_field_that_differs_is_named_with_both_values(
            String recorded, String recomputed, String field, String was, String is) throws JsonProcessingException {
        assertThat(first(recorded, recomputed)).contains(new JsonDifference(field, was, is));
    }

    @Test
    void equal_values_do_not_differ() throws JsonProcessingException {
        String json = "{\"a\":[1,2.5,{\"b\":null}],\"c\":\"text\",\"d\":true}";

        assertThat(first(json, json)).isEmpty();
    }

    @Test
    void a_long_value_is_cut() throws JsonProcessingException {
        assertThat(first("{\"a\":\"" + "x".repeat(500) + "\"}", "{\"a\":1}"))
                .hasValueSatisfying(difference ->
                        assertThat(difference.recorded()).hasSize(201).endsWith("…"));
    }
}
