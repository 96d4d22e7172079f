package io.quanttradingos.sentiment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The recency-weighted mean of scores, Σ w·s / Σ w with w = 2^(−age/halfLife), the age in days from the article to the end of
 * the day in UTC.
 *
 * @param mean in [-1, 1]; NaN where there is nothing to average
 * @param agreement |Σ w·s| / Σ w·|s|; 0 where there is nothing or all are 0
 */
record RecencyScore(double mean, double agreement) {
    private static final double SECONDS_PER_DAY = 86_400;

    /** @param scored only articles that hold a listed word */
    static RecencyScore of(List<ScoredArticle> scored, LocalDate day, double halfLifeDays) {
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        double weights = 0;
        double sum = 0;
        double absolute = 0;
        for (ScoredArticle article : scored) {
            double age = Duration.between(article.article().at(), end).toMillis() / 1000.0 / SECONDS_PER_DAY;
            double weight = StrictMath.pow(2, -age / halfLifeDays);
            weights += weight;
            sum += weight * article.value();
            absolute += weight * Math.abs(article.value());
        }
        double mean = scored.isEmpty() ? Double.NaN : Math.max(-1, Math.min(1, sum / weights));
        return new RecencyScore(mean, absolute > 0 ? Math.min(1, Math.abs(sum) / absolute) : 0);
    }
}
