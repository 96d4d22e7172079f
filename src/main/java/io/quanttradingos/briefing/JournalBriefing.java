package io.quanttradingos.briefing;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.journal.Journal;
import io.quanttradingos.journal.JournalAgent;
import io.quanttradingos.journal.JournalPolicy;
import io.quanttradingos.journal.JournalReport;
import io.quanttradingos.language.AnswerShape;
import io.quanttradingos.language.LanguageModel;
import io.quanttradingos.language.Question;
import io.quanttradingos.upstream.call.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;

/** The steps of a review of a trade journal: {@link #gather}, {@link #assess}, {@link #explain}. */
public final class JournalBriefing {
    private static final String TASK =
            "You are a trading coach. From the numbers and findings write coaching_report: what goes well, what costs the"
                    + " most, and the two or three changes that would help most, in at most 250 words. Every claim cites a"
                    + " number that is given. Say plainly where the numbers do not suffice to conclude anything.";

    /** What the language model is to answer. */
    public static final AnswerShape SHAPE = AnswerShape.of(AnswerShape.text("coaching_report", 4_000));

    private final Inputs inputs;
    private final Narrator narrator;
    private final JournalPolicy policy;
    private final Duration mostWaiting;
    private final Function<Object, byte[]> json;
    private final InstantSource clock;

    public JournalBriefing(
            Inputs inputs,
            LanguageModel model,
            JournalPolicy policy,
            Duration mostWaiting,
            Function<Object, byte[]> json,
            InstantSource clock) {
        this.inputs = inputs;
        this.narrator = new Narrator(model);
        this.policy = policy;
        this.mostWaiting = mostWaiting;
        this.json = json;
        this.clock = clock;
    }

    /**
     * All that is needed.
     *
     * @param at when the question came
     */
    public record Gathered(JournalQuestion question, Instant at, Input<Journal> journal) {}

    /** With the numbers. */
    public record Assessed(Gathered gathered, JournalReport report) {}

    /** With the language model's words. */
    public record Explained(Assessed assessed, Told told) {
        public JournalQuestion question() {
            return assessed.gathered().question();
        }
    }

    /** Reads the trades. */
    public Gathered gather(JournalQuestion question) {
        Source trades = question.trades();
        String field = trades instanceof Source.InFolder ? "trades_path" : "trades";
        return new Gathered(question, clock.instant(), inputs.journal(field, trades));
    }

    /** Computes the numbers, and what they say. */
    public Assessed assess(Gathered gathered) {
        return assessed(gathered, policy);
    }

    /** The same under a policy of one's own; asks nobody. */
    public static Assessed assessed(Gathered gathered, JournalPolicy policy) {
        JournalQuestion question = gathered.question();
        Integer seed = question.seed();
        JournalReport report = JournalAgent.review(
                gathered.journal().value(), seed == null ? policy : policy.withSeed(seed), question.accountSize());
        return new Assessed(gathered, report.noticed(gathered.journal().notices()));
    }

    /** Has the language model coach. */
    public Explained explain(Assessed assessed) {
        JournalQuestion question = assessed.gathered().question();
        try {
            return new Explained(
                    assessed,
                    narrator.told(
                            question.explain(),
                            question.keys().languageModel(),
                            modelQuestion(assessed),
                            Budget.of(mostWaiting)));
        } catch (Refusal refusal) {
            if (question.contentWithNumbers()) {
                return new Explained(assessed, Told.nothing("There is no coaching text: " + refusal.detail() + "."));
            }
            throw refusal;
        }
    }

    private Question modelQuestion(Assessed assessed) {
        return new Question(
                "journal",
                LocalDate.ofInstant(assessed.gathered().at(), ZoneOffset.UTC),
                TASK,
                JournalFacts.of(assessed.report(), json),
                SHAPE);
    }
}
