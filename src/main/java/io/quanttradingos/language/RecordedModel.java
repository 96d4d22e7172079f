package io.quanttradingos.language;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.language.CheckedAnswer.Fitting;
import io.quanttradingos.language.CheckedAnswer.Unfit;
import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Budget;

/**
 * Answers whatever it is asked with a recorded answer, to repeat a run: it costs nothing.
 *
 * @param model who answered, as {@link Explanation#model}
 * @param reply what was answered, as {@link Explanation#reply}
 */
public record RecordedModel(String model, String reply) implements LanguageModel {
    /**
     * The recorded answer.
     *
     * @throws Refusal of kind {@code NOT_USABLE} where it is not in the question's shape
     */
    @Override
    public Explanation ask(Question question, AccessKey key, Budget budget) {
        CheckedAnswer answer = AnswerReader.read(question.shape(), reply);
        if (answer instanceof Fitting fitting) {
            return fitting.by(model, TokenUse.NONE);
        }
        throw Refusal.notUsable(
                "the recorded answer of the language model does not fit: " + ((Unfit) answer).expected());
    }
}
