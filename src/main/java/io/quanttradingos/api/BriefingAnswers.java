package io.quanttradingos.api;

import io.quanttradingos.backtest.Judged;
import io.quanttradingos.briefing.GateWish;
import io.quanttradingos.briefing.InsiderBriefing;
import io.quanttradingos.briefing.InsiderQuestion;
import io.quanttradingos.briefing.JournalBriefing;
import io.quanttradingos.briefing.JournalQuestion;
import io.quanttradingos.briefing.SentimentBriefing;
import io.quanttradingos.briefing.SentimentQuestion;
import io.quanttradingos.briefing.Told;
import io.quanttradingos.feeds.Heard;
import io.quanttradingos.inputs.ImportFields;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.language.Explanation;
import io.quanttradingos.pipeline.AnswerRecorder;
import io.quanttradingos.state.Content;
import io.quanttradingos.units.Symbol;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the agents that need other services answer; recorded before anyone is told of it, with all that was heard, so that it
 * can be had again without asking anyone.
 */
public final class BriefingAnswers {
    /** The kinds of run there are here. */
    public static final List<String> KINDS = List.of("sentiment", "insider", "journal");

    /** The kinds of run by name. */
    public static final String SENTIMENT = "sentiment";

    public static final String INSIDER = "insider";
    public static final String JOURNAL = "journal";

    /** The part of a run that holds the agent's policy. */
    static final String POLICY = "agent_policy";

    private final AnswerRecorder recorder;
    private final Texts policies;
    private final OwnStrategies own;

    /**
     * The policies as texts, kept with every run.
     *
     * @param sentiment of the sentiment agent
     * @param insider of the insider agent
     * @param journal of the journal agent
     * @param backtest of a gate's backtest
     */
    public record Texts(Content sentiment, Content insider, Content journal, Content backtest) {}

    public BriefingAnswers(AnswerRecorder recorder, Texts policies, OwnStrategies own) {
        this.recorder = recorder;
        this.policies = policies;
        this.own = own;
    }

    /** Records and answers a sentiment alert. */
    public byte[] sentiment(SentimentBriefing.Decided decided) {
        SentimentQuestion question = decided.question();
        SentimentBriefing.Gathered gathered = decided.explained().assessed().gathered();
        Map<String, @Nullable Object> request =
                ofCompany(question.symbol(), question.asOf(), question.explain(), gathered.news());
        request.put("notices", question.notices());
        request.put("day", gathered.day());
        request.put("old", gathered.isOld());
        request.put("price", gathered.price().orElse(null));
        request.put("gathering_warnings", gathered.warnings());
        request.put("told", told(decided.explained().told()));
        Map<String, Input<?>> inputs = new LinkedHashMap<>();
        inputs.put(gathered.news().part(), input(gathered.news()));
        inputs.put(POLICY, input("sentiment.yaml", policies.sentiment()));
        GateWish gate = question.gate();
        if (gate != null) {
            request.put("gate", gate(gate, decided, inputs));
        }
        return ProvenAnswer.of(recorder.record(new AnswerRecorder.Answer(
                SENTIMENT,
                AnswerRecorder.OK,
                question.door(),
                gathered.at(),
                gathered.day(),
                text(request),
                BriefingJson.sentiment(decided),
                inputs,
                null)));
    }

    private Map<String, @Nullable Object> gate(
            GateWish gate, SentimentBriefing.Decided decided, Map<String, Input<?>> inputs) {
        if (decided.backtest().isPresent()) {
            Judged judged = decided.backtest().get();
            inputs.putAll(BacktestAnswers.inputs(judged, policies.backtest(), own));
            return BacktestJson.asked(judged);
        }
        inputs.put(BacktestAnswers.POLICY, input("backtest.yaml", policies.backtest()));
        Map<String, @Nullable Object> recorded = new LinkedHashMap<>();
        recorded.put("asked", gate.question().asked());
        recorded.put("notices", gate.question().notices());
        return recorded;
    }

    /** Records and answers an insider report. */
    public byte[] insider(InsiderBriefing.Explained explained) {
        InsiderQuestion question = explained.question();
        InsiderBriefing.Gathered gathered = explained.assessed().gathered();
        Map<String, @Nullable Object> request =
                ofCompany(question.symbol(), question.asOf(), question.explain(), gathered.transactions());
        request.put("notices", question.notices());
        request.put("day", gathered.day());
        request.put("price", gathered.price().orElse(null));
        request.put("gathering_warnings", gathered.warnings());
        request.put("told", told(explained.told()));
        return ProvenAnswer.of(recorder.record(new AnswerRecorder.Answer(
                INSIDER,
                AnswerRecorder.OK,
                question.door(),
                gathered.at(),
                gathered.day(),
                text(request),
                BriefingJson.insider(explained),
                Map.of(
                        gathered.transactions().part(),
                        input(gathered.transactions()),
                        POLICY,
                        input("insider.yaml", policies.insider())),
                null)));
    }

    /** Records and answers the review of a journal. */
    public byte[] journal(JournalBriefing.Explained explained) {
        JournalQuestion question = explained.question();
        JournalBriefing.Gathered gathered = explained.assessed().gathered();
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("trades", gathered.journal().name());
        asked.put("account_size", question.accountSize());
        asked.put("seed", question.seed());
        asked.put("explain", question.explain());
        Map<String, String> said = ImportFields.of(question.trades().answers());
        if (!said.isEmpty()) {
            asked.put("imports", said);
        }
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("asked", asked);
        request.put("notices", question.notices());
        request.put("told", told(explained.told()));
        return ProvenAnswer.of(recorder.record(new AnswerRecorder.Answer(
                JOURNAL,
                AnswerRecorder.OK,
                question.door(),
                gathered.at(),
                null,
                text(request),
                BriefingJson.journal(explained),
                Map.of("trades", gathered.journal(), POLICY, input("journal.yaml", policies.journal())),
                question.idempotencyKey())));
    }

    /** What was asked of a company, and who told us of it. */
    private static Map<String, @Nullable Object> ofCompany(
            Symbol symbol, @Nullable LocalDate asOf, boolean explain, Heard<?> heard) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("symbol", symbol);
        asked.put("as_of", asOf);
        asked.put("explain", explain);
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("asked", asked);
        request.put("heard", heard(heard));
        return request;
    }

    private static Map<String, @Nullable Object> told(Told told) {
        Map<String, @Nullable Object> recorded = new LinkedHashMap<>();
        Explanation explanation = told.explanation();
        recorded.put("why_not", told.whyNot());
        if (explanation != null) {
            recorded.put("model", explanation.model());
            recorded.put("reply", explanation.reply());
            recorded.put("prompt_tokens", explanation.tokens().prompt());
            recorded.put("completion_tokens", explanation.tokens().completion());
            recorded.put("tokens_complete", explanation.tokens().complete());
        }
        return recorded;
    }

    private static Map<String, Object> heard(Heard<?> heard) {
        return Map.of(
                "part",
                heard.part(),
                "source",
                heard.source(),
                "day",
                heard.day(),
                "at",
                heard.at(),
                "origin",
                heard.origin().name(),
                "skipped",
                heard.skipped());
    }

    private static Input<?> input(Heard<?> heard) {
        return new Input<>(heard.source(), heard.content(), heard.rows(), heard.content());
    }

    private static Input<?> input(String name, Content policy) {
        return new Input<>(name, policy, 1, policy);
    }

    private static String text(Object request) {
        return new String(Json.bytes(request), StandardCharsets.UTF_8);
    }
}
