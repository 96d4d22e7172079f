package io.quanttradingos.briefing;

import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.backtest.Backtests;
import io.quanttradingos.backtest.Judged;
import io.quanttradingos.backtest.performance.Verdict;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.feeds.CompanyFeeds;
import io.quanttradingos.feeds.Heard;
import io.quanttradingos.feeds.PriceFeeds;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.language.AnswerShape;
import io.quanttradingos.language.Explanation;
import io.quanttradingos.language.LanguageModel;
import io.quanttradingos.language.Question;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.sentiment.AlertDecision;
import io.quanttradingos.sentiment.AlertRule;
import io.quanttradingos.sentiment.NewsArticle;
import io.quanttradingos.sentiment.SentimentAgent;
import io.quanttradingos.sentiment.SentimentPolicy;
import io.quanttradingos.sentiment.SentimentReport;
import io.quanttradingos.upstream.call.Budget;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a sentiment alert: {@link #gather}, {@link #assess}, {@link #explain}, {@link #gate}.
 *
 * <p>The word list scores the headlines whatever happens. A language model may read them too: its score then stands in the
 * answer beside the list's, and decides about the alert; counts and shift stay as they were computed.
 */
public final class SentimentBriefing {
    private static final String TASK =
            "Judge what the headlines say of the company's near-term prospects for its share price. score: -1 is very bad, 0"
                    + " is neutral, 1 is very good. confidence: how far the headlines agree and how much they say; 0.2 or less"
                    + " where they are few or off the point. explanation: two to four sentences that name the headlines and"
                    + " numbers they rest on.";

    /** What the language model is to answer. */
    public static final AnswerShape SHAPE = AnswerShape.of(
            AnswerShape.number("score", -1, 1),
            AnswerShape.number("confidence", 0, 1),
            AnswerShape.text("explanation", 1_200));

    private final CompanyFeeds feeds;
    private final Prices prices;
    private final Narrator narrator;
    private final Backtests backtests;
    private final SentimentPolicy policy;
    private final Duration mostWaiting;
    private final Function<Object, byte[]> json;
    private final InstantSource clock;

    public SentimentBriefing(
            CompanyFeeds feeds,
            PriceFeeds prices,
            LanguageModel model,
            Backtests backtests,
            SentimentPolicy policy,
            Duration mostWaiting,
            Function<Object, byte[]> json,
            InstantSource clock) {
        this.feeds = feeds;
        this.prices = new Prices(feeds, prices);
        this.narrator = new Narrator(model);
        this.backtests = backtests;
        this.policy = policy;
        this.mostWaiting = mostWaiting;
        this.json = json;
        this.clock = clock;
    }

    /**
     * All that is needed.
     *
     * @param at when the question came
     * @param budget what may still be waited for other services
     * @param day the last day whose news count
     * @param isOld whether the news are older than was asked for
     * @param price what the company's share costs
     * @param bars those of the gate's backtest where they were fetched; empty too where nobody knows them
     * @param warnings what could not be had, one sentence each
     */
    public record Gathered(
            SentimentQuestion question,
            Instant at,
            Budget budget,
            LocalDate day,
            boolean isOld,
            Heard<List<NewsArticle>> news,
            Optional<SharePrice> price,
            Optional<Input<BarFile>> bars,
            List<String> warnings) {}

    /** With what the word list says. */
    public record Assessed(Gathered gathered, SentimentReport report) {}

    /** With what the language model says. */
    public record Explained(Assessed assessed, Told told) {
        /** The score that counts: the model's where it was asked. */
        public @Nullable Double score() {
            Explanation explanation = told.explanation();
            return explanation == null
                    ? assessed.report().score()
                    : explanation.numbers().get("score");
        }

        /** How far that is to be trusted. */
        public double confidence() {
            Explanation explanation = told.explanation();
            Double given = explanation == null ? null : explanation.numbers().get("confidence");
            return given == null ? assessed.report().confidence().value() : given;
        }
    }

    /**
     * With the alert.
     *
     * @param backtest what the gate's backtest says; empty where there was no gate, or no bars for it
     */
    public record Decided(Explained explained, AlertDecision alert, Optional<Judged> backtest) {
        public SentimentQuestion question() {
            return explained.assessed().gathered().question();
        }
    }

    /** Asks for news, the price and, for a gate without bars of its own, bars. */
    public Gathered gather(SentimentQuestion question) {
        CompanyEnquiry enquiry = CompanyEnquiry.begun(
                clock.instant(),
                mostWaiting,
                question.symbol(),
                question.asOf(),
                policy.newsDays(),
                question.keys().finnhub());
        Budget budget = enquiry.budget();
        Heard<List<NewsArticle>> news = feeds.news(enquiry.wanted(), budget);
        AskedDay.Heeded heeded = enquiry.heeded(news, newest(news.value()));
        LocalDate day = heeded.day();
        List<String> warnings = new ArrayList<>();
        if (heeded.isOld()) {
            warnings.add("There are no news of the last " + policy.newsDays() + " days; the newest served are of " + day
                    + ", and this is the sentiment of that day. No alert is raised on it.");
        }
        Optional<SharePrice> price = prices.price(enquiry.wanted(), day, budget, warnings);
        return new Gathered(
                question,
                enquiry.at(),
                budget,
                day,
                heeded.isOld(),
                news,
                price,
                bars(question, day, budget),
                warnings);
    }

    private static @Nullable LocalDate newest(List<NewsArticle> articles) {
        return articles.stream()
                .map(article -> LocalDate.ofInstant(article.at(), ZoneOffset.UTC))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Optional<Input<BarFile>> bars(SentimentQuestion question, LocalDate day, Budget budget) {
        GateWish gate = question.gate();
        return gate == null || gate.ownBars()
                ? Optional.empty()
                : prices.feeds().bars(gate.question().symbol(), gate.period(), day, budget);
    }

    /** Scores the headlines by the word list. */
    public Assessed assess(Gathered gathered) {
        return assessed(gathered, policy);
    }

    /** The same under a policy of one's own; asks nobody. */
    public static Assessed assessed(Gathered gathered, SentimentPolicy policy) {
        return new Assessed(
                gathered,
                SentimentAgent.assess(
                        gathered.question().symbol(),
                        gathered.day(),
                        gathered.news().value(),
                        policy));
    }

    /** Has the language model read the headlines. */
    public Explained explain(Assessed assessed) {
        SentimentQuestion question = assessed.gathered().question();
        if (assessed.report().headlines().isEmpty()) {
            return new Explained(
                    assessed, Told.nothing("No language model was asked, as there are no headlines to read."));
        }
        return new Explained(
                assessed,
                narrator.told(
                        question.explain(),
                        question.keys().languageModel(),
                        modelQuestion(assessed),
                        assessed.gathered().budget()));
    }

    private Question modelQuestion(Assessed assessed) {
        SentimentReport report = assessed.report();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("symbol", report.symbol());
        facts.put("day", report.day());
        facts.put("articles", report.articles());
        facts.put("word_list_score", report.score());
        facts.put("shift", report.shift());
        facts.put("price", assessed.gathered().price().map(SharePrice::facts).orElse(null));
        facts.put(
                "headlines",
                report.headlines().stream()
                        .map(headline -> Map.of(
                                "published",
                                headline.at(),
                                "source",
                                headline.source(),
                                "headline",
                                headline.headline()))
                        .toList());
        return new Question(
                "sentiment " + report.symbol(),
                report.day(),
                TASK,
                new String(json.apply(facts), StandardCharsets.UTF_8),
                SHAPE);
    }

    /** Decides about the alert; where a gate was wished, its backtest has to pass. */
    public Decided gate(Explained explained) {
        return decided(explained, policy, backtests);
    }

    /** The same under a policy of one's own; asks nobody. */
    public static Decided decided(Explained explained, SentimentPolicy policy, Backtests backtests) {
        SentimentReport report = explained.assessed().report();
        Gathered gathered = explained.assessed().gathered();
        AlertDecision byNews = AlertRule.decide(
                explained.score(), explained.confidence(), report.articles().scored(), report.shift(), policy);
        AlertDecision alert = gathered.isOld() ? byNews.withheld("The news are old.") : byNews;
        GateWish gate = gathered.question().gate();
        if (gate == null) {
            return new Decided(explained, alert, Optional.empty());
        }
        Optional<Judged> backtest = backtest(gate, gathered, backtests);
        AlertDecision gated = backtest.map(judged ->
                        alert.gated(passed(judged), judged.report().verdict().reason() + "."))
                .orElseGet(() -> alert.gated(
                        false, "no source has bars of " + gate.question().symbol() + " to test on."));
        return new Decided(explained, gated, backtest);
    }

    private static boolean passed(Judged judged) {
        return judged.report().verdict().verdict() == Verdict.PASS;
    }

    private static Optional<Judged> backtest(GateWish gate, Gathered gathered, Backtests backtests) {
        BacktestQuestion question = gate.question();
        if (!gate.ownBars()) {
            if (gathered.bars().isEmpty()) {
                return Optional.empty();
            }
            Input<BarFile> bars = gathered.bars().get();
            Source file = new Source.Given(bars.name(), bars.content().bytes());
            question = question.on(List.of(file), question.gate().prices());
        }
        try {
            return Optional.of((Judged) backtests.judge(backtests.run(backtests.gather(question))));
        } catch (Refusal refusal) {
            throw refusal.about("backtest");
        }
    }
}
