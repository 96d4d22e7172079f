package io.quanttradingos.language;

import static io.quanttradingos.language.AnswerShape.number;
import static io.quanttradingos.language.AnswerShape.text;
import static io.quanttradingos.language.AnswerShape.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quanttradingos.language.CheckedAnswer.Fitting;
import io.quanttradingos.language.CheckedAnswer.Unfit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private static final AnswerShape SHAPE =
            AnswerShape.of(number("score", -1, 1), text("explanation", 12), texts("reasons", 2, 8));
    private static final String FIELDS =
            "the answer must be one JSON object with just these fields: score, explanation, reasons";

    private static String with(String score, String explanation, String reasons) {
        return "{\"score\":" + score + ",\"explanation\":" + explanation + ",\"reasons\":" + reasons + "}";
    }

    private static String expected(String answer) {
        return ((Unfit) AnswerReader.read(SHAPE, answer)).expected();
    }

    private static Fitting fitting(String answer) {
        return (Fitting) AnswerReader.read(SHAPE, answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "0", "-0.0", "0.5", "1e-5", "1.0"})
    void a_number_within_bounds_both_included_fits(String score) {
        assertThat(fitting(with(score, "\"a\"", "[]")).numbers()).containsEntry("score", Double.valueOf(score));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0000001", "-2", "1e400", "-1e400", "99999999999999999999"})
    void a_number_outside_is_said_with_what_was_seen(String score) {
        assertThat(expected(with(score, "\"a\"", "[]")))
                .isEqualTo("score must be a number from -1 to 1, was " + Double.valueOf(score));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "\"0.5\"", "[0.5]", "{}"})
    void what_is_no_number_is_not_taken_for_one(String score) {
        assertThat(expected(with(score, "\"a\"", "[]"))).isEqualTo("score must be a number from -1 to 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "+1", ".5", "01", "0x1"})
    void what_is_no_json_is_no_answer(String score) {
        assertThat(expected(with(score, "\"a\"", "[]"))).isEqualTo(FIELDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Sure!",
                "null",
                "[]",
                "{}",
                "```json\n{\"score\":0,\"explanation\":\"a\",\"reasons\":[]}\n```",
                "{\"score\":0,\"explanation\":\"a\",\"reasons\":[]} and more",
                "{\"score\":0,\"explanation\":\"a\",\"reasons\":[]}{}",
                "{\"score\":0,\"explanation\":\"a\",\"reasons\":[]",
                "{\"score\":0,\"explanation\":\"a\"}",
                "{\"score\":0,\"explanation\":\"a\",\"reasons\":[],\"more\":1}",
                "{\"score\":0,\"explanation\":\"a\",\"Reasons\":[]}",
                "{\"score\":0,\"score\":1,\"explanation\":\"a\",\"reasons\":[]}",
                "{\"score\":0,\"explanation\":\"a\",\"reasons\":[],\"reasons\":[]}"
            })
    void an_answer_is_one_object_with_each_field_once_and_no_other(String answer) {
        assertThat(expected(answer)).isEqualTo(FIELDS);
    }

    @Test
    void an_answer_nested_beyond_all_sense_is_unfit() {
        assertThat(expected("[".repeat(100_000))).isEqualTo(FIELDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "\" \"", "\"\\u0000\\n\\u202e\"", "\"\\u00a0\\u3000\"", "\"1234567890123\"", "7", "null"
            })
    void a_text_is_not_blank_and_not_too_long(String explanation) {
        String seen = explanation.equals("7") ? ", was 7.0" : "";
        assertThat(expected(with("0", explanation, "[]")))
                .isEqualTo("explanation must be a text of at most 12 characters that is not blank" + seen);
    }

    @Test
    void a_character_beyond_the_first_plane_counts_once() {
        assertThat(fitting(with("0", "\"" + "\uD83D\uDE00".repeat(12) + "\"", "[]"))
                        .texts())
                .containsEntry("explanation", "\uD83D\uDE00".repeat(12));
    }

    @Test
    void characters_that_nobody_sees_become_blanks() {
        assertThat(fitting(with("0", "\"\\u001b[1m\\na\\r\\u0085b\\u2028\"", "[\"\\u202e\\u2066c\\ud800\"]")))
                .satisfies(answer -> assertThat(answer.texts()).containsEntry("explanation", "[1m a  b"))
                .satisfies(answer -> assertThat(answer.lists()).containsEntry("reasons", List.of("c\uFFFD")));
    }

    @Test
    void markup_is_kept_as_the_text_that_it_is() {
        assertThat(fitting(with("0", "\"<b>&amp;</b>\"", "[]")).texts()).containsEntry("explanation", "<b>&amp;</b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[\"a\",\"b\",\"c\"]", "[\" \"]", "[\"123456789\"]", "[7]", "[null]", "\"a\"", "{\"a\":\"b\"}"})
    void a_list_has_so_many_texts_and_nothing_else(String reasons) {
        assertThat(expected(with("0", "\"a\"", reasons)))
                .isEqualTo("reasons must be a list of at most 2 texts, each of at most 8 characters and not blank");
    }

    @Test
    void a_reply_reads_again_as_the_same_answer() {
        for (int seed = 0; seed < 5_000; seed++) {
            if (AnswerReader.read(SHAPE, new RandomAnswers(seed).answer()) instanceof Fitting fitting) {
                assertThat(AnswerReader.read(SHAPE, fitting.reply()))
                        .as("seed %s", seed)
                        .isEqualTo(fitting);
            }
        }
    }

    @Test
    void a_shape_has_each_name_once_and_room_for_an_answer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerShape.of(text("a", 1), text("a", 2)))
                .withMessage("every field needs a name of its own, was a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerShape.of(text("a b", 1)))
                .withMessage("every field needs a name of its own, was a b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number("a", Double.NaN, 1))
                .withMessage("a needs finite bounds, were NaN and 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number("a", 2, 1))
                .withMessage("a needs finite bounds, were 2.0 and 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts("a", 0, 1))
                .withMessage("a needs room for at least one, was given 0");
    }
}
