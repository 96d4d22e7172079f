package io.quanttradingos.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.units.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random news: a slow second way to the numbers, and what must hold of any. */
class SentimentProperties {
    private static final int CASES = 300;
    private static final Symbol SYMBOL = Symbol.of("ABC");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
    private static final String[] WORDS = {
        "surges", "plunges", "gains", "not", "very", "meeting", "today", "fraud", "upgrade", "misses", "could", "beats",
        "Acme", ","
    };

    private static SentimentPolicy policy(Random random) {
        int days = 2 + random.nextInt(12);
        return new SentimentPolicy(
                days,
                1 + random.nextInt(days),
                0.5 + 5 * random.nextDouble(),
                0.3 * random.nextDouble(),
                0.5 + 5 * random.nextDouble(),
                2 + random.nextInt(4),
                SentimentPolicy.defaults().alert(),
                random.nextInt(5),
                random.nextInt(20),
                25);
    }

    private static List<NewsArticle> articles(Random random) {
        List<NewsArticle> articles = new ArrayList<>();
        int count = random.nextInt(50);
        for (int i = 0; i < count; i++) {
            Instant start = DAY.minusDays(16).atStartOfDay().toInstant(ZoneOffset.UTC);
            articles.add(article(random, start.plusSeconds(random.nextInt(19 * 86_400))));
        }
        return articles;
    }

    private static NewsArticle article(Random random, Instant at) {
        StringBuilder headline = new StringBuilder();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String word = WORDS[random.nextInt(WORDS.length)];
            headline.append(random.nextBoolean() ? word.toUpperCase(Locale.ROOT) : word)
                    .append(' ');
        }
        return new NewsArticle(
                at, random.nextInt(3) == 0 ? "" : "S" + random.nextInt(4), headline.toString(), "", null);
    }

    private static SentimentReport report(List<NewsArticle> articles, SentimentPolicy policy) {
        return SentimentAgent.assess(SYMBOL, DAY, articles, policy);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_numbers_are_those_of_a_plain_loop(long seed) {
        Random random = new Random(seed);
        int withShift = 0;
        for (int i = 0; i < CASES; i++) {
            SentimentPolicy policy = policy(random);
            List<NewsArticle> articles = articles(random);
            SentimentReport report = report(articles, policy);
            List<NewsArticle> used = used(articles, policy);
            double weights = 0;
            double sum = 0;
            int positive = 0;
            int unscored = 0;
            List<Double> recent = new ArrayList<>();
            List<Double> before = new ArrayList<>();
            for (NewsArticle article : used) {
                HeadlineScore score = FinanceLexicon.standard().score(article.headline());
                positive += score.value() > policy.neutralBand() ? 1 : 0;
                if (score.words().isEmpty()) {
                    unscored++;
                    continue;
                }
                long daysBack = DAY.toEpochDay() - Math.floorDiv(article.at().getEpochSecond(), 86_400);
                (daysBack < policy.recentDays() ? recent : before).add(score.value());
                // ages counted from the epoch: the common factor cancels in a mean
                double age =
                        (DAY.plusDays(1).toEpochDay() * 86_400.0 - article.at().getEpochSecond()) / 86_400;
                double weight = Math.exp(-Math.log(2) * age / policy.halfLifeDays());
                weights += weight;
                sum += weight * score.value();
            }
            ArticleCounts counts = report.articles();
            assertThat(counts.used()).isEqualTo(used.size());
            assertThat(counts.positive()).isEqualTo(positive);
            assertThat(counts.unscored()).isEqualTo(unscored);
            assertThat(counts.total())
                    .isEqualTo(articles.size())
                    .isEqualTo(counts.afterDay() + counts.beforeWindow() + counts.duplicates() + counts.used());
            assertThat(counts.used())
                    .isEqualTo(counts.positive() + counts.negative() + counts.neutral() + counts.unscored());
            assertThat(counts.byDay().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(used.size());
            assertThat(counts.bySource().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(used.size());
            if (weights == 0) {
                assertThat(report.score()).isNull();
            } else {
                assertThat(report.score()).isCloseTo(sum / weights, within(1e-12));
            }
            assertThat(report.confidence().value()).isBetween(0.0, 1.0);
            assertThat(report.shift().recentArticles()).isEqualTo(recent.size());
            assertThat(report.shift().baselineArticles()).isEqualTo(before.size());
            if (!recent.isEmpty() && !before.isEmpty()) {
                assertThat(report.shift().change()).isCloseTo(mean(recent) - mean(before), within(1e-12));
            } else {
                assertThat(report.shift().change()).isNull();
            }
            if (report.shift().z() != null) {
                withShift++;
                double error = Math.sqrt(squared(recent) + squared(before));
                assertThat(report.shift().z()).isCloseTo((mean(recent) - mean(before)) / error, within(1e-9));
            }
        }
        assertThat(withShift).isGreaterThan(CASES / 10);
    }

    /** Those of the window, the earliest of each headline; the slow way. */
    private static List<NewsArticle> used(List<NewsArticle> articles, SentimentPolicy policy) {
        List<NewsArticle> used = new ArrayList<>();
        for (NewsArticle article : articles) {
            long daysBack = DAY.toEpochDay() - Math.floorDiv(article.at().getEpochSecond(), 86_400);
            if (daysBack < 0 || daysBack >= policy.newsDays()) {
                continue;
            }
            boolean isFirst = articles.stream().noneMatch(other -> {
                long back = DAY.toEpochDay() - Math.floorDiv(other.at().getEpochSecond(), 86_400);
                return back >= 0
                        && back < policy.newsDays()
                        && same(other, article)
                        && other.at().isBefore(article.at());
            });
            if (isFirst) {
                used.add(article);
            }
        }
        return used;
    }

    private static boolean same(NewsArticle one, NewsArticle other) {
        return letters(one).equals(letters(other));
    }

    /** Of headlines made of words and commas; a headline of commas alone is itself. */
    private static List<String> letters(NewsArticle article) {
        List<String> words = new ArrayList<>(
                List.of(article.headline().toLowerCase(Locale.ROOT).split(" ", -1)));
        words.removeIf(word -> word.isEmpty() || word.equals(","));
        return words.isEmpty() ? List.of(article.headline()) : words;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    private static double squared(List<Double> values) {
        double mean = mean(values);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return squares / (values.size() - 1) / values.size();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void the_order_of_the_articles_changes_nothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            SentimentPolicy policy = policy(random);
            List<NewsArticle> articles = articles(random);
            List<NewsArticle> shuffled = new ArrayList<>(articles);
            Collections.shuffle(shuffled, random);

            assertThat(report(shuffled, policy)).isEqualTo(report(articles, policy));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void what_is_published_after_the_day_changes_nothing(long seed) {
        Random random = new Random(seed);
        Instant end = DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (int i = 0; i < CASES; i++) {
            SentimentPolicy policy = policy(random);
            List<NewsArticle> articles = articles(random);
            List<NewsArticle> more = new ArrayList<>(articles);
            int late = 1 + random.nextInt(5);
            for (int k = 0; k < late; k++) {
                Instant at = end.plusSeconds(random.nextInt(100_000));
                more.add(
                        articles.isEmpty() || random.nextBoolean()
                                ? article(random, at)
                                : new NewsArticle(at, "X", articles.get(0).headline(), "", null));
            }
            SentimentReport before = report(articles, policy);
            SentimentReport after = report(more, policy);

            assertThat(after.articles().afterDay()).isEqualTo(before.articles().afterDay() + late);
            assertThat(withoutLate(after)).isEqualTo(withoutLate(before));
        }
    }

    private static SentimentReport withoutLate(SentimentReport report) {
        ArticleCounts counts = report.articles();
        return new SentimentReport(
                report.symbol(),
                report.day(),
                report.windowFrom(),
                new ArticleCounts(
                        counts.total() - counts.afterDay(),
                        0,
                        counts.beforeWindow(),
                        counts.duplicates(),
                        counts.used(),
                        counts.positive(),
                        counts.negative(),
                        counts.neutral(),
                        counts.unscored(),
                        counts.bySource(),
                        counts.byDay()),
                report.score(),
                report.confidence(),
                report.shift(),
                report.mostPositive(),
                report.mostNegative(),
                report.headlines(),
                report.alert(),
                report.explanation(),
                report.conventions(),
                report.warnings().stream()
                        .filter(warning -> !warning.contains("published after"))
                        .toList());
    }
}
