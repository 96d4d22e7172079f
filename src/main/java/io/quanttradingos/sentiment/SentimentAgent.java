package io.quanttradingos.sentiment;

import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the news of a company: {@code SentimentAgent.assess(Symbol.of("AAPL"), day, articles, SentimentPolicy.defaults())}.
 *
 * <p>Articles after the day are not looked at; of several with the same headline the earliest counts. Scores come from the
 * product's own word list; a headline without a listed word says nothing and counts in no mean, but lowers the confidence. The
 * order of the articles does not matter. Pure and thread safe.
 */
public final class SentimentAgent {
    private SentimentAgent() {}

    /** The report on the policy's days up to and including a day, in UTC. No articles give a report without a score. */
    public static SentimentReport assess(
            Symbol symbol, LocalDate day, List<NewsArticle> articles, SentimentPolicy policy) {
        LocalDate from = day.minusDays(policy.newsDays() - 1L);
        WindowNews news = WindowNews.of(articles, from, day);
        List<ScoredArticle> all = news.used().stream()
                .map(article ->
                        new ScoredArticle(article, FinanceLexicon.standard().score(article.headline())))
                .toList();
        List<ScoredArticle> scored =
                all.stream().filter(article -> article.score().isScored()).toList();
        RecencyScore recency = RecencyScore.of(scored, day, policy.halfLifeDays());
        Double score = Double.isNaN(recency.mean()) ? null : (Double) recency.mean();
        Confidence confidence = confidence(all.size(), scored.size(), recency, policy);
        SentimentShift shift = ShiftRule.of(scored, day, policy);
        ArticleCounts counts = ArticleTally.of(articles.size(), news, all, policy.neutralBand());
        SentimentSentences sentences = new SentimentSentences(symbol, day, policy, counts);
        return new SentimentReport(
                symbol,
                day,
                from,
                counts,
                score,
                confidence,
                shift,
                extremes(scored, 1, policy),
                extremes(scored, -1, policy),
                latest(all, policy),
                AlertRule.decide(score, confidence.value(), scored.size(), shift, policy),
                sentences.explanation(score, confidence, shift),
                conventions(policy),
                sentences.warnings());
    }

    private static Confidence confidence(int used, int scored, RecencyScore recency, SentimentPolicy policy) {
        return scored == 0
                ? Confidence.NONE
                : Confidence.of((double) scored / used, scored / (scored + policy.amountHalf()), recency.agreement());
    }

    /** Those furthest on one side of 0; of equals the newest. */
    private static List<ScoredHeadline> extremes(List<ScoredArticle> scored, int side, SentimentPolicy policy) {
        List<ScoredArticle> newestFirst = newestFirst(scored);
        newestFirst.sort(Comparator.comparingDouble((ScoredArticle article) -> -side * article.value()));
        return newestFirst.stream()
                .filter(article -> side * article.value() > 0)
                .limit(policy.shownHeadlines())
                .map(article -> article.shown(policy.longestHeadline()))
                .toList();
    }

    private static List<ScoredHeadline> latest(List<ScoredArticle> all, SentimentPolicy policy) {
        return newestFirst(all).stream()
                .limit(policy.mostHeadlines())
                .map(article -> article.shown(policy.longestHeadline()))
                .toList();
    }

    private static List<ScoredArticle> newestFirst(List<ScoredArticle> oldestFirst) {
        List<ScoredArticle> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static Map<String, String> conventions(SentimentPolicy policy) {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("days", "in UTC; nothing after the day is looked at");
        conventions.put(
                "headline_score", "tanh of the summed weights of listed words, negations and strength words applied");
        conventions.put(
                "score",
                "mean of the scored headlines weighted 2^(-age/" + Wording.number(policy.halfLifeDays()) + " days)");
        conventions.put("confidence", "cube root of coverage * amount * agreement");
        conventions.put(
                "shift",
                "mean of the latest " + Wording.count(policy.recentDays(), "day")
                        + " minus mean of the days before, in Welch standard errors");
        conventions.put("unscored", "headlines without a listed word; in no mean");
        return conventions;
    }
}
