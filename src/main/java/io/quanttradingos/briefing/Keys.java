package io.quanttradingos.briefing;

import io.quanttradingos.upstream.call.AccessKey;
import org.jspecify.annotations.Nullable;

/**
 * The secrets a request may use.
 *
 * @param finnhub null where none is known
 * @param languageModel null where none is known
 */
public record Keys(@Nullable AccessKey finnhub, @Nullable AccessKey languageModel) {
    /** None at all. */
    public static final Keys NONE = new Keys(null, null);

    /** These, and the others where one of these is missing. */
    public Keys or(Keys others) {
        return new Keys(
                finnhub == null ? others.finnhub : finnhub,
                languageModel == null ? others.languageModel : languageModel);
    }
}
