package io.quanttradingos.sentiment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts articles. */
final class ArticleTally {
    private static final Comparator<Map.Entry<String, Integer>> FREQUENT_FIRST =
            Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private ArticleTally() {}

    static ArticleCounts of(int total, WindowNews news, List<ScoredArticle> articles, double neutralBand) {
        int positive = 0;
        int negative = 0;
        int unscored = 0;
        Map<String, Integer> bySource = new TreeMap<>();
        SortedMap<LocalDate, Integer> byDay = new TreeMap<>();
        for (ScoredArticle article : articles) {
            unscored += article.score().isScored() ? 0 : 1;
            positive += article.value() > neutralBand ? 1 : 0;
            negative += article.value() < -neutralBand ? 1 : 0;
            String source = article.article().source();
            bySource.merge(source.isEmpty() ? "unknown" : source, 1, Integer::sum);
            byDay.merge(WindowNews.dateOf(article.article()), 1, Integer::sum);
        }
        return new ArticleCounts(
                total,
                news.afterDay(),
                news.beforeWindow(),
                news.duplicates(),
                articles.size(),
                positive,
                negative,
                articles.size() - positive - negative - unscored,
                unscored,
                frequentFirst(bySource),
                byDay);
    }

    private static Map<String, Integer> frequentFirst(Map<String, Integer> counts) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(FREQUENT_FIRST)
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
