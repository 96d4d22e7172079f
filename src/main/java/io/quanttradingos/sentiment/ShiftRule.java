package io.quanttradingos.sentiment;

import io.quanttradingos.statistics.Mean;
import io.quanttradingos.statistics.RoundingNoise;
import io.quanttradingos.statistics.SampleDeviation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the latest days with those before. Source of the standard error: B. L. Welch, Biometrika 34 (1947). */
final class ShiftRule {
    private ShiftRule() {}

    /** @param scored only articles that hold a listed word */
    static SentimentShift of(List<ScoredArticle> scored, LocalDate day, SentimentPolicy policy) {
        LocalDate firstRecent = day.minusDays(policy.recentDays() - 1L);
        double[] recent = scores(scored, firstRecent, true);
        double[] baseline = scores(scored, firstRecent, false);
        double change = Mean.of(recent) - Mean.of(baseline);
        double error = Math.min(recent.length, baseline.length) < policy.shiftArticles()
                ? Double.NaN
                : Math.sqrt(squaredError(recent) + squaredError(baseline));
        boolean isSpread = !Double.isNaN(error) && !RoundingNoise.isAll(error);
        return new SentimentShift(
                recent.length,
                baseline.length,
                known(Mean.of(recent)),
                known(Mean.of(baseline)),
                known(change),
                isSpread ? (Double) error : null,
                isSpread ? (Double) (change / error) : null);
    }

    private static double[] scores(List<ScoredArticle> scored, LocalDate firstRecent, boolean isRecent) {
        return scored.stream()
                .filter(article -> WindowNews.dateOf(article.article()).isBefore(firstRecent) != isRecent)
                .mapToDouble(ScoredArticle::value)
                .toArray();
    }

    private static double squaredError(double[] scores) {
        double deviation = SampleDeviation.of(scores);
        return deviation * deviation / scores.length;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
