package io.quanttradingos.briefing;

import io.quanttradingos.language.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What the language model made of the numbers.
 *
 * @param explanation what it answered; null where it was not asked
 * @param whyNot why it was not asked, as a sentence; null where it was
 */
public record Told(
        @Nullable Explanation explanation, @Nullable String whyNot) {
    public Told {
        if ((explanation == null) == (whyNot == null)) {
            throw new IllegalArgumentException("either there is an explanation or a reason why there is none");
        }
    }

    static Told of(Explanation explanation) {
        return new Told(explanation, null);
    }

    static Told nothing(String whyNot) {
        return new Told(null, whyNot);
    }
}
