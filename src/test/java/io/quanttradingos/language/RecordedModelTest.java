package io.quanttradingos.language;

import static io.quanttradingos.language.AnswerShape.number;
import static io.quanttradingos.language.AnswerShape.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecordedModelTest {
    private static final AnswerShape SHAPE = AnswerShape.of(number("score", -1, 1), text("explanation", 40));
    private static final Question QUESTION = new Question("s", LocalDate.EPOCH, "t", "{}", SHAPE);
    private static final AccessKey KEY = AccessKey.of("key");
    private static final Budget BUDGET = Budget.of(Duration.ofSeconds(20));

    @Test
    void a_recorded_answer_is_the_live_one_for_nothing() {
        try (ChatService service = new ChatService()) {
            service.says("{ \"score\": 1e-1, \"explanation\": \"a\\u0000b\\ud83d\\ude00\" }");
            Explanation live = new ChatLanguageModel(
                            new PlainCalls(service.base()), new ModelSettings("m", 0.0, 9, 9), () -> Instant.EPOCH)
                    .ask(QUESTION, KEY, BUDGET);

            Explanation again = new RecordedModel(live.model(), live.reply()).ask(QUESTION, KEY, BUDGET);

            assertThat(live.tokens()).isEqualTo(new TokenUse(10, 5));
            assertThat(again)
                    .isEqualTo(new Explanation(
                            live.model(), TokenUse.NONE, live.reply(), live.numbers(), live.texts(), live.lists()));
        }
    }

    @Test
    void a_recording_of_another_shape_is_refused() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> new RecordedModel("m", "{\"score\":2,\"explanation\":\"a\"}").ask(QUESTION, KEY, BUDGET));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_USABLE);
        assertThat(refusal)
                .hasMessage("the recorded answer of the language model does not fit:"
                        + " score must be a number from -1 to 1, was 2.0");
    }
}
