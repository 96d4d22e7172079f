package io.quanttradingos.pipeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs left that this one uses: fixed when the inputs are gathered, and recorded with the run, so that it can
 * be repeated later.
 *
 * @param recordedPeak the highest value recorded for the portfolio up to the date decided for; null where none is
 * @param cachedScore the discipline score of the last judged trades; null where none is
 * @param cachedScoreAt when those were judged
 * @param previousScores the discipline scores before this run, oldest first, for the trend
 */
public record Known(
        @Nullable Double recordedPeak,
        @Nullable Double cachedScore,
        @Nullable Instant cachedScoreAt,
        List<Double> previousScores) {
    public Known {
        previousScores = List.copyOf(previousScores);
    }

    /** The same with the scores a judgement of trades needs. */
    Known withPreviousScores(List<Double> scores) {
        return new Known(recordedPeak, cachedScore, cachedScoreAt, scores);
    }

    /** What a first run knows. */
    public static Known nothing() {
        return new Known(null, null, null, List.of());
    }
}
