package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.guardian.GuardianRequest;
import io.quanttradingos.imports.Answers;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.DisciplineQuestion;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.pipeline.GuardianWish;
import io.quanttradingos.pipeline.PortfolioQuestion;
import io.quanttradingos.pipeline.RegimeQuestion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what arrived at a door into requests of the pipeline, or refuses it with every mistake named. */
public final class Requests {
    static final List<String> TRADE_TYPES = List.of("scalp", "swing", "earnings");
    static final List<String> DATE_FORMATS = List.of("mdy", "dmy");
    static final List<String> CONVENTIONS = List.of("standard", "seed");
    private static final List<String> REPORTS = List.of("json", "html");
    static final Pattern PORTFOLIO_ID = Pattern.compile("[A-Za-z0-9._/-]{1,80}");
    private static final Map<String, String> DECISION_PARTS =
            Map.of("prices_file", "prices", "holdings_file", "holdings", "trades_file", "trades", "plan_file", "plan");

    private Requests() {}

    /** The request of the decision route. */
    public static DecisionRequest decision(RequestData request, Door door) {
        return askedDecision(request, door).request();
    }

    /**
     * A decision's request, and how its answer is wanted.
     *
     * @param html as a report
     */
    public record AskedDecision(DecisionRequest request, boolean html) {}

    /** The request of the decision route, with how it is to be answered. */
    public static AskedDecision askedDecision(RequestData request, Door door) {
        if (request.isEmpty()
                && (request.mediaType() == null || request.mediaType().endsWith("json"))) {
            return new AskedDecision(DecisionRequest.defaults(door), false);
        }
        FieldReader.Fields<DecisionBody> read = FieldReader.read(request, DecisionBody.class);
        DecisionBody body = read.fields();
        refuseUnknownParts(request, DECISION_PARTS);
        FieldChecks check = new FieldChecks();
        Answers answers = body.answers(check);
        Source prices = answered(answers, table(check, request, "prices", body.pricesPath(), body.prices()));
        Source holdings = answered(answers, table(check, request, "holdings", body.holdingsPath(), body.holdings()));
        Source trades = answered(answers, table(check, request, "trades", body.executionTradesPath(), body.trades()));
        Source plan = plan(check, request, body.executionPlanPath(), body.plan(), body.planJson());
        if ((trades == null) != (plan == null)) {
            check.wrong(
                    trades == null ? "execution_trades_path" : "execution_plan_path",
                    "is needed too: trades are judged against a plan");
        }
        DecisionRequest decision = new DecisionRequest(
                prices,
                holdings,
                check.date("as_of", body.asOf()),
                check.positive("peak_equity", body.peakEquity()),
                check.within("execution_score", body.executionScore(), 0, 1),
                trades,
                plan,
                guardian(check, body),
                check.matching("portfolio_id", body.portfolioId(), PORTFOLIO_ID),
                check.oneOf("date_format", body.dateFormat(), DATE_FORMATS),
                conventions(check, body.conventions()),
                door,
                null,
                read.warnings());
        String report = check.oneOf("report", body.report(), REPORTS, "json");
        check.refuseIfWrong();
        return new AskedDecision(decision, report.equals("html"));
    }

    /**
     * The question of the regime agent, and how its answer is wanted.
     *
     * @param series one row for every date
     * @param csv as CSV
     */
    public record Regime(RegimeQuestion question, boolean series, boolean csv) {}

    /**
     * What the regime agent is asked.
     *
     * @param notices takes a sentence for each field that was ignored
     */
    public static Regime regime(RequestData request, List<String> notices) {
        RegimeBody body = fields(request, RegimeBody.class, notices);
        refuseUnknownParts(request, Map.of("prices_file", "prices"));
        FieldChecks check = new FieldChecks();
        Answers answers = body.answers(check);
        RegimeQuestion question = new RegimeQuestion(
                answered(answers, table(check, request, "prices", body.pricesPath(), body.prices())),
                check.oneOf("date_format", body.dateFormat(), DATE_FORMATS),
                check.date("as_of", body.asOf()));
        String format = check.oneOf("format", body.format(), List.of("json", "csv"), "json");
        check.refuseIfWrong();
        return new Regime(question, Boolean.TRUE.equals(body.series()), format.equals("csv"));
    }

    /**
     * What the portfolio agent is asked.
     *
     * @param notices takes a sentence for each field that was ignored
     */
    public static PortfolioQuestion portfolio(RequestData request, List<String> notices) {
        PortfolioBody body = fields(request, PortfolioBody.class, notices);
        refuseUnknownParts(request, Map.of("prices_file", "prices", "holdings_file", "holdings"));
        FieldChecks check = new FieldChecks();
        Answers answers = body.answers(check);
        PortfolioQuestion question = new PortfolioQuestion(
                answered(answers, table(check, request, "holdings", body.holdingsPath(), body.holdings())),
                answered(answers, table(check, request, "prices", body.pricesPath(), body.prices())),
                check.oneOf("date_format", body.dateFormat(), DATE_FORMATS),
                check.date("as_of", body.asOf()));
        check.refuseIfWrong();
        return question;
    }

    /**
     * What the discipline agent is asked.
     *
     * @param notices takes a sentence for each field that was ignored
     */
    public static DisciplineQuestion discipline(RequestData request, Door door, List<String> notices) {
        DisciplineBody body = fields(request, DisciplineBody.class, notices);
        refuseUnknownParts(request, Map.of("prices_file", "prices", "trades_file", "trades", "plan_file", "plan"));
        FieldChecks check = new FieldChecks();
        Source nothing = new Source.Given("", new byte[0]);
        Answers answers = body.answers(check);
        Source trades = answered(answers, table(check, request, "trades", body.tradesPath(), body.trades()));
        Source plan = plan(check, request, body.planPath(), body.plan(), body.planJson());
        DisciplineQuestion question = new DisciplineQuestion(
                check.required("trades_path", trades, nothing),
                check.required("plan_path", plan, nothing),
                body.regimeLabel(),
                answered(answers, one(check, "prices", path(body.pricesPath()), upload(request, "prices_file"))),
                conventions(check, body.conventions()),
                door,
                null);
        check.refuseIfWrong();
        return question;
    }

    /**
     * What the guardian is asked.
     *
     * @param notices takes a sentence for each field that was ignored
     */
    public static GuardianRequest guardian(RequestData request, List<String> notices) {
        GuardianBody body = fields(request, GuardianBody.class, notices);
        return GuardianRequest.of(
                body.accountSize(),
                body.drawdownPct(),
                body.volatility(),
                body.regime(),
                body.tradeType(),
                body.recentLosses(),
                body.price(),
                body.atr());
    }

    private static @Nullable GuardianWish guardian(FieldChecks check, DecisionBody body) {
        Double price = check.positive("guardian_price", body.guardianPrice());
        Double atr = check.positive("guardian_atr", body.guardianAtr());
        String tradeType = check.oneOf("guardian_trade_type", body.guardianTradeType(), TRADE_TYPES, "swing");
        int losses = check.atLeast("guardian_recent_losses", body.guardianRecentLosses(), 0, 0);
        boolean wanted = body.includeGuardian() != null && body.includeGuardian();
        return wanted ? new GuardianWish(price, atr, tradeType, losses) : null;
    }

    private static <T extends Record> T fields(RequestData request, Class<T> type, List<String> notices) {
        FieldReader.Fields<T> read = FieldReader.read(request, type);
        notices.addAll(read.warnings());
        return read.fields();
    }

    private static Conventions conventions(FieldChecks check, @Nullable String code) {
        String given = check.oneOf("conventions", code, CONVENTIONS, "standard");
        return CONVENTIONS.contains(given) ? Conventions.of(given) : Conventions.STANDARD;
    }

    /** A table by its path, inline, or as the file of its part. */
    private static @Nullable Source table(
            FieldChecks check, RequestData request, String field, @Nullable String path, @Nullable JsonNode records) {
        return one(check, field, path(path), inline(field, records), upload(request, field + "_file"));
    }

    /** The plan by its path, inline, as a text, or as the file of its part. */
    private static @Nullable Source plan(
            FieldChecks check,
            RequestData request,
            @Nullable String path,
            @Nullable JsonNode tree,
            @Nullable String text) {
        return one(
                check, "plan", path(path), json("plan", tree), text("plan_json", text), upload(request, "plan_file"));
    }

    static @Nullable Source answered(Answers answers, @Nullable Source source) {
        return Source.answered(source, answers);
    }

    static @Nullable Source path(@Nullable String path) {
        return path == null || path.isBlank() ? null : new Source.InFolder(path);
    }

    static @Nullable Source inline(String field, @Nullable JsonNode records) {
        return records == null || records.isNull() ? null : new Source.Given(field, InlineTable.csv(field, records));
    }

    static @Nullable Source json(String field, @Nullable JsonNode tree) {
        return tree == null || tree.isNull() ? null : new Source.Given(field, Json.bytes(tree));
    }

    static @Nullable Source text(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : new Source.Given(field, text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Source upload(RequestData request, String part) {
        RequestData.Upload upload = request.files().get(part);
        return upload == null ? null : new Source.Given(upload.fileName(), upload.content());
    }

    /** At most one of the ways to give an input. */
    static @Nullable Source one(FieldChecks check, String field, @Nullable Source... ways) {
        List<Source> given = new ArrayList<>();
        for (Source way : ways) {
            if (way != null) {
                given.add(way);
            }
        }
        if (given.size() > 1) {
            check.wrong(
                    field, "may be given once: as a path, inline or as a file, was given in " + given.size() + " ways");
        }
        return given.isEmpty() ? null : given.get(0);
    }

    static void refuseUnknownParts(RequestData request, Map<String, String> known) {
        for (String part : request.files().keySet()) {
            if (!known.containsKey(part)) {
                throw Refusal.invalid(List.of(new InputProblem(
                        "form",
                        null,
                        part.length() > 60 ? part.substring(0, 60) : part,
                        "is not a file this takes; it takes "
                                + String.join(
                                        ", ", known.keySet().stream().sorted().toList()))));
            }
        }
    }
}
