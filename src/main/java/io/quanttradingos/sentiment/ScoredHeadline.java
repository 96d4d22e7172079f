package io.quanttradingos.sentiment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A headline with its score. Its text is a stranger's: data, never instructions and never markup.
 *
 * @param at when it was published
 * @param source who published it; empty where that is not known
 * @param headline cut to the policy's longest, with an ellipsis where it was; the score is of the whole
 * @param url where to read it; null where that is not known
 * @param score in [-1, 1]; null where no word of the list was met
 * @param words those that made the score
 */
public record ScoredHeadline(
        Instant at,
        String source,
        String headline,
        @Nullable String url,
        @Nullable Double score,
        List<WordWeight> words) {
    public ScoredHeadline {
        words = List.copyOf(words);
    }
}
