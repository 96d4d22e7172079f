package io.quanttradingos.sentiment;

/**
 * How news are read and when they are worth an alert.
 *
 * @param newsDays the days of news looked at, the day asked about included
 * @param recentDays the latest of them, which the earlier ones are the baseline of
 * @param halfLifeDays the age at which an article counts half
 * @param neutralBand the absolute score below which a headline is called neutral
 * @param amountHalf the scored articles at which the amount part of confidence is one half
 * @param shiftArticles the scored articles either part needs for a shift to have a standard error
 * @param alert when an alert is raised
 * @param shownHeadlines how many of the most positive and most negative headlines a report names
 * @param mostHeadlines the most headlines a model is shown
 * @param longestHeadline the most characters of a headline that are shown
 */
public record SentimentPolicy(
        int newsDays,
        int recentDays,
        double halfLifeDays,
        double neutralBand,
        double amountHalf,
        int shiftArticles,
        AlertThresholds alert,
        int shownHeadlines,
        int mostHeadlines,
        int longestHeadline) {
    /**
     * When an alert is raised.
     *
     * @param score the absolute score from which, together with the next two
     * @param confidence the confidence from which
     * @param articles the scored articles from which
     * @param shiftZ the absolute z of the shift from which, whatever the others
     */
    public record AlertThresholds(double score, double confidence, int articles, double shiftZ) {
        public AlertThresholds {
            require(score > 0 && score <= 1, "score must be in (0, 1], was " + score);
            require(confidence >= 0 && confidence <= 1, "confidence must be in [0, 1], was " + confidence);
            require(articles >= 1 && articles <= 1000, "articles must be in [1, 1000], was " + articles);
            require(shiftZ > 0 && shiftZ <= 100, "shift_z must be in (0, 100], was " + shiftZ);
        }
    }

    public SentimentPolicy {
        require(newsDays >= 1 && newsDays <= 365, "news_days must be in [1, 365], was " + newsDays);
        require(recentDays >= 1 && recentDays <= newsDays, "recent_days must be in [1, news_days], was " + recentDays);
        require(halfLifeDays > 0 && halfLifeDays <= 365, "half_life_days must be in (0, 365], was " + halfLifeDays);
        require(neutralBand >= 0 && neutralBand < 1, "neutral_band must be in [0, 1), was " + neutralBand);
        require(amountHalf > 0 && amountHalf <= 1000, "amount_half must be in (0, 1000], was " + amountHalf);
        require(
                shiftArticles >= 2 && shiftArticles <= 1000,
                "shift_articles must be in [2, 1000], was " + shiftArticles);
        require(
                shownHeadlines >= 0 && shownHeadlines <= 100,
                "shown_headlines must be in [0, 100], was " + shownHeadlines);
        require(mostHeadlines >= 0 && mostHeadlines <= 200, "most_headlines must be in [0, 200], was " + mostHeadlines);
        require(
                longestHeadline >= 20 && longestHeadline <= 1000,
                "longest_headline must be in [20, 1000], was " + longestHeadline);
    }

    /** A week of news, the latest two days against the rest, and an alert at 0.35 with a confidence of one half. */
    public static SentimentPolicy defaults() {
        return new SentimentPolicy(7, 2, 2, 0.05, 3, 4, new AlertThresholds(0.35, 0.5, 3, 2.5), 3, 30, 300);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
