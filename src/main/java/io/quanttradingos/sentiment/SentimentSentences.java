package io.quanttradingos.sentiment;

import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the numbers of a report into sentences. */
record SentimentSentences(Symbol symbol, LocalDate day, SentimentPolicy policy, ArticleCounts counts) {
    /** One or two sentences. */
    String explanation(@Nullable Double score, Confidence confidence, SentimentShift shift) {
        String span = " in the " + Wording.count(policy.newsDays(), "day") + " to " + day;
        if (score == null) {
            return counts.used() == 0
                    ? "There are no headlines on " + symbol + span + "."
                    : "None of " + Wording.count(counts.used(), "headline") + " on " + symbol + span
                            + " holds a word of the list, so there is no score.";
        }
        return counts.scored() + " of " + Wording.count(counts.used(), "headline") + " on " + symbol + span
                + " could be scored: " + counts.positive() + " positive, " + counts.negative() + " negative, "
                + counts.neutral() + " neutral; the score weighted by recency is " + Wording.number(score)
                + " with a confidence of " + Wording.number(confidence.value()) + "." + moved(shift);
    }

    private String moved(SentimentShift shift) {
        Double recent = shift.recentScore();
        Double baseline = shift.baselineScore();
        if (recent == null || baseline == null) {
            return "";
        }
        Double z = shift.z();
        return " The latest " + Wording.count(policy.recentDays(), "day") + " stand at " + Wording.number(recent)
                + " against " + Wording.number(baseline) + " before"
                + (z == null ? "" : ", a change of " + Wording.number(z) + " standard errors") + ".";
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (counts.used() == 0) {
            warnings.add(
                    "there are no articles on " + symbol + " in the window up to " + day + ", so there is no score");
        } else if (counts.scored() == 0) {
            warnings.add("no headline holds a word of the list, so there is no score");
        }
        if (counts.afterDay() > 0) {
            warnings.add(Wording.count(counts.afterDay(), "article") + " published after " + day + ": not looked at");
        }
        if (counts.duplicates() > 0) {
            warnings.add(Wording.count(counts.duplicates(), "article")
                    + " with the headline of an earlier one: counted once");
        }
        return warnings;
    }
}
