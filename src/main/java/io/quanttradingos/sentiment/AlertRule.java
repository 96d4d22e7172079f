package io.quanttradingos.sentiment;

import io.quanttradingos.sentiment.SentimentPolicy.AlertThresholds;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether news are worth an alert: where the score is far enough from 0, trusted enough and made of enough articles, or
 * where the latest days differ clearly from those before. The score and its confidence may be the word list's or a model's.
 */
public final class AlertRule {
    private AlertRule() {}

    /**
     * The decision; where both conditions hold, the score gives the direction.
     *
     * @param score in [-1, 1]; null where there is none
     * @param confidence in [0, 1]
     * @param scoredArticles how many articles hold a listed word
     */
    public static AlertDecision decide(
            @Nullable Double score,
            double confidence,
            int scoredArticles,
            SentimentShift shift,
            SentimentPolicy policy) {
        AlertThresholds limits = policy.alert();
        Double z = shift.z();
        boolean shifted = z != null && Math.abs(z) >= limits.shiftZ();
        String shiftWords = z == null ? "" : shiftWords(shift, z, limits, shifted);
        if (score == null || Double.isNaN(score)) {
            return shifted && z != null
                    ? AlertDecision.raised(Direction.of(z), shiftWords)
                    : AlertDecision.quiet("There is no score to alert on.");
        }
        String missing = missing(score, confidence, scoredArticles, limits);
        if (missing.isEmpty()) {
            return AlertDecision.raised(
                    Direction.of(score),
                    "The score " + Wording.number(score) + " reaches " + Wording.number(limits.score())
                            + " with a confidence of " + Wording.number(confidence) + " from "
                            + Wording.count(scoredArticles, "scored article") + "."
                            + (shifted ? " " + shiftWords : ""));
        }
        return shifted && z != null
                ? AlertDecision.raised(Direction.of(z), shiftWords)
                : AlertDecision.quiet(missing + (shiftWords.isEmpty() ? "" : " " + shiftWords));
    }

    /** The first thing the score lacks; empty where it lacks nothing. */
    private static String missing(double score, double confidence, int scoredArticles, AlertThresholds limits) {
        if (!(Math.abs(score) >= limits.score())) {
            return "The score " + Wording.number(score) + " is nearer to 0 than " + Wording.number(limits.score())
                    + ".";
        }
        if (!(confidence >= limits.confidence())) {
            return "The confidence " + Wording.number(confidence) + " is below " + Wording.number(limits.confidence())
                    + ".";
        }
        return scoredArticles >= limits.articles()
                ? ""
                : "Only " + Wording.count(scoredArticles, "article") + " could be scored, " + limits.articles()
                        + " are needed.";
    }

    private static String shiftWords(SentimentShift shift, double z, AlertThresholds limits, boolean shifted) {
        Double change = shift.change();
        return "The latest days moved the score by " + Wording.number(change == null ? Double.NaN : change) + ", "
                + Wording.number(Math.abs(z)) + " standard errors, "
                + (shifted ? "and " : "fewer than the ") + Wording.number(limits.shiftZ())
                + (shifted ? " are worth an alert." : " that are worth an alert.");
    }
}
