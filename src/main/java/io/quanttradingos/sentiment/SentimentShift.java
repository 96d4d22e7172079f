package io.quanttradingos.sentiment;

import org.jspecify.annotations.Nullable;

/**
 * How the news of the latest days differ from those before. What cannot be computed is null.
 *
 * @param recentArticles scored articles of the latest days
 * @param baselineArticles scored articles of the window before them
 * @param recentScore their plain mean; null where there are none
 * @param baselineScore their plain mean; null where there are none
 * @param change recent minus baseline
 * @param standardError √(s₁²/n₁ + s₂²/n₂), the spreads not taken to be equal; null with too few articles on a side, or where
 *     the scores have no spread
 * @param z change / standardError
 */
public record SentimentShift(
        int recentArticles,
        int baselineArticles,
        @Nullable Double recentScore,
        @Nullable Double baselineScore,
        @Nullable Double change,
        @Nullable Double standardError,
        @Nullable Double z) {
    /** Nothing to compare. */
    public static final SentimentShift NONE = new SentimentShift(0, 0, null, null, null, null, null);
}
