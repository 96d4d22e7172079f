package io.quanttradingos.camel;

import io.quanttradingos.api.AgentAnswers;
import io.quanttradingos.api.BacktestAnswers;
import io.quanttradingos.api.BacktestRequests;
import io.quanttradingos.api.BriefingRequests;
import io.quanttradingos.api.FieldMaps;
import io.quanttradingos.api.Json;
import io.quanttradingos.api.Problem;
import io.quanttradingos.api.RequestData;
import io.quanttradingos.api.Requests;
import io.quanttradingos.api.RunAnswers;
import io.quanttradingos.api.RunReports;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.imports.ImportReading.Read;
import io.quanttradingos.inputs.CurrentInputs;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.OwnRows;
import io.quanttradingos.inputs.Recognised;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.ContentKind;
import io.quanttradingos.marketdata.ContentRecogniser;
import io.quanttradingos.pipeline.AnswerRecorder;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.DisciplineQuestion;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.pipeline.RegimeQuestion;
import io.quanttradingos.state.AtomicFile;
import io.quanttradingos.units.Symbol;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first and last step of the inbox's route: a claimed file into the request it stands for, and its answer into the
 * outbox.
 */
public final class InboxDoor {
    private static final Logger LOG = LoggerFactory.getLogger(InboxDoor.class);
    private static final String FILE = "QtosFile";
    private static final String WORK = "QtosWork";
    private static final String ANSWERED = "QtosAnswered";
    private static final String REJECTED = "rejected";
    private static final int DELIVERIES = 4;
    /** How often a file is taken up before it is held to be what ends the service. */
    private static final int MOST_TIMES = 5;

    private static final int RESULTS_WAITING = 16;

    private final InboxFolders folders;
    private final InboxOwner owner;
    private final CurrentInputs current;
    private final Inputs inputs;
    private final BacktestRequests backtests;
    private final BriefingRequests briefings;
    private final AnswerRecorder recorder;
    private final int mostBytes;
    private final RunAnswers runs;
    private final RunReports reports;
    private final BacktestAnswers backtestAnswers;
    private final InstantSource clock;
    private final DoorWatch watch;

    public InboxDoor(
            InboxFolders folders,
            InboxOwner owner,
            CurrentInputs current,
            Inputs inputs,
            BacktestRequests backtests,
            BriefingRequests briefings,
            AnswerRecorder recorder,
            RunAnswers runs,
            RunReports reports,
            BacktestAnswers backtestAnswers,
            int mostBytes,
            InstantSource clock,
            DoorWatch watch) {
        this.watch = watch;
        this.folders = folders;
        this.owner = owner;
        this.runs = runs;
        this.reports = reports;
        this.backtestAnswers = backtestAnswers;
        this.backtests = backtests;
        this.briefings = briefings;
        this.recorder = recorder;
        this.current = current;
        this.inputs = inputs;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * What a file stands for.
     *
     * @param kind names the result file, such as {@code decision}
     * @param route answers the request
     * @param request in the product's terms
     * @param accepted what counts from now on, once the request was answered
     */
    private record Work(String kind, String route, Object request, Acceptance accepted) {
        Work(String kind, String route, Object request) {
            this(kind, route, request, () -> {});
        }
    }

    @FunctionalInterface
    private interface Acceptance {
        void take() throws IOException;
    }

    /** Threads for {@link #deliver}; whoever finds too many results waiting writes one itself. */
    public static ExecutorService deliveries() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                DELIVERIES,
                DELIVERIES,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(RESULTS_WAITING),
                task -> {
                    Thread thread = new Thread(task, "inbox-delivery-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /** A new claim's id. */
    public String claim() {
        return owner.claim();
    }

    /** Reads a claimed file and makes the request it stands for. */
    public Object read(Exchange exchange) throws IOException {
        InboxFile file = InboxFile.of(exchange.getMessage().getBody(File.class).toPath());
        exchange.setProperty(FILE, file);
        watch.claimed(file.claim());
        Work work = work(file, content(file));
        exchange.setProperty(WORK, work);
        return work.request();
    }

    private byte[] content(InboxFile file) throws IOException {
        if (!Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw refused(file, "is no regular file; drop the file itself, not a link to it");
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] content = in.readNBytes(mostBytes + 1);
            if (content.length > mostBytes) {
                throw new Refusal(
                        Refusal.Kind.TOO_LARGE,
                        file.name() + " is larger than the " + mostBytes + " bytes that QTOS_MAX_BODY_BYTES allows",
                        List.of(),
                        null);
            }
            return content;
        } catch (AccessDeniedException e) {
            throw refused(
                    file, "cannot be read by the user that the service runs as; allow it, then drop the file again");
        }
    }

    private Work work(InboxFile file, byte[] content) throws IOException {
        ContentRecogniser.Recognised own = ContentRecogniser.recognise(content, mostBytes);
        Source source = new Source.Given(file.name(), content);
        return switch (own.kind()) {
            case HOLDINGS, TRADES, JOURNAL, UNKNOWN -> recognised(file, source, content);
            case WIDE_PRICES, LONG_PRICES, OHLCV, PLAN_JSON, JOB_JSON -> own(file, source, content, own.kind(), "");
        };
    }

    /** A table that may be an export. */
    private Work recognised(InboxFile file, Source source, byte[] content) throws IOException {
        Recognised found = inputs.recognised(file.name(), source);
        if (found instanceof Recognised.Unsure unsure) {
            throw unsure.refusal();
        }
        if (found instanceof Recognised.Own own) {
            return own(file, source, content, own.kind(), own.reason());
        }
        Read read = ((Recognised.Export) found).read();
        return switch (read.kind()) {
            case POSITIONS -> holdings(file, source);
            case TRANSACTIONS -> history(file, source, read);
            case CLOSED_TRADES -> journal(file, source);
            case PRICES -> prices(file, source);
            case BARS -> bars(file, source);
        };
    }

    /** A history stands for what is held at its end; where that is nothing, for its trades. */
    private Work history(InboxFile file, Source source, Read read) {
        return OwnRows.folded(read).positions().isEmpty() ? journal(file, source) : holdings(file, source);
    }

    private Work own(InboxFile file, Source source, byte[] content, ContentKind kind, String reason)
            throws IOException {
        return switch (kind) {
            case HOLDINGS -> holdings(file, source);
            case WIDE_PRICES, LONG_PRICES -> prices(file, source);
            case TRADES -> trades(file, source);
            case PLAN_JSON -> plan(file, source, content);
            case JOB_JSON -> job(file, content);
            case OHLCV -> bars(file, source);
            case JOURNAL -> journal(file, source);
            case UNKNOWN ->
                throw refused(
                        file,
                        "is not prices, bars, holdings, trades, a journal, a plan, a job or an export of a known format: "
                                + reason);
        };
    }

    /** Holdings count for later runs only when their own decision could be made. */
    private Work holdings(InboxFile file, Source source) {
        inputs.holdings(file.name(), source);
        byte[] plain = inputs.ownHoldings(file.name(), source);
        String owner = "inbox:" + file.stem();
        return new Work(
                "decision",
                "direct:decision",
                decision(null, source, owner, file),
                () -> current.replaceHoldings(plain, owner));
    }

    private Work prices(InboxFile file, Source source) throws IOException {
        Source merged = current.addPrices(
                inputs.prices(file.name(), source, null).value().table());
        if (current.hasOwnHoldings()) {
            return new Work("decision", "direct:decision", decision(merged, null, null, file));
        }
        return new Work(
                "regime",
                "direct:recorded-regime",
                new AgentAnswers.RecordedRegime(
                        new RegimeQuestion(merged, null, null),
                        Door.INBOX,
                        file.claim(),
                        "No holdings have been dropped yet, so only the regime was assessed."));
    }

    private Work trades(InboxFile file, Source source) {
        Source plan = current.plan()
                .orElseThrow(() -> refused(
                        file,
                        "is a trade log, but no plan is known to judge it by: drop the plan's JSON, then this again"));
        return new Work(
                "discipline",
                "direct:execution-discipline",
                new DisciplineQuestion(source, plan, null, null, Conventions.STANDARD, Door.INBOX, file.claim()));
    }

    private Work plan(InboxFile file, Source source, byte[] content) {
        Input<Map<String, Object>> plan = inputs.json(file.name(), source);
        return new Work(
                "plan",
                "direct:recorded-plan",
                new AgentAnswers.RecordedPlan(plan, clock.instant(), Door.INBOX, file.claim()),
                () -> current.replacePlan(content));
    }

    private Work journal(InboxFile file, Source source) {
        return new Work("journal", "direct:trade-journal", briefings.journalOf(source, Door.INBOX, file.claim()));
    }

    /** Bars are backtested as they come: bought and held, under the name of their file. */
    private Work bars(InboxFile file, Source source) {
        RequestData request = new RequestData(
                null,
                Map.of(),
                Map.of("symbol", List.of(symbol(file))),
                Map.of("csv_file", new RequestData.Upload(file.name(), ((Source.Given) source).content())),
                new byte[0]);
        return backtest(file, request);
    }

    /** The ticker that a file is called after: what stands before the first mark in its name, such as SPY in SPY-daily.csv. */
    private static String symbol(InboxFile file) {
        String name = file.stem().split("[ ._-]", 2)[0];
        return Symbol.parse(name).map(Symbol::text).orElse("BARS");
    }

    private Work backtest(InboxFile file, RequestData request) {
        return new Work(
                "backtest",
                "direct:backtest",
                backtests.read(request, Door.INBOX, file.claim()).question());
    }

    private Work job(InboxFile file, byte[] content) {
        Map<String, Object> fields = FieldMaps.read(file.name(), content);
        RequestData request = new RequestData("application/json", Map.of(), Map.of(), Map.of(), content);
        if (BacktestRequests.isBacktest(fields.keySet())) {
            return backtest(file, request);
        }
        DecisionRequest asked = Requests.decision(request, Door.INBOX);
        return new Work("decision", "direct:decision", asked.withIdempotencyKey(file.claim()));
    }

    private static DecisionRequest decision(
            @Nullable Source prices, @Nullable Source holdings, @Nullable String portfolioId, InboxFile file) {
        return new DecisionRequest(
                prices,
                holdings,
                null,
                null,
                null,
                null,
                null,
                null,
                portfolioId,
                null,
                Conventions.STANDARD,
                Door.INBOX,
                file.claim(),
                List.of());
    }

    private static Refusal refused(InboxFile file, String message) {
        return Refusal.invalid(List.of(new InputProblem(file.name(), null, null, message)));
    }

    /** The route that answers the request; the slip's one entry. */
    public String route(Exchange exchange) {
        return exchange.getProperty(WORK, Work.class).route();
    }

    /** Makes what an answered file brought count from now on, for the next file too. */
    public void accept(Exchange exchange) throws IOException {
        exchange.getProperty(WORK, Work.class).accepted().take();
    }

    /** Writes the answer and the page there may be of it, then moves the file; in any order with other files. */
    public void deliver(Exchange exchange) throws IOException {
        InboxFile file = exchange.getProperty(FILE, InboxFile.class);
        watch.claimed(file.claim()); // on a thread of its own
        Work work = exchange.getProperty(WORK, Work.class);
        Object answer = exchange.getMessage().getBody();
        if (answer instanceof BacktestAnswers.Recorded backtest) {
            boolean isNew = exchange.getProperty(ANSWERED) == null;
            byte[] page = isNew ? page(file, () -> reports.ofBacktest(backtest)) : page(file);
            folders.done(file, work.kind(), backtestAnswers.json(backtest), page);
        } else {
            folders.done(file, work.kind(), exchange.getMessage().getBody(byte[].class), page(file));
        }
        watch.dropped(true);
    }

    /** The page of a file's run, from its record: after a kill the same one is made again. */
    private byte @Nullable [] page(InboxFile file) {
        return page(file, () -> reports.ofKey(file.claim()));
    }

    /** A result without its page is better than none. */
    private static byte @Nullable [] page(InboxFile file, Supplier<Optional<RunReports.Page>> page) {
        try {
            return page.get().map(RunReports.Page::html).orElse(null);
        } catch (Refusal e) {
            LOG.warn("{} has a result and no page: {}", file.name(), e.detail());
            return null;
        } catch (RuntimeException e) {
            LOG.error("{} has no report, though it has a result", file.name(), e);
            return null;
        }
    }

    /**
     * Records that a file was rejected, and writes what is wrong with it beside it.
     *
     * <p>A file whose run was recorded already, and whose result could not be written, keeps its run: the claim is the key.
     * One that failed because the service is being stopped stays claimed, and is taken up at the next start.
     */
    public void reject(Exchange exchange) throws IOException {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        InboxFile file = exchange.getProperty(FILE, InboxFile.class);
        RunAnswers.Answered before = exchange.getProperty(ANSWERED, RunAnswers.Answered.class);
        if (before != null) {
            LOG.warn("{} was answered before and cannot be again; its first answer stands", file.name(), failure);
            folders.done(file, before.kind(), before.answer(), page(file));
            watch.dropped(true);
        } else if (isStopping(exchange) && !isTheSenders(failure)) {
            LOG.warn("{} is left claimed: the service is being stopped", file.name(), failure);
        } else {
            fail(file, failure);
        }
    }

    private void fail(InboxFile file, Throwable failure) {
        try {
            folders.failed(file, Json.bytes(recorded(file, problem(file, failure))));
            watch.dropped(false);
        } catch (IOException | UncheckedIOException e) {
            LOG.error(
                    "{} is left in .work until the next start: its problem can neither be recorded nor written ({})",
                    file.name(),
                    e.toString());
        }
    }

    private static boolean isStopping(Exchange exchange) {
        return exchange.getContext().getStatus().isStopping()
                || exchange.getContext().getStatus().isStopped();
    }

    private static boolean isTheSenders(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.isTheSenders();
    }

    private Problem problem(InboxFile file, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            LOG.warn("rejected: {}", refusal.detail());
            return Problem.of(refusal, file.name());
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            LOG.error("{} failed for the disk: {}", file.name(), failure.toString());
            LOG.debug("where it failed", failure);
            return Problem.of(503, "Storage failed", file.name() + withoutResult(file), file.name());
        }
        LOG.error("{} failed", file.name(), failure);
        return Problem.internal(file.name());
    }

    /** Whether dropping the file again would make a second run depends on how far the first one came. */
    private String withoutResult(InboxFile file) {
        return runs.idOfKey(file.claim())
                .map(
                        runId -> " was answered and recorded as run " + runId
                                + ", but could not be done with because a folder or disk of the service failed; ask for that run")
                .orElse(" could not be answered because a folder or disk of the service failed; drop it again");
    }

    private Problem recorded(InboxFile file, Problem problem) {
        recorder.record(new AnswerRecorder.Answer(
                REJECTED,
                AnswerRecorder.REFUSED,
                Door.INBOX,
                clock.instant(),
                null,
                new String(Json.bytes(Map.of("name", file.name())), StandardCharsets.UTF_8),
                Json.bytes(problem),
                Map.of(),
                file.claim()));
        return problem;
    }

    /**
     * Takes up what this service had claimed when it died, under the same claims, so that no run is made twice; and what
     * nobody else will come back for.
     */
    public void recover(ProducerTemplate routes) throws IOException {
        for (Path folder : folders.written()) {
            AtomicFile.removeLeftovers(folder, clock.instant());
        }
        folders.removeNotes();
        List<InboxFile> ofNobody = new ArrayList<>();
        for (InboxFile file : folders.claimed()) {
            String other = owner.isMine(file.claim()) ? null : owner.otherOwner(file.claim());
            if (other != null) {
                LOG.warn("{} is left to the service that claimed it, whose state folder is {}", file.path(), other);
            } else if (owner.isMine(file.claim())) {
                takeUp(file, routes);
            } else {
                ofNobody.add(file);
            }
        }
        folders.adopt(ofNobody, file -> takeUp(file, routes));
    }

    /** A file that needs more memory than there is would else keep the service from ever starting again. */
    private void giveUp(InboxFile file, RunAnswers.@Nullable Answered before) throws IOException {
        if (before != null) {
            LOG.warn("{} has no report, as the service ended each time that one was made", file.name());
            folders.done(file, before.kind(), before.answer(), null);
            watch.dropped(true);
        } else {
            fail(file, endedTheService(file));
        }
    }

    private static Refusal endedTheService(InboxFile file) {
        return Refusal.notUsable(file.name() + " was in work each of the last " + MOST_TIMES
                + " times that the service ended, which may be because it needs more memory than the service has; once"
                + " that is mended, drop it again");
    }

    private void takeUp(InboxFile file, ProducerTemplate routes) {
        try {
            RunAnswers.Answered before = runs.ofKey(file.claim()).orElse(null);
            if (before != null && before.refused()) {
                folders.failed(file, before.answer());
                watch.dropped(false);
                return;
            }
            if (folders.takenUpAgain(file) > MOST_TIMES) {
                giveUp(file, before);
                return;
            }
            Exchange exchange = routes.send("direct:inbox-recovery", taken -> {
                taken.setProperty(ANSWERED, before);
                taken.getMessage().setBody(file.path().toFile());
            });
            if (exchange.getException() != null) {
                LOG.error("{} is left where it is: it could not be taken up", file.path(), exchange.getException());
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("{} is left where it is: it could not be taken up", file.path(), e);
        }
    }
}
