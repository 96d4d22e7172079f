package io.quanttradingos.language;

import io.quanttradingos.failure.Refusal;
import java.util.List;

/** Why there are no words. None has a cause: a cause could hold what a model wrote. */
final class LanguageFailures {
    private LanguageFailures() {}

    static Refusal failed(String sentence) {
        return new Refusal(Refusal.Kind.UPSTREAM_FAILED, sentence, List.of(), null);
    }

    static Refusal misunderstood() {
        return failed("the language model gave an answer that is not understood");
    }

    static Refusal unfit(CheckedAnswer.Unfit answer) {
        return failed("the language model twice gave an answer that does not fit: " + answer.expected());
    }

    static Refusal tooDear(long dailyTokens) {
        return new Refusal(
                Refusal.Kind.OVERLOADED,
                "the language model is not asked again today (UTC): the " + dailyTokens
                        + " tokens of OPENAI_DAILY_TOKENS are used up",
                List.of(),
                null);
    }
}
