package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.backtest.strategy.Strategies;
import io.quanttradingos.briefing.GateWish;
import io.quanttradingos.briefing.InsiderQuestion;
import io.quanttradingos.briefing.JournalQuestion;
import io.quanttradingos.briefing.Keys;
import io.quanttradingos.briefing.SentimentQuestion;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.units.Symbol;
import io.quanttradingos.upstream.call.AccessKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what arrived at a door into the questions of the agents that need other services, or refuses it. */
public final class BriefingRequests {
    private static final List<String> BAR_FIELDS = List.of("csv_path", "bars", "data_source");
    private static final String GATE_PERIOD = "5y";
    private static final String GATE_CALLER = "sentiment-alert";
    private static final Symbol STAND_IN = Symbol.of("SPY");

    private final Keys own;
    private final BacktestRequests backtests;
    private final Strategies strategies;

    /**
     * Wires it.
     *
     * @param own the server's keys, for requests that bring none
     * @param backtests reads the backtest of a gate
     */
    public BriefingRequests(Keys own, BacktestRequests backtests, Strategies strategies) {
        this.own = own;
        this.backtests = backtests;
        this.strategies = strategies;
    }

    /** What is asked about the news of a company. */
    public SentimentQuestion sentiment(RequestData request, Door door) {
        FieldReader.Fields<SentimentBody> read = FieldReader.read(request, SentimentBody.class);
        Requests.refuseUnknownParts(request, Map.of());
        SentimentBody body = read.fields();
        List<String> notices = new ArrayList<>(read.warnings());
        FieldChecks check = new FieldChecks();
        Symbol symbol = symbol(check, body.symbol());
        Keys keys = keys(check, body.finnhubKey(), body.openaiKey());
        if (body.backtest() != null && !Boolean.TRUE.equals(body.gate())) {
            notices.add("The field 'backtest' has no effect without gate: true.");
        }
        SentimentQuestion question = new SentimentQuestion(
                symbol,
                check.date("as_of", body.asOf()),
                keys,
                !Boolean.FALSE.equals(body.explain()),
                Boolean.TRUE.equals(body.gate()) ? gate(check, symbol, body.backtest(), door, notices) : null,
                door,
                notices);
        check.refuseIfWrong();
        return question;
    }

    /** What is asked about a company's insiders. */
    public InsiderQuestion insider(RequestData request, Door door) {
        FieldReader.Fields<InsiderBody> read = FieldReader.read(request, InsiderBody.class);
        Requests.refuseUnknownParts(request, Map.of());
        InsiderBody body = read.fields();
        FieldChecks check = new FieldChecks();
        InsiderQuestion question = new InsiderQuestion(
                symbol(check, body.symbol()),
                check.date("as_of", body.asOf()),
                keys(check, body.finnhubKey(), body.openaiKey()),
                !Boolean.FALSE.equals(body.explain()),
                door,
                read.warnings());
        check.refuseIfWrong();
        return question;
    }

    /** What is asked about a trader's closed trades. */
    public JournalQuestion journal(RequestData request, Door door) {
        if (request.mediaType() != null && Set.of("text/csv", "application/csv").contains(request.mediaType())) {
            return journalOf(new Source.Given("body", request.body()), door, null);
        }
        FieldReader.Fields<JournalBody> read = FieldReader.read(request, JournalBody.class);
        Requests.refuseUnknownParts(request, Map.of("trades_file", "trades", "file", "trades"));
        JournalBody body = read.fields();
        FieldChecks check = new FieldChecks();
        Source trades = Requests.one(
                check,
                "trades",
                Requests.path(body.tradesPath()),
                Requests.inline("trades", body.trades()),
                inline(body.tradesJson()),
                Requests.upload(request, "trades_file"),
                Requests.upload(request, "file"));
        if (trades == null) {
            check.wrong("trades", "is required: as the file trades_file, as trades, as trades_json or as trades_path");
        }
        Source answered = Source.answered(trades, body.answers(check));
        JournalQuestion question = new JournalQuestion(
                answered == null ? new Source.Given("", new byte[0]) : answered,
                check.positive("account_size", body.accountSize()),
                body.seed(),
                keys(check, null, body.openaiKey()),
                !Boolean.FALSE.equals(body.explain()),
                door,
                null,
                read.warnings());
        check.refuseIfWrong();
        return question;
    }

    /** The question about a journal that comes alone. */
    public JournalQuestion journalOf(Source trades, Door door, @Nullable String idempotencyKey) {
        return new JournalQuestion(trades, null, null, own, true, door, idempotencyKey, List.of());
    }

    private static @Nullable Source inline(@Nullable String tradesJson) {
        if (tradesJson == null || tradesJson.isBlank()) {
            return null;
        }
        JsonNode trades = FieldReader.parse("trades_json", tradesJson.getBytes(StandardCharsets.UTF_8));
        return Requests.inline(
                "trades_json", trades.isObject() && trades.has("trades") ? trades.get("trades") : trades);
    }

    private static Symbol symbol(FieldChecks check, @Nullable String text) {
        if (text == null || text.isBlank()) {
            check.wrong("symbol", "is required");
            return STAND_IN;
        }
        return check.symbol("symbol", text, STAND_IN);
    }

    private Keys keys(FieldChecks check, @Nullable String finnhub, @Nullable String languageModel) {
        return new Keys(key(check, "finnhub_key", finnhub), key(check, "openai_key", languageModel)).or(own);
    }

    /** A key that cannot be one is refused without being shown. */
    private static @Nullable AccessKey key(FieldChecks check, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return AccessKey.of(text);
        } catch (IllegalArgumentException e) {
            check.wrong(field, "must be of visible ASCII characters");
            return null;
        }
    }

    private @Nullable GateWish gate(
            FieldChecks check, Symbol symbol, @Nullable JsonNode backtest, Door door, List<String> notices) {
        if (backtest != null && !backtest.isNull() && !backtest.isObject()) {
            check.wrong("backtest", "must be an object with the fields of POST /backtest");
            return null;
        }
        ObjectNode fields = backtest instanceof ObjectNode given
                ? given.deepCopy()
                : Json.mapper().createObjectNode();
        boolean ownBars = BAR_FIELDS.stream().anyMatch(fields::hasNonNull);
        withDefault(fields, "symbol", symbol.text());
        withDefault(fields, "caller", GATE_CALLER);
        withDefault(fields, "period", GATE_PERIOD);
        BacktestQuestion question = backtests
                .read(new RequestData("application/json", Map.of(), Map.of(), Map.of(), Json.bytes(fields)), door, null)
                .question();
        try {
            strategies.named(question.strategy());
        } catch (Refusal refusal) {
            check.wrong("backtest", refusal.detail());
        }
        if (question.conventions() == Conventions.SEED) {
            check.wrong("backtest", "cannot be in conventions seed, which give no verdict");
        }
        question.notices().forEach(notice -> notices.add("backtest: " + notice));
        return new GateWish(question, ownBars, fields.get("period").asText());
    }

    private static void withDefault(ObjectNode fields, String name, String value) {
        if (!fields.hasNonNull(name)) {
            fields.put(name, value);
        }
    }
}
