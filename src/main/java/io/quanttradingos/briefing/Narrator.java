package io.quanttradingos.briefing;

import io.quanttradingos.language.LanguageModel;
import io.quanttradingos.language.Question;
import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Budget;
import org.jspecify.annotations.Nullable;

/** Asks the language model where that was wanted and a key is known. */
final class Narrator {
    private final LanguageModel model;

    Narrator(LanguageModel model) {
        this.model = model;
    }

    Told told(boolean wanted, @Nullable AccessKey key, Question question, Budget budget) {
        if (!wanted) {
            return Told.nothing("No language model was asked, as the request says explain: false.");
        }
        if (key == null) {
            return Told.nothing("No language model was asked, as no key is known: set OPENAI_API_KEY, or openai_key in"
                    + " the request.");
        }
        return Told.of(model.ask(question, key, budget));
    }
}
