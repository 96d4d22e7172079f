package io.quanttradingos.camel;

import io.quanttradingos.api.BacktestAnswers;
import io.quanttradingos.api.BacktestRequests;
import io.quanttradingos.api.BriefingRequests;
import io.quanttradingos.api.Health;
import io.quanttradingos.api.ImportPreviews;
import io.quanttradingos.api.Json;
import io.quanttradingos.api.Readiness;
import io.quanttradingos.api.RequestData;
import io.quanttradingos.api.Requests;
import io.quanttradingos.api.RunAnswers;
import io.quanttradingos.api.RunReports;
import io.quanttradingos.api.Warnings;
import io.quanttradingos.api.report.DashboardFiles;
import io.quanttradingos.api.report.EntityTag;
import io.quanttradingos.api.report.TearSheet;
import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.briefing.InsiderQuestion;
import io.quanttradingos.briefing.JournalQuestion;
import io.quanttradingos.briefing.SentimentQuestion;
import io.quanttradingos.guardian.GuardianRequest;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.DisciplineQuestion;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.pipeline.PortfolioQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Exchange;

/** The first and last step of every REST route: what came over HTTP into the product's terms, and back. */
public final class HttpApi {
    private static final byte[] HEALTHY = Json.bytes(new Health("ok"));
    private static final String JSON = "application/json";
    private static final String NOTICES = "QtosNotices";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String ANSWER_TYPE = "answerType";

    private final RunAnswers runs;
    private final RunReports reports;
    private final BacktestRequests backtests;
    private final BacktestAnswers backtestAnswers;
    private final BriefingRequests briefings;
    private final Documentation documentation;
    private final Readying readying;
    private final Supplier<byte[]> metrics;
    private final String metricsType;
    private final DashboardFiles dashboard = new DashboardFiles();

    public HttpApi(
            RunAnswers runs,
            RunReports reports,
            BacktestRequests backtests,
            BacktestAnswers backtestAnswers,
            BriefingRequests briefings,
            Documentation documentation,
            Readying readying,
            Supplier<byte[]> metrics,
            String metricsType) {
        this.metrics = metrics;
        this.metricsType = metricsType;
        this.runs = runs;
        this.reports = reports;
        this.backtests = backtests;
        this.backtestAnswers = backtestAnswers;
        this.briefings = briefings;
        this.documentation = documentation;
        this.readying = readying;
    }

    public DecisionRequest decisionRequest(Exchange exchange) throws IOException {
        Requests.AskedDecision asked = Requests.askedDecision(HttpExchange.request(exchange), Door.REST);
        exchange.setProperty(ANSWER_TYPE, asked.html() ? HTML : JSON);
        return asked.request();
    }

    /** Answers with a decision, of the type that {@link #decisionRequest} was asked for. */
    public void decision(Exchange exchange) throws IOException {
        byte[] json = exchange.getMessage().getBody(byte[].class);
        if (exchange.getProperty(ANSWER_TYPE, JSON, String.class).equals(HTML)) {
            String runId = Json.mapper().readTree(json).path("run_id").asText();
            answer(exchange, reports.of(runId));
        } else {
            HttpExchange.answer(exchange, 200, JSON, json);
        }
    }

    /** Answers with the report of a recorded run. */
    public void runReport(Exchange exchange) {
        answer(exchange, reports.of(exchange.getMessage().getHeader("run_id", String.class)));
    }

    private static void answer(Exchange exchange, RunReports.Page page) {
        HttpExchange.answer(exchange, 200, HTML, page.html());
        exchange.getMessage().setHeader("Content-Security-Policy", page.policy());
    }

    public Requests.Regime regimeRequest(Exchange exchange) throws IOException {
        Requests.Regime request = Requests.regime(HttpExchange.request(exchange), notices(exchange));
        exchange.setProperty(ANSWER_TYPE, request.csv() ? CSV : JSON);
        return request;
    }

    public PortfolioQuestion portfolioRequest(Exchange exchange) throws IOException {
        return Requests.portfolio(HttpExchange.request(exchange), notices(exchange));
    }

    public DisciplineQuestion disciplineRequest(Exchange exchange) throws IOException {
        return Requests.discipline(HttpExchange.request(exchange), Door.REST, notices(exchange));
    }

    public GuardianRequest guardianRequest(Exchange exchange) throws IOException {
        return Requests.guardian(HttpExchange.request(exchange), notices(exchange));
    }

    public BacktestQuestion backtestRequest(Exchange exchange) throws IOException {
        BacktestRequests.Asked asked = backtests.read(HttpExchange.request(exchange), Door.REST, null);
        exchange.setProperty(ANSWER_TYPE, asked.html() ? HTML : JSON);
        return asked.question();
    }

    public SentimentQuestion sentimentRequest(Exchange exchange) throws IOException {
        return briefings.sentiment(HttpExchange.request(exchange), Door.REST);
    }

    public InsiderQuestion insiderRequest(Exchange exchange) throws IOException {
        return briefings.insider(HttpExchange.request(exchange), Door.REST);
    }

    public JournalQuestion journalRequest(Exchange exchange) throws IOException {
        return briefings.journal(HttpExchange.request(exchange), Door.REST);
    }

    public ImportPreviews.Question importRequest(Exchange exchange) throws IOException {
        return ImportPreviews.question(HttpExchange.request(exchange));
    }

    /** Answers with a backtest, of the type that {@link #backtestRequest} was asked for. */
    public void backtest(Exchange exchange) {
        BacktestAnswers.Recorded recorded = exchange.getMessage().getBody(BacktestAnswers.Recorded.class);
        if (exchange.getProperty(ANSWER_TYPE, JSON, String.class).equals(HTML)) {
            HttpExchange.answer(exchange, 200, HTML, backtestAnswers.html(recorded));
            exchange.getMessage().setHeader("Content-Security-Policy", TearSheet.contentSecurityPolicy());
        } else {
            HttpExchange.answer(exchange, 200, JSON, backtestAnswers.json(recorded));
        }
    }

    /** A list for what the answer should say about the request itself. */
    private static List<String> notices(Exchange exchange) {
        List<String> notices = new ArrayList<>();
        exchange.setProperty(NOTICES, notices);
        return notices;
    }

    /** Answers with the body, which is JSON already; what was noticed about the request joins its warnings. */
    public void json(Exchange exchange) {
        HttpExchange.answer(exchange, 200, JSON, noticed(exchange));
    }

    /** Answers with the body, a value that is written as JSON: for routes of a user's own. */
    public void value(Exchange exchange) {
        HttpExchange.answer(
                exchange, 200, JSON, Json.bytes(exchange.getMessage().getBody()));
    }

    private static byte[] noticed(Exchange exchange) {
        byte[] json = exchange.getMessage().getBody(byte[].class);
        List<?> notices = exchange.getProperty(NOTICES, List.of(), List.class);
        return notices.isEmpty() ? json : Warnings.added(json, notices);
    }

    /** Answers with the body, which is of the type that {@link #regimeRequest} was asked for. */
    public void regime(Exchange exchange) {
        String type = exchange.getProperty(ANSWER_TYPE, JSON, String.class);
        boolean json = type.equals(JSON);
        HttpExchange.answer(
                exchange,
                200,
                type,
                json ? noticed(exchange) : exchange.getMessage().getBody(byte[].class));
    }

    public void problem(Exchange exchange) {
        HttpExchange.problem(exchange, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    public void health(Exchange exchange) {
        HttpExchange.answer(exchange, 200, JSON, HEALTHY);
    }

    /** Answers 503 where something the service needs does not work. */
    public void ready(Exchange exchange) {
        Readiness found = readying.look();
        boolean up = found.status().equals(Readiness.UP);
        if (!up) {
            exchange.getMessage().setHeader("Retry-After", "1");
        }
        HttpExchange.answer(exchange, up ? 200 : 503, JSON, Json.bytes(found));
    }

    public void metrics(Exchange exchange) {
        HttpExchange.answer(exchange, 200, metricsType, metrics.get());
    }

    public void runs(Exchange exchange) throws IOException {
        RequestData request = HttpExchange.request(exchange);
        byte[] page = Json.bytes(runs.page(request));
        HttpExchange.answerUnlessKnown(exchange, JSON, page, EntityTag.of(page));
    }

    public void runSeries(Exchange exchange) throws IOException {
        byte[] series = Json.bytes(runs.series(HttpExchange.request(exchange)));
        HttpExchange.answerUnlessKnown(exchange, JSON, series, EntityTag.of(series));
    }

    public void run(Exchange exchange) {
        String runId = exchange.getMessage().getHeader("run_id", String.class);
        HttpExchange.answer(exchange, 200, JSON, runs.run(runId));
    }

    public void openApi(Exchange exchange) {
        HttpExchange.answer(exchange, 200, JSON, documentation.openApi());
    }

    /** A file of the dashboard; without a name its page. */
    public void dashboard(Exchange exchange) {
        DashboardFiles.File file = dashboard.file(exchange.getMessage().getHeader("file", String.class));
        HttpExchange.answerUnlessKnown(exchange, file.contentType(), file.content(), file.tag());
        exchange.getMessage().setHeader("Content-Security-Policy", DashboardFiles.contentSecurityPolicy());
        exchange.getMessage().setHeader("X-Content-Type-Options", "nosniff");
        exchange.getMessage().setHeader("Referrer-Policy", "no-referrer");
    }

    public void docs(Exchange exchange) {
        Documentation.Page page = documentation.page(exchange.getMessage().getHeader("file", String.class));
        HttpExchange.answer(exchange, 200, page.contentType(), page.content());
        if (page.contentSecurityPolicy() != null) {
            exchange.getMessage().setHeader("Content-Security-Policy", page.contentSecurityPolicy());
        }
    }
}
