package io.quanttradingos.api;

import io.quanttradingos.briefing.Told;
import io.quanttradingos.language.Explanation;
import io.quanttradingos.language.TokenUse;
import org.jspecify.annotations.Nullable;

/**
 * Whether a language model was asked, and what that cost.
 *
 * @param asked whether
 * @param reason why not; null where it was asked
 * @param model who answered, as the service names it; null where it was not asked
 * @param promptTokens tokens read; 0 where the answer came from memory or a recording, null where the service did not say
 * @param completionTokens tokens written, likewise
 * @param totalTokens both together
 */
record LanguageModelUse(
        boolean asked,
        @Nullable String reason,
        @Nullable String model,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        @Nullable Integer totalTokens) {

    static LanguageModelUse of(Told told) {
        Explanation explanation = told.explanation();
        if (explanation == null) {
            return new LanguageModelUse(false, told.whyNot(), null, 0, 0, 0);
        }
        TokenUse tokens = explanation.tokens();
        boolean known = tokens.complete();
        return new LanguageModelUse(
                true,
                null,
                explanation.model(),
                known ? tokens.prompt() : null,
                known ? tokens.completion() : null,
                known ? tokens.total() : null);
    }
}
