package io.quanttradingos.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.sentiment.SentimentPolicy.AlertThresholds;
import io.quanttradingos.units.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentimentAgentTest {
    private static final Symbol ACME = Symbol.of("ACME");
    private static final LocalDate DAY = LocalDate.of(2024, 1, 7);
    private static final SentimentPolicy POLICY = SentimentPolicy.defaults();
    private static final double SURGES = Math.tanh(0.8);
    private static final double PLUNGES = -Math.tanh(0.8);
    private static final double GAINS = Math.tanh(0.5);

    private static NewsArticle article(String at, String source, String headline) {
        return new NewsArticle(Instant.parse(at), source, headline, "", null);
    }

    private static SentimentReport report(NewsArticle... articles) {
        return SentimentAgent.assess(ACME, DAY, List.of(articles), POLICY);
    }

    @Test
    void the_numbers_are_those_worked_by_hand() {
        SentimentReport report = report(
                article("2024-01-08T00:00:00Z", "Wire", "Acme collapses"),
                article("2024-01-07T23:59:59Z", "Wire", "Acme to hold meeting"),
                article("2024-01-07T00:00:00Z", "Wire", "Acme surges"),
                article("2024-01-07T12:00:00Z", "Post", "ACME SURGES!"),
                article("2024-01-05T00:00:00Z", "", "Acme gains"),
                article("2024-01-03T00:00:00Z", "Post", "Acme plunges"),
                article("2024-01-01T00:00:00Z", "Post", "Acme cancels, then gains"),
                article("2023-12-31T23:59:59Z", "Post", "Acme collapses"));

        ArticleCounts counts = report.articles();
        assertThat(counts.total()).isEqualTo(8);
        assertThat(counts.afterDay()).isEqualTo(1);
        assertThat(counts.beforeWindow()).isEqualTo(1);
        assertThat(counts.duplicates()).isEqualTo(1);
        assertThat(counts.used()).isEqualTo(5);
        assertThat(counts.positive()).isEqualTo(2);
        assertThat(counts.negative()).isEqualTo(1);
        assertThat(counts.neutral()).isEqualTo(1);
        assertThat(counts.unscored()).isEqualTo(1);
        assertThat(counts.bySource().toString()).isEqualTo("{Post=2, Wire=2, unknown=1}");
        assertThat(counts.byDay())
                .isEqualTo(Map.of(
                        LocalDate.of(2024, 1, 1), 1,
                        LocalDate.of(2024, 1, 3), 1,
                        LocalDate.of(2024, 1, 5), 1,
                        LocalDate.of(2024, 1, 7), 2));
        // ages 1, 3, 5 and 7 days to the end of the day, half-life 2: weights over 2^(-1/2) are 1, 1/2, 1/4, 1/8
        double sum = SURGES + GAINS / 2 + PLUNGES / 4;
        double absolute = SURGES + GAINS / 2 - PLUNGES / 4;
        assertThat(report.score()).isEqualTo(sum / 1.875, within(1e-14));
        assertThat(report.confidence().coverage()).isEqualTo(0.8);
        assertThat(report.confidence().amount()).isEqualTo(4 / 7.0);
        assertThat(report.confidence().agreement()).isEqualTo(sum / absolute, within(1e-14));
        assertThat(report.confidence().value()).isEqualTo(Math.cbrt(0.8 * 4 / 7 * sum / absolute), within(1e-14));
        assertThat(report.shift().recentArticles()).isEqualTo(1);
        assertThat(report.shift().baselineArticles()).isEqualTo(3);
        assertThat(report.shift().change()).isEqualTo(SURGES - (GAINS + PLUNGES) / 3, within(1e-14));
        assertThat(report.shift().z()).isNull();
        assertThat(report.explanation())
                .isEqualTo(
                        "4 of 5 headlines on ACME in the 7 days to 2024-01-07 could be scored: 2 positive, 1 negative,"
                                + " 1 neutral; the score weighted by recency is " + Wording.number(sum / 1.875)
                                + " with a confidence of "
                                + Wording.number(report.confidence().value()) + "."
                                + " The latest 2 days stand at 0.664 against -0.0673 before.");
        assertThat(report.warnings())
                .containsExactly(
                        "1 article published after 2024-01-07: not looked at",
                        "1 article with the headline of an earlier one: counted once");
    }

    @Test
    void the_headlines_that_weigh_most_are_named_with_their_words() {
        SentimentReport report = report(
                article("2024-01-02T00:00:00Z", "A", "Acme gains"),
                article("2024-01-03T00:00:00Z", "A", "Acme surges"),
                article("2024-01-04T00:00:00Z", "A", "Acme soars"),
                article("2024-01-05T00:00:00Z", "A", "Acme stable"),
                article("2024-01-06T00:00:00Z", "A", "Acme dips"));

        assertThat(report.mostPositive())
                .extracting(ScoredHeadline::headline)
                .containsExactly("Acme soars", "Acme surges", "Acme gains");
        assertThat(report.mostPositive().get(0).words()).containsExactly(new WordWeight("soars", 0.8));
        assertThat(report.mostNegative()).extracting(ScoredHeadline::headline).containsExactly("Acme dips");
        assertThat(report.headlines())
                .extracting(ScoredHeadline::headline)
                .containsExactly("Acme dips", "Acme stable", "Acme soars", "Acme surges", "Acme gains");
    }

    @Test
    void what_is_shown_is_bounded_and_scored_whole() {
        SentimentPolicy small = new SentimentPolicy(7, 2, 2, 0.05, 3, 4, POLICY.alert(), 1, 2, 20);
        List<NewsArticle> articles = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            articles.add(
                    article("2024-01-0" + i + "T00:00:00Z", "A", "Acme " + "very long ".repeat(i) + "story surges"));
        }

        SentimentReport report = SentimentAgent.assess(ACME, DAY, articles, small);

        assertThat(report.headlines()).hasSize(2);
        assertThat(report.mostPositive()).hasSize(1);
        assertThat(report.headlines().get(0).headline())
                .isEqualTo("Acme very long very…")
                .hasSize(20);
        assertThat(report.headlines().get(0).score()).isEqualTo(SURGES, within(1e-15));
    }

    @Test
    void a_clear_turn_of_the_news_raises_an_alert_though_the_score_is_small() {
        // baseline four times: plunges 3, gains 1; latest: surges 3, gains 1
        List<NewsArticle> articles = new ArrayList<>();
        double[] before = {PLUNGES, PLUNGES, PLUNGES, GAINS};
        double[] latest = {SURGES, SURGES, SURGES, GAINS};
        for (int i = 0; i < 4; i++) {
            articles.add(article(
                    "2024-01-05T0" + i + ":00:00Z",
                    "A",
                    "Story " + "abcd".charAt(i) + (i < 3 ? " plunges" : " gains")));
            articles.add(article(
                    "2024-01-06T0" + i + ":00:00Z", "A", "Story " + "wxyz".charAt(i) + (i < 3 ? " surges" : " gains")));
        }
        double change = mean(latest) - mean(before);
        double error = Math.sqrt(variance(latest) / 4 + variance(before) / 4);
        SentimentPolicy strict =
                new SentimentPolicy(7, 2, 2, 0.05, 3, 4, new AlertThresholds(0.9, 0.5, 3, 2.5), 3, 30, 300);

        SentimentReport report = SentimentAgent.assess(ACME, DAY, articles, strict);

        assertThat(report.shift().change()).isEqualTo(change, within(1e-14));
        assertThat(report.shift().standardError()).isEqualTo(error, within(1e-14));
        assertThat(report.shift().z()).isEqualTo(change / error, within(1e-12)).isGreaterThan(2.5);
        assertThat(report.alert().raised()).isTrue();
        assertThat(report.alert().direction()).isEqualTo(Direction.BULLISH);
        assertThat(report.alert().reason())
                .startsWith("The latest days moved the score by ")
                .contains("standard errors, and 2.5");
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean(values)) * (value - mean(values));
        }
        return squares / (values.length - 1);
    }

    @Test
    void scores_without_any_spread_have_no_standard_error() {
        List<NewsArticle> articles = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            articles.add(article("2024-01-03T0" + i + ":00:00Z", "A", "Story " + "abcde".charAt(i) + " plunges"));
            articles.add(article("2024-01-07T0" + i + ":00:00Z", "A", "Story " + "abcde".charAt(i) + " surges"));
        }

        SentimentShift shift =
                SentimentAgent.assess(ACME, DAY, articles, POLICY).shift();

        assertThat(shift.change()).isEqualTo(2 * SURGES, within(1e-14));
        assertThat(shift.standardError()).isNull();
        assertThat(shift.z()).isNull();
    }

    @Test
    void no_articles_are_no_failure() {
        SentimentReport report = report();

        assertThat(report.score()).isNull();
        assertThat(report.confidence().value()).isZero();
        assertThat(report.shift()).isEqualTo(SentimentShift.NONE);
        assertThat(report.alert().raised()).isFalse();
        assertThat(report.explanation()).isEqualTo("There are no headlines on ACME in the 7 days to 2024-01-07.");
        assertThat(report.warnings())
                .containsExactly("there are no articles on ACME in the window up to 2024-01-07, so there is no score");
    }

    @Test
    void headlines_without_a_listed_word_are_no_zero() {
        SentimentReport report = report(article("2024-01-05T00:00:00Z", "A", "Acme to hold meeting"));

        assertThat(report.score()).isNull();
        assertThat(report.articles().unscored()).isEqualTo(1);
        assertThat(report.articles().neutral()).isZero();
        assertThat(report.headlines().get(0).score()).isNull();
        assertThat(report.explanation())
                .isEqualTo("None of 1 headline on ACME in the 7 days to 2024-01-07 holds a word of the list,"
                        + " so there is no score.");
    }

    @Test
    void a_policy_refuses_nonsense() {
        AlertThresholds alert = POLICY.alert();
        assertThatThrownBy(() -> new SentimentPolicy(0, 1, 2, 0.05, 3, 4, alert, 3, 30, 300))
                .hasMessage("news_days must be in [1, 365], was 0");
        assertThatThrownBy(() -> new SentimentPolicy(7, 8, 2, 0.05, 3, 4, alert, 3, 30, 300))
                .hasMessage("recent_days must be in [1, news_days], was 8");
        assertThatThrownBy(() -> new SentimentPolicy(7, 2, Double.NaN, 0.05, 3, 4, alert, 3, 30, 300))
                .hasMessage("half_life_days must be in (0, 365], was NaN");
        assertThatThrownBy(() -> new AlertThresholds(0, 0.5, 3, 2)).hasMessage("score must be in (0, 1], was 0.0");
        assertThatThrownBy(() -> new AlertThresholds(0.3, 0.5, 3, Double.NaN))
                .hasMessage("shift_z must be in (0, 100], was NaN");
    }
}
