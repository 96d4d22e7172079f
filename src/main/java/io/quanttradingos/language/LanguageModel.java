package io.quanttradingos.language;

import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Budget;

/** Puts facts into words. */
@FunctionalInterface
public interface LanguageModel {
    /**
     * Asks; an answer of the wrong shape is asked for once more.
     *
     * @throws io.quanttradingos.failure.Refusal where the model failed, did not answer in time, or twice answered in another
     *     shape than was asked for
     */
    Explanation ask(Question question, AccessKey key, Budget budget);
}
