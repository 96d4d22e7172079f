package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.backtest.BacktestPolicy;
import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.backtest.BacktestQuestion.BarsWanted;
import io.quanttradingos.backtest.BacktestQuestion.DataSource;
import io.quanttradingos.backtest.BacktestQuestion.GateWish;
import io.quanttradingos.backtest.BacktestQuestion.Part;
import io.quanttradingos.backtest.BacktestQuestion.SearchWish;
import io.quanttradingos.backtest.BacktestQuestion.WalkForwardWish;
import io.quanttradingos.backtest.TradingTerms;
import io.quanttradingos.backtest.engine.Bracket;
import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.engine.FillModel;
import io.quanttradingos.backtest.engine.Sizing;
import io.quanttradingos.failure.Shortened;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what arrived at a door into the question of a backtest, or refuses it with every mistake named. */
public final class BacktestRequests {
    /** The strategy of a request that names none. */
    public static final String USUAL_STRATEGY = "buy_and_hold";

    private static final List<String> DATA_SOURCES = List.of("csv", "data_service", "yahoo");
    private static final List<String> FILL_MODELS = List.of("next_open", "next_close", "same_close");
    private static final List<String> SIZINGS = List.of("fixed", "percent_equity", "risk_percent", "vol_target");
    private static final List<String> PERIODS = List.of("1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "max");
    private static final List<String> BAD_ROWS = List.of("reject", "skip");
    private static final List<String> REPORTS = List.of("json", "html");
    private static final Pattern CALLER = Pattern.compile("[A-Za-z0-9._/-]{1,80}");
    private static final Map<String, String> PARTS = Map.of("csv_file", "csv", "prices_file", "prices");
    private static final double MOST_CASH = 1e15;

    /** Fields that a backtest has and a decision has not. */
    private static final Set<String> OWN_FIELDS = ownFields();

    private final BacktestPolicy policy;
    private final String sample;

    /** @param sample the file of a request that names none, inside the data folder */
    public BacktestRequests(BacktestPolicy policy, String sample) {
        this.policy = policy;
        this.sample = sample;
    }

    /**
     * A question and how its answer is wanted.
     *
     * @param html as a tear sheet
     */
    public record Asked(BacktestQuestion question, boolean html) {}

    /** Whether a request with these fields asks for a backtest rather than a decision. */
    public static boolean isBacktest(Set<String> fields) {
        return fields.stream().anyMatch(OWN_FIELDS::contains);
    }

    private static Set<String> ownFields() {
        Set<String> own = new HashSet<>(FieldReader.fields(BacktestBody.class));
        own.removeAll(FieldReader.fields(DecisionBody.class));
        return Set.copyOf(own);
    }

    /** Reads a request. */
    public Asked read(RequestData request, Door door, @Nullable String idempotencyKey) {
        FieldReader.Fields<BacktestBody> read = FieldReader.read(request, BacktestBody.class);
        Requests.refuseUnknownParts(request, PARTS);
        FieldChecks check = new FieldChecks();
        BacktestBody body = read.fields();
        String report = check.oneOf("report", body.report(), REPORTS, "json");
        List<String> notices = new ArrayList<>(read.warnings());
        BacktestContradictions.check(check, request, body, notices);
        BacktestQuestion question = question(check, request, body, door, idempotencyKey, notices);
        check.refuseIfWrong();
        return new Asked(question, report.equals("html"));
    }

    /** Reads back what {@link #asked} wrote; the contents come from the record. */
    public BacktestQuestion recorded(
            JsonNode asked, List<Source> files, @Nullable Source prices, List<String> notices) {
        FieldChecks check = new FieldChecks();
        BacktestBody body = Json.mapper().convertValue(asked, BacktestBody.class);
        RequestData nothing = new RequestData(null, Map.of(), Map.of(), Map.of(), new byte[0]);
        BacktestQuestion question = question(check, nothing, body, Door.REPLAY, null, notices);
        check.refuseIfWrong();
        return question.on(files, prices);
    }

    private BacktestQuestion question(
            FieldChecks check,
            RequestData request,
            BacktestBody body,
            Door door,
            @Nullable String idempotencyKey,
            List<String> notices) {
        return new BacktestQuestion(
                symbol(check, body.symbol()),
                bars(check, request, body),
                orElse(body.strategyType(), USUAL_STRATEGY),
                BacktestFields.parameters(check, body.parameters()),
                terms(check, body),
                gate(check, request, body),
                search(check, body),
                parts(check, body.include()),
                orElse(check.matching("caller", body.caller(), CALLER), "anonymous"),
                conventions(check, body.conventions()),
                door,
                asked(body),
                idempotencyKey,
                notices);
    }

    private static Conventions conventions(FieldChecks check, @Nullable String code) {
        String given = check.oneOf("conventions", code, Requests.CONVENTIONS, "standard");
        return Requests.CONVENTIONS.contains(given) ? Conventions.of(given) : Conventions.STANDARD;
    }

    /** The request without what is kept as an input and what does not change the result. */
    private static Map<String, Object> asked(BacktestBody body) {
        ObjectNode tree = Json.mapper().valueToTree(body);
        tree.remove(List.of("bars", "report"));
        return Json.mapper().convertValue(tree, FieldMaps.TYPE);
    }

    private static Symbol symbol(FieldChecks check, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Symbol.of("SPY");
        }
        return check.symbol("symbol", text, Symbol.of("SPY"));
    }

    private BarsWanted bars(FieldChecks check, RequestData request, BacktestBody body) {
        DataSource source = DataSource.valueOf(
                known(check.oneOf("data_source", body.dataSource(), DATA_SOURCES, "csv"), DATA_SOURCES));
        LocalDate start = check.date("start", body.start());
        LocalDate end = check.date("end", body.end());
        if (start != null && end != null && end.isBefore(start)) {
            check.wrong("end", "must not be before start, " + start + ", was " + end);
        }
        return new BarsWanted(
                source,
                source == DataSource.CSV ? files(check, request, body) : List.of(),
                check.oneOf("period", lower(body.period()), PERIODS, "1y"),
                start,
                end,
                check.oneOf("date_format", body.dateFormat(), Requests.DATE_FORMATS),
                check.oneOf("on_bad_row", body.onBadRow(), BAD_ROWS, "reject").equals("skip"),
                Boolean.TRUE.equals(body.adjusted()));
    }

    private List<Source> files(FieldChecks check, RequestData request, BacktestBody body) {
        Source one = Requests.one(
                check,
                "csv_path",
                Requests.path(body.csvPath()),
                Requests.inline("bars", body.bars()),
                Requests.upload(request, "csv_file"));
        if (one == null) {
            return List.of(new Source.InFolder(sample));
        }
        if (!(one instanceof Source.InFolder named) || !named.path().contains(",")) {
            return List.of(one);
        }
        List<String> paths = words(named.path());
        if (paths.isEmpty()) {
            check.wrong("csv_path", "must name a file, was '" + shown(named.path()) + "'");
        }
        return paths.stream().map(path -> (Source) new Source.InFolder(path)).toList();
    }

    private TradingTerms terms(FieldChecks check, BacktestBody body) {
        double cash = within(check, "initial_cash", body.initialCash(), Double.MIN_VALUE, MOST_CASH, 100_000);
        double leverage = within(check, "leverage", body.leverage(), 0.01, 100, 1);
        return new TradingTerms(
                cash,
                sizing(check, body),
                Boolean.TRUE.equals(body.fractional()),
                FillModel.valueOf(
                        known(check.oneOf("fill_model", body.fillModel(), FILL_MODELS, "next_open"), FILL_MODELS)),
                costs(check, body),
                new Bracket(
                        within(check, "stop_loss", body.stopLoss(), 1e-6, 0.999_999, Double.NaN),
                        within(check, "take_profit", body.takeProfit(), 1e-6, 999, Double.NaN),
                        within(check, "trailing_stop", body.trailingStop(), 1e-6, 0.999_999, Double.NaN)),
                leverage);
    }

    private static Sizing sizing(FieldChecks check, BacktestBody body) {
        double shares = within(check, "quantity", body.quantity(), Double.MIN_VALUE, MOST_CASH, 50);
        double percent = within(check, "percent_equity", body.percentEquity(), 1e-6, 1_000, 100);
        double risk = within(check, "risk_percent", body.riskPercent(), 1e-6, 100, 1);
        double multiple = within(check, "atr_multiple", body.atrMultiple(), 1e-6, 100, 2);
        double volatility = within(check, "target_volatility", body.targetVolatility(), 1e-6, 10, 0.15);
        int rangeBars = whole(check, "atr_bars", body.atrBars(), 1, 1_000, 14);
        int bars = whole(check, "volatility_bars", body.volatilityBars(), 2, 1_000, 20);
        return switch (check.oneOf("sizing", body.sizing(), SIZINGS, "fixed")) {
            case "percent_equity" -> new Sizing.PercentEquity(percent);
            case "risk_percent" -> new Sizing.RiskPercent(risk, rangeBars, multiple);
            case "vol_target" -> new Sizing.VolatilityTarget(volatility, bars);
            default -> new Sizing.FixedQuantity(shares);
        };
    }

    private Costs costs(FieldChecks check, BacktestBody body) {
        Costs usual = policy.costs();
        return new Costs(
                within(check, "commission_per_share", body.commissionPerShare(), 0, 1e6, usual.perShare()),
                within(check, "commission_per_order", body.commissionPerOrder(), 0, 1e9, usual.perOrder()),
                within(check, "commission_rate", body.commissionRate(), 0, 0.5, usual.rate()),
                within(check, "commission_minimum", body.commissionMinimum(), 0, 1e9, usual.minimum()),
                within(check, "half_spread_bps", body.halfSpreadBps(), 0, 2_000, usual.halfSpreadBps()),
                within(check, "slippage_bps", body.slippageBps(), 0, 2_000, usual.slippageBps()),
                within(check, "impact", body.impact(), 0, 50, usual.impactCoefficient()));
    }

    private static GateWish gate(FieldChecks check, RequestData request, BacktestBody body) {
        Source prices = Requests.one(
                check, "prices", Requests.path(body.pricesPath()), Requests.upload(request, "prices_file"));
        GateWish wish = BacktestFields.gate(check, body.gate());
        return new GateWish(wish.regimes(), wish.allocation(), wish.guardian(), prices);
    }

    private static @Nullable SearchWish search(FieldChecks check, BacktestBody body) {
        Map<String, List<Object>> grid = BacktestFields.grid(check, body.sweep());
        WalkForwardWish walkForward = BacktestFields.walkForward(check, body.walkForward());
        if (walkForward != null && grid.isEmpty()) {
            check.wrong("sweep", "is needed too: a walk-forward test chooses among the values it lists");
        }
        return grid.isEmpty() ? null : new SearchWish(grid, walkForward);
    }

    private static Set<Part> parts(FieldChecks check, @Nullable String include) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String word : include == null ? List.<String>of() : words(include)) {
            try {
                parts.add(Part.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                check.wrong("include", "must be of trades, orders, series, was '" + shown(word) + "'");
            }
        }
        return parts;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split(",", -1)));
        words.replaceAll(String::strip);
        words.removeIf(String::isEmpty);
        return words;
    }

    /** A number within bounds; {@link Double#MIN_VALUE} as the least one asks for a positive one. */
    private static double within(
            FieldChecks check, String field, @Nullable Double value, double least, double most, double fallback) {
        if (value == null) {
            return fallback;
        }
        if (value >= least && value <= most) {
            return value;
        }
        if (least > Double.MIN_VALUE || least <= 0) {
            check.within(field, value, least, most);
        } else {
            check.wrong(field, "must be positive" + (value > 0 ? ", at most " + most : "") + ", was " + value);
        }
        return fallback;
    }

    private static int whole(
            FieldChecks check, String field, @Nullable Integer value, int least, int most, int fallback) {
        if (value == null) {
            return fallback;
        }
        if (value >= least && value <= most) {
            return value;
        }
        check.wrong(field, "must be from " + least + " to " + most + ", was " + value);
        return fallback;
    }

    /** The constant a word stands for; the first where the word was refused already. */
    private static String known(String word, List<String> words) {
        return (words.contains(word) ? word : words.get(0)).toUpperCase(Locale.ROOT);
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static String orElse(@Nullable String text, String usual) {
        return text == null || text.isBlank() ? usual : text;
    }

    private static String shown(String text) {
        return Shortened.to(40, text);
    }
}
