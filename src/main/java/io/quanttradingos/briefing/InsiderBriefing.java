package io.quanttradingos.briefing;

import io.quanttradingos.feeds.CompanyFeeds;
import io.quanttradingos.feeds.Heard;
import io.quanttradingos.feeds.PriceFeeds;
import io.quanttradingos.insider.InsiderAgent;
import io.quanttradingos.insider.InsiderPolicy;
import io.quanttradingos.insider.InsiderReport;
import io.quanttradingos.insider.InsiderTransaction;
import io.quanttradingos.language.AnswerShape;
import io.quanttradingos.language.LanguageModel;
import io.quanttradingos.language.Question;
import io.quanttradingos.upstream.call.Budget;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps of an insider report: {@link #gather}, {@link #assess}, {@link #explain}. */
public final class InsiderBriefing {
    private static final String TASK =
            "Write a report of four to eight sentences for an investor on what the company's insiders did with its shares."
                    + " Purchases and sales on the market (codes P and S) matter; awards, exercises and taxes are no"
                    + " opinion about the price. Cite the numbers you rest on.";

    /** What the language model is to answer. */
    public static final AnswerShape SHAPE = AnswerShape.of(AnswerShape.text("report", 3_000));

    private final CompanyFeeds feeds;
    private final Prices prices;
    private final Narrator narrator;
    private final InsiderPolicy policy;
    private final Duration mostWaiting;
    private final Function<Object, byte[]> json;
    private final InstantSource clock;

    public InsiderBriefing(
            CompanyFeeds feeds,
            PriceFeeds prices,
            LanguageModel model,
            InsiderPolicy policy,
            Duration mostWaiting,
            Function<Object, byte[]> json,
            InstantSource clock) {
        this.feeds = feeds;
        this.prices = new Prices(feeds, prices);
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
     * @param budget what may still be waited for other services
     * @param day the last day whose filings count
     * @param price what the company's share costs
     * @param warnings what could not be had, one sentence each
     */
    public record Gathered(
            InsiderQuestion question,
            Instant at,
            Budget budget,
            LocalDate day,
            Heard<List<InsiderTransaction>> transactions,
            Optional<SharePrice> price,
            List<String> warnings) {}

    /** With the numbers. */
    public record Assessed(Gathered gathered, InsiderReport report) {}

    /** With the language model's words. */
    public record Explained(Assessed assessed, Told told) {
        public InsiderQuestion question() {
            return assessed.gathered().question();
        }
    }

    /** Asks for the insiders' reports and the price. */
    public Gathered gather(InsiderQuestion question) {
        CompanyEnquiry enquiry = CompanyEnquiry.begun(
                clock.instant(),
                mostWaiting,
                question.symbol(),
                question.asOf(),
                policy.windowDays(),
                question.keys().finnhub());
        Budget budget = enquiry.budget();
        Heard<List<InsiderTransaction>> transactions = feeds.insiders(enquiry.wanted(), budget);
        AskedDay.Heeded heeded = enquiry.heeded(transactions, newest(transactions.value()));
        LocalDate day = heeded.day();
        List<String> warnings = new ArrayList<>();
        if (heeded.isOld()) {
            warnings.add("There are no reports of the last " + policy.windowDays() + " days; the newest served is of "
                    + day + ", and this is what was known on that day.");
        }
        Optional<SharePrice> price = prices.price(enquiry.wanted(), day, budget, warnings);
        return new Gathered(question, enquiry.at(), budget, day, transactions, price, warnings);
    }

    /** The date of the newest line: when it was filed, or done where that is not known. */
    private static @Nullable LocalDate newest(List<InsiderTransaction> lines) {
        return lines.stream()
                .map(line -> line.filingDate() == null ? line.transactionDate() : line.filingDate())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Counts and adds up. */
    public Assessed assess(Gathered gathered) {
        return assessed(gathered, policy);
    }

    /** The same under a policy of one's own; asks nobody. */
    public static Assessed assessed(Gathered gathered, InsiderPolicy policy) {
        return new Assessed(
                gathered,
                InsiderAgent.assess(
                        gathered.question().symbol(),
                        gathered.day(),
                        gathered.transactions().value(),
                        policy));
    }

    /** Has the language model put the numbers into words. */
    public Explained explain(Assessed assessed) {
        InsiderQuestion question = assessed.gathered().question();
        return new Explained(
                assessed,
                narrator.told(
                        question.explain(),
                        question.keys().languageModel(),
                        modelQuestion(assessed),
                        assessed.gathered().budget()));
    }

    private Question modelQuestion(Assessed assessed) {
        InsiderReport report = assessed.report();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("symbol", report.symbol());
        facts.put("from", report.windowFrom());
        facts.put("to", report.day());
        facts.put("lines", report.lines());
        facts.put("market", report.market());
        facts.put("by_code", report.byCode());
        facts.put("cluster_buys", report.clusterBuys());
        facts.put("signal", report.signal());
        facts.put("findings", report.findings());
        facts.put("price", assessed.gathered().price().map(SharePrice::facts).orElse(null));
        return new Question(
                "insider " + report.symbol(),
                report.day(),
                TASK,
                new String(json.apply(facts), StandardCharsets.UTF_8),
                SHAPE);
    }
}
