package io.quanttradingos.language;

import static io.quanttradingos.language.AnswerShape.number;
import static io.quanttradingos.language.AnswerShape.text;
import static io.quanttradingos.language.AnswerShape.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShapeSchemaTest {
    private static final AnswerShape SHAPE =
            AnswerShape.of(number("score", -1, 1), text("explanation", 12), texts("reasons", 2, 8));

    /** What OpenAI lists for strict schemas; it answers 400 to {@code maxLength}, among others. */
    private static final Set<String> STRICT_KEYWORDS = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "description",
            "minimum",
            "maximum",
            "maxItems",
            "items");

    private static JsonSchema compiled(String schema) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private static boolean accepts(JsonSchema schema, String answer) throws Exception {
        return schema.validate(ChatService.JSON.readTree(answer)).isEmpty();
    }

    @Test
    void the_strict_schema_reads_as_it_should() {
        assertThat(ShapeSchema.strict(AnswerShape.of(number("score", -1, 1), text("explanation", 1_200))))
                .isEqualTo("{\"type\":\"object\",\"properties\":{"
                        + "\"score\":{\"type\":\"number\",\"minimum\":-1.0,\"maximum\":1.0,"
                        + "\"description\":\"a number from -1 to 1\"},"
                        + "\"explanation\":{\"type\":\"string\","
                        + "\"description\":\"a text of at most 1200 characters that is not blank\"}},"
                        + "\"required\":[\"score\",\"explanation\"],\"additionalProperties\":false}");
    }

    @Test
    void a_list_is_told_by_its_length_and_that_of_its_texts() {
        assertThat(ShapeSchema.strict(AnswerShape.of(texts("reasons", 3, 200))))
                .contains(
                        "\"reasons\":{\"type\":\"array\",\"maxItems\":3,\"items\":{\"type\":\"string\"},"
                                + "\"description\":\"a list of at most 3 texts, each of at most 200 characters and not blank\"}");
    }

    @Test
    void the_strict_schema_has_no_keyword_that_strict_services_refuse() throws Exception {
        JsonNode schema = ChatService.JSON.readTree(ShapeSchema.strict(SHAPE));
        Set<String> keywords = new TreeSet<>();
        schema.fieldNames().forEachRemaining(keywords::add);
        schema.path("properties").forEach(property -> {
            property.fieldNames().forEachRemaining(keywords::add);
            property.path("items").fieldNames().forEachRemaining(keywords::add);
        });

        assertThat(STRICT_KEYWORDS).containsAll(keywords);
        assertThat(keywords).hasSize(STRICT_KEYWORDS.size());
    }

    @Test
    void the_whole_schema_accepts_just_what_the_reader_accepts_and_the_strict_one_no_less() throws Exception {
        JsonSchema whole = compiled(ShapeSchema.whole(SHAPE));
        JsonSchema strict = compiled(ShapeSchema.strict(SHAPE));
        int accepted = 0;
        int seeds = 20_000;

        for (int seed = 0; seed < seeds; seed++) {
            String answer = new RandomAnswers(seed).answer();
            boolean fits = AnswerReader.read(SHAPE, answer) instanceof CheckedAnswer.Fitting;
            assertThat(accepts(whole, answer)).as("seed %s: %s", seed, answer).isEqualTo(fits);
            if (fits) {
                accepted++;
                assertThat(accepts(strict, answer))
                        .as("seed %s: %s", seed, answer)
                        .isTrue();
            }
        }

        assertThat(accepted).as("of both kinds there are many").isBetween(seeds / 10, seeds * 9 / 10);
    }
}
