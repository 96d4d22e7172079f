package io.quanttradingos.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.upstream.call.Served;

/** Reads what an answer cost: {@code "usage": {"prompt_tokens": 83, "completion_tokens": 34, …}}. */
final class TokenCount {
    /** More than any model reads or writes at once; keeps sums in range. */
    private static final int MOST = 100_000_000;

    private TokenCount() {}

    /** None where the service was not asked just now; unknown where it does not say. */
    static TokenUse of(Served served) {
        if (served.origin() != Served.Origin.LIVE) {
            return TokenUse.NONE;
        }
        JsonNode prompt = served.body().path("usage").path("prompt_tokens");
        JsonNode completion = served.body().path("usage").path("completion_tokens");
        return isCount(prompt) && isCount(completion)
                ? new TokenUse(prompt.intValue(), completion.intValue())
                : TokenUse.UNKNOWN;
    }

    private static boolean isCount(JsonNode count) {
        return count.isIntegralNumber() && count.canConvertToInt() && count.intValue() >= 0 && count.intValue() <= MOST;
    }

    /**
     * What it may have cost: where the service does not say, a token for every two characters that were sent and came, which is
     * about twice what plain English takes.
     */
    static long atMost(TokenUse use, int characters) {
        return use.complete() ? use.total() : (characters + 1L) / 2;
    }
}
