package io.quanttradingos.sentiment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The articles of the window, each headline once, in an order that does not depend on the one they came in.
 *
 * @param used the oldest first
 * @param afterDay published after the day
 * @param beforeWindow published before the window
 * @param duplicates with the headline of an earlier one of the window
 */
record WindowNews(List<NewsArticle> used, int afterDay, int beforeWindow, int duplicates) {
    private static final Comparator<NewsArticle> ORDER = Comparator.comparing(NewsArticle::at)
            .thenComparing(NewsArticle::headline)
            .thenComparing(NewsArticle::source)
            .thenComparing(NewsArticle::summary)
            .thenComparing(NewsArticle::url, Comparator.nullsLast(Comparator.naturalOrder()));

    static WindowNews of(List<NewsArticle> articles, LocalDate from, LocalDate day) {
        List<NewsArticle> inWindow = new ArrayList<>();
        int late = 0;
        int early = 0;
        for (NewsArticle article : articles) {
            LocalDate date = dateOf(article);
            if (date.isAfter(day)) {
                late++;
            } else if (date.isBefore(from)) {
                early++;
            } else {
                inWindow.add(article);
            }
        }
        inWindow.sort(ORDER);
        Set<String> met = new HashSet<>();
        List<NewsArticle> used = inWindow.stream()
                .filter(article -> met.add(normalised(article.headline())))
                .toList();
        return new WindowNews(used, late, early, inWindow.size() - used.size());
    }

    static LocalDate dateOf(NewsArticle article) {
        return LocalDate.ofInstant(article.at(), ZoneOffset.UTC);
    }

    /** The headline's letters and digits in lower case, anything between them one blank; one without any stays as it is. */
    private static String normalised(String headline) {
        String plain = headline.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.isEmpty() ? headline : plain;
    }
}
