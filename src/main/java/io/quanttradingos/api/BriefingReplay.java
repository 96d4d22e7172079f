package io.quanttradingos.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.backtest.BacktestPolicy;
import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.backtest.Backtests;
import io.quanttradingos.briefing.GateWish;
import io.quanttradingos.briefing.InsiderBriefing;
import io.quanttradingos.briefing.InsiderQuestion;
import io.quanttradingos.briefing.JournalBriefing;
import io.quanttradingos.briefing.JournalQuestion;
import io.quanttradingos.briefing.Keys;
import io.quanttradingos.briefing.SentimentBriefing;
import io.quanttradingos.briefing.SentimentQuestion;
import io.quanttradingos.briefing.SharePrice;
import io.quanttradingos.briefing.Told;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.feeds.CompanyFeeds;
import io.quanttradingos.feeds.Heard;
import io.quanttradingos.inputs.ImportFields;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.insider.InsiderPolicy;
import io.quanttradingos.insider.InsiderTransaction;
import io.quanttradingos.journal.JournalPolicy;
import io.quanttradingos.language.AnswerShape;
import io.quanttradingos.language.Explanation;
import io.quanttradingos.language.Question;
import io.quanttradingos.language.RecordedModel;
import io.quanttradingos.language.TokenUse;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.pipeline.RecordedInputs;
import io.quanttradingos.pipeline.Replay.Outputs;
import io.quanttradingos.policy.PolicyFile;
import io.quanttradingos.sentiment.NewsArticle;
import io.quanttradingos.sentiment.SentimentPolicy;
import io.quanttradingos.state.Content;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.units.Symbol;
import io.quanttradingos.upstream.Read;
import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Budget;
import io.quanttradingos.upstream.call.Served.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Computes a recorded sentiment alert, insider report or journal review again, from its record alone: what was heard, the
 * policy it ran under, and what the language model answered. Nobody is asked and no token is spent.
 */
public final class BriefingReplay {
    /** What nobody is sent. */
    private static final AccessKey NO_KEY = AccessKey.of("none");

    private final RunStore store;
    private final Inputs inputs;
    private final BacktestReplay backtests;

    public BriefingReplay(RunStore store, Inputs inputs, BacktestReplay backtests) {
        this.store = store;
        this.inputs = inputs;
        this.backtests = backtests;
    }

    /** The answer, as recorded and as computed again. */
    Outputs of(RunRecord run) {
        RecordedInputs contents = new RecordedInputs(store, run);
        JsonNode request = BacktestReplay.read(run.facts().requestJson());
        byte[] again = switch (run.facts().kind()) {
            case BriefingAnswers.SENTIMENT -> sentiment(run, request, contents);
            case BriefingAnswers.INSIDER -> insider(run, request, contents);
            default -> journal(run, request, contents);
        };
        return new Outputs(
                Map.of(Outputs.ANSWER, run.facts().resultJson().getBytes(StandardCharsets.UTF_8)),
                Map.of(Outputs.ANSWER, again));
    }

    private byte[] sentiment(RunRecord run, JsonNode request, RecordedInputs contents) {
        SentimentPolicy policy = PolicyFile.read(
                "the recorded policy", contents.required(BriefingAnswers.POLICY), SentimentPolicy.defaults());
        JsonNode gate = request.path("gate");
        BacktestPolicy backtestPolicy = gate.isObject()
                ? PolicyFile.read(
                        "the recorded policy", contents.required(BacktestAnswers.POLICY), BacktestPolicy.defaults())
                : BacktestPolicy.defaults();
        SentimentQuestion question = new SentimentQuestion(
                symbol(request),
                null,
                Keys.NONE,
                false,
                gate.isObject() ? gate(gate, backtestPolicy, contents) : null,
                Door.REPLAY,
                BacktestReplay.notices(request));
        SentimentBriefing.Gathered gathered = new SentimentBriefing.Gathered(
                question,
                run.facts().startedAt(),
                Budget.of(Duration.ZERO),
                date(request.path("day")),
                request.path("old").asBoolean(),
                news(request.path("heard"), contents),
                price(request),
                Optional.empty(),
                texts(request.path("gathering_warnings")));
        SentimentBriefing.Assessed assessed = SentimentBriefing.assessed(gathered, policy);
        SentimentBriefing.Explained explained =
                new SentimentBriefing.Explained(assessed, told(request, SentimentBriefing.SHAPE));
        Backtests again = backtests.backtests(run, gate.path("trials"), contents, backtestPolicy);
        return BriefingJson.sentiment(SentimentBriefing.decided(explained, policy, again));
    }

    /** The recorded backtest with its bars; where none were had, the wish without any. */
    private static GateWish gate(JsonNode gate, BacktestPolicy policy, RecordedInputs contents) {
        BacktestQuestion question = new BacktestRequests(policy, "")
                .recorded(
                        gate.path("asked"),
                        BacktestReplay.bars(gate, contents),
                        BacktestReplay.prices(gate, contents),
                        BacktestReplay.notices(gate));
        return new GateWish(question, gate.path("bars").isArray(), "");
    }

    private byte[] insider(RunRecord run, JsonNode request, RecordedInputs contents) {
        InsiderPolicy policy = PolicyFile.read(
                "the recorded policy", contents.required(BriefingAnswers.POLICY), InsiderPolicy.defaults());
        InsiderQuestion question = new InsiderQuestion(
                symbol(request), null, Keys.NONE, false, Door.REPLAY, BacktestReplay.notices(request));
        InsiderBriefing.Gathered gathered = new InsiderBriefing.Gathered(
                question,
                run.facts().startedAt(),
                Budget.of(Duration.ZERO),
                date(request.path("day")),
                transactions(request.path("heard"), contents),
                price(request),
                texts(request.path("gathering_warnings")));
        return BriefingJson.insider(new InsiderBriefing.Explained(
                InsiderBriefing.assessed(gathered, policy), told(request, InsiderBriefing.SHAPE)));
    }

    private static Source trades(JsonNode asked, RecordedInputs contents) {
        Map<String, String> said = new TreeMap<>();
        asked.path("imports")
                .properties()
                .forEach(field -> said.put(field.getKey(), field.getValue().asText()));
        Source trades = contents.source("trades", asked.path("trades").asText());
        return ImportFields.answered(trades, "trades", said.isEmpty() ? null : Map.of("trades", said));
    }

    private byte[] journal(RunRecord run, JsonNode request, RecordedInputs contents) {
        JournalPolicy policy = PolicyFile.read(
                "the recorded policy", contents.required(BriefingAnswers.POLICY), JournalPolicy.defaults());
        JsonNode asked = request.path("asked");
        JournalQuestion question = new JournalQuestion(
                trades(asked, contents),
                asked.path("account_size").isNumber()
                        ? asked.path("account_size").asDouble()
                        : null,
                asked.path("seed").isNumber() ? asked.path("seed").asInt() : null,
                Keys.NONE,
                false,
                Door.REPLAY,
                null,
                BacktestReplay.notices(request));
        JournalBriefing.Gathered gathered = new JournalBriefing.Gathered(
                question, run.facts().startedAt(), inputs.journal("trades", question.trades()));
        return BriefingJson.journal(new JournalBriefing.Explained(
                JournalBriefing.assessed(gathered, policy), told(request, JournalBriefing.SHAPE)));
    }

    private static Symbol symbol(JsonNode request) {
        return Symbol.of(request.path("asked").path("symbol").asText());
    }

    private static LocalDate date(JsonNode text) {
        return LocalDate.parse(text.asText());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Optional<SharePrice> price(JsonNode request) {
        try {
            JsonNode price = request.path("price");
            return price.isObject()
                    ? Optional.of(Json.mapper().treeToValue(price, SharePrice.class))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            throw Refusal.notUsable("the recorded price cannot be read: " + e.getOriginalMessage());
        }
    }

    private static Heard<List<NewsArticle>> news(JsonNode heard, RecordedInputs contents) {
        byte[] content = contents.required(heard.path("part").asText());
        return heard(
                heard, content, CompanyFeeds.news(heard.path("source").asText(), FieldReader.parse("news", content)));
    }

    private static Heard<List<InsiderTransaction>> transactions(JsonNode heard, RecordedInputs contents) {
        byte[] content = contents.required(heard.path("part").asText());
        return heard(
                heard,
                content,
                CompanyFeeds.insiders(
                        heard.path("source").asText(), FieldReader.parse("insider transactions", content)));
    }

    private static <T> Heard<List<T>> heard(JsonNode heard, byte[] content, Read<T> read) {
        return new Heard<>(
                heard.path("part").asText(),
                heard.path("source").asText(),
                date(heard.path("day")),
                Instant.parse(heard.path("at").asText()),
                Origin.valueOf(heard.path("origin").asText()),
                read.rows().size(),
                read.skipped(),
                Content.of(content),
                read.rows());
    }

    private static Told told(JsonNode request, AnswerShape shape) {
        JsonNode told = request.path("told");
        String whyNot = told.path("why_not").textValue();
        if (whyNot != null) {
            return new Told(null, whyNot);
        }
        Question question = new Question("", LocalDate.EPOCH, "", "{}", shape);
        Explanation explanation = new RecordedModel(
                        told.path("model").asText(), told.path("reply").asText())
                .ask(question, NO_KEY, Budget.of(Duration.ZERO));
        TokenUse tokens = new TokenUse(
                told.path("prompt_tokens").asInt(),
                told.path("completion_tokens").asInt(),
                told.path("tokens_complete").asBoolean());
        return new Told(
                new Explanation(
                        explanation.model(),
                        tokens,
                        explanation.reply(),
                        explanation.numbers(),
                        explanation.texts(),
                        explanation.lists()),
                null);
    }
}
