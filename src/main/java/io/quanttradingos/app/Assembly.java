package io.quanttradingos.app;

import io.quanttradingos.api.AgentAnswers;
import io.quanttradingos.api.BacktestAnswers;
import io.quanttradingos.api.BacktestJson;
import io.quanttradingos.api.BacktestReplay;
import io.quanttradingos.api.BacktestRequests;
import io.quanttradingos.api.BriefingAnswers;
import io.quanttradingos.api.BriefingReplay;
import io.quanttradingos.api.BriefingRequests;
import io.quanttradingos.api.DecisionJson;
import io.quanttradingos.api.FieldMaps;
import io.quanttradingos.api.ImportPreviews;
import io.quanttradingos.api.Json;
import io.quanttradingos.api.JsonTables;
import io.quanttradingos.api.JudgementJson;
import io.quanttradingos.api.OwnStrategies;
import io.quanttradingos.api.RecordedRequests;
import io.quanttradingos.api.ReplayAnswers;
import io.quanttradingos.api.RunAnswers;
import io.quanttradingos.api.RunReports;
import io.quanttradingos.api.StateMemory;
import io.quanttradingos.backtest.AgentSeats;
import io.quanttradingos.backtest.BacktestPolicy;
import io.quanttradingos.backtest.Backtests;
import io.quanttradingos.backtest.research.Workers;
import io.quanttradingos.briefing.BriefingPolicies;
import io.quanttradingos.briefing.InsiderBriefing;
import io.quanttradingos.briefing.JournalBriefing;
import io.quanttradingos.briefing.SentimentBriefing;
import io.quanttradingos.camel.CamelRoutes;
import io.quanttradingos.camel.CsvTables;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.CurrentInputs;
import io.quanttradingos.inputs.DataFolder;
import io.quanttradingos.inputs.Documents;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.marketdata.ReadLimits;
import io.quanttradingos.pipeline.Agents;
import io.quanttradingos.pipeline.AnswerRecorder;
import io.quanttradingos.pipeline.Gathering;
import io.quanttradingos.pipeline.JudgementRecorder;
import io.quanttradingos.pipeline.Pipeline;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.pipeline.RecordedHistory;
import io.quanttradingos.pipeline.Recorder;
import io.quanttradingos.pipeline.Replay;
import io.quanttradingos.pipeline.SingleAgents;
import io.quanttradingos.pipeline.StageCache;
import io.quanttradingos.policy.PolicyFile;
import io.quanttradingos.state.Content;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.StateFiles;
import io.quanttradingos.state.StateSettings;
import io.quanttradingos.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every part of the product, built once from the settings: the whole wiring is in this one constructor.
 */
public final class Assembly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);
    private static final int BYTES_PER_MEBIBYTE = 1024 * 1024;
    private static final String SAMPLE_BARS = "sample/ohlcv.csv";

    private final Settings settings;
    private final Telemetry telemetry;
    private final InstantSource clock;
    private final Policies policies;
    private final DataFolder data;
    private final int mostBytes;
    private final RunStore store;
    private final StateFiles stateFiles;
    private final Inputs inputs;
    private final CurrentInputs current;
    private final Gathering gathering;
    private final StageCache results;
    private final Pipeline pipeline;
    private final Recorder recorder;
    private final AnswerRecorder answerRecorder;
    private final DecisionJson decisions;
    private final AgentAnswers agentAnswers;
    private final RunAnswers runAnswers;
    private final ReplayAnswers replayAnswers;
    private final RunReports runReports;
    private final Upstreams upstreams;
    private final Workers workers;
    private final Backtests backtests;
    private final BacktestRequests backtestRequests;
    private final BacktestAnswers backtestAnswers;
    private final SentimentBriefing sentiment;
    private final InsiderBriefing insider;
    private final JournalBriefing journal;
    private final BriefingRequests briefingRequests;
    private final BriefingAnswers briefingAnswers;
    private final Plugins plugins;
    private final CamelRoutes routes;
    private boolean closed;

    /** Without metrics: of a command, nobody asks for them. */
    public Assembly(Settings settings) throws IOException {
        this(settings, TelemetrySettings.ofCommand(settings));
    }

    /** What is told of the parts goes through {@code telemetry}, which is closed with them. */
    public Assembly(Settings settings, Telemetry telemetry) throws IOException {
        this(settings, telemetry, Clock.systemUTC());
    }

    /** The same by another clock. */
    Assembly(Settings settings, Telemetry telemetry, InstantSource clock) throws IOException {
        this.clock = clock;
        RandomGenerator random = new UniqueIds();
        this.settings = settings;
        this.telemetry = telemetry;
        this.routes = new CamelRoutes();
        Path dataFolder = settings.folder("qtos.data.dir");
        if (!Files.isDirectory(dataFolder)) {
            throw Refusal.invalid("QTOS_DATA_DIR must be a folder that exists, was '" + dataFolder + "'");
        }
        this.data = new DataFolder(dataFolder);
        Path config = PolicyFolder.place(settings);
        this.policies = PolicyFolder.read(config);
        this.plugins = Plugins.in(settings.folder("qtos.plugins.dir"));
        OwnStrategies own = new OwnStrategies(plugins.strategies(), plugins.jars());
        BacktestPolicy backtestPolicy = PolicyFolder.backtest(config);
        Path stateFolder = settings.folder("qtos.state.dir");
        StateSettings stateSettings = stateSettings(settings);
        this.store = RunStore.open(stateFolder, stateSettings, clock, telemetry.store());
        store.warnings().forEach(LOG::error);
        this.stateFiles = StateFiles.open(stateFolder, stateSettings, clock, LOG::error);

        this.mostBytes = settings.number("qtos.max.body.bytes");
        long cacheBytes = (long) settings.number("qtos.cache.mebibytes") * BYTES_PER_MEBIBYTE;
        ReadLimits limits = ReadLimits.forFilesOf(mostBytes);
        this.inputs = new Inputs(
                new Documents(data, mostBytes, clock),
                new JsonTables(new CsvTables(routes::producer)),
                FieldMaps::read,
                limits,
                FormatFolder.read(config.resolve("imports")),
                cacheBytes / 2);
        Agents agents = Agents.of(policies);
        this.results = new StageCache(Json::bytes, cacheBytes / 2, telemetry.stages());
        RecordedHistory history = new RecordedHistory(store, stateFiles);
        this.upstreams = new Upstreams(settings, inputs, routes, clock, random, telemetry);
        this.current = new CurrentInputs(
                data.root(),
                settings.text("qtos.prices.path").orElse(null),
                settings.text("qtos.holdings.path").orElse(null),
                limits);
        this.gathering = new Gathering(
                inputs,
                new Gathering.Defaults(
                        current::prices, current::holdings, settings.fraction("qtos.default.discipline.score")),
                agents.portfolio(),
                upstreams.prices(),
                history,
                results,
                clock);
        this.pipeline = new Pipeline(gathering, agents, results);

        Map<String, String> conventions = agents.portfolio().conventions();
        Content policyText = text(policies);
        StateMemory memory = new StateMemory(stateFiles);
        this.decisions = new DecisionJson(store, results, conventions);
        this.recorder = new Recorder(store, memory, decisions, policyText, Version.text(), clock, random);
        this.answerRecorder = new AnswerRecorder(store, policyText, Version.text(), clock, random);
        SingleAgents single = new SingleAgents(gathering, inputs, agents, results, history, clock);
        this.agentAnswers = new AgentAnswers(
                single,
                new JudgementRecorder(answerRecorder, memory, new JudgementJson()),
                answerRecorder,
                conventions);
        this.runAnswers = new RunAnswers(store, decisions);
        Replay replay = new Replay(
                store,
                inputs,
                new RecordedRequests(),
                recorded -> new DecisionJson(
                        store,
                        new StageCache(Json::bytes, BYTES_PER_MEBIBYTE),
                        recorded.portfolio().conventions()),
                new JudgementJson(),
                Json::bytes);
        this.backtestRequests = new BacktestRequests(backtestPolicy, SAMPLE_BARS);
        BacktestJson backtestJson = new BacktestJson();
        this.workers = new Workers(Runtime.getRuntime().availableProcessors());
        this.backtests = new Backtests(
                inputs,
                upstreams.prices(),
                new AgentSeats(policies, inputs, results::value),
                plugins.strategies(),
                backtestPolicy,
                workers,
                store.trials()::record,
                clock);
        this.backtestAnswers = new BacktestAnswers(answerRecorder, backtestJson, text(backtestPolicy), own);
        BriefingPolicies briefingPolicies = PolicyFolder.briefings(config);
        this.sentiment = new SentimentBriefing(
                upstreams.companies(),
                upstreams.prices(),
                upstreams.model(),
                backtests,
                briefingPolicies.sentiment(),
                upstreams.budget(),
                Json::bytes,
                clock);
        this.insider = new InsiderBriefing(
                upstreams.companies(),
                upstreams.prices(),
                upstreams.model(),
                briefingPolicies.insider(),
                upstreams.budget(),
                Json::bytes,
                clock);
        this.journal = new JournalBriefing(
                inputs, upstreams.model(), briefingPolicies.journal(), upstreams.budget(), Json::bytes, clock);
        this.briefingRequests = new BriefingRequests(upstreams.keys(), backtestRequests, plugins.strategies());
        this.briefingAnswers = new BriefingAnswers(
                answerRecorder,
                new BriefingAnswers.Texts(
                        text(briefingPolicies.sentiment()),
                        text(briefingPolicies.insider()),
                        text(briefingPolicies.journal()),
                        text(backtestPolicy)),
                own);
        BacktestReplay backtestReplay = new BacktestReplay(store, inputs, workers, backtestJson, own);
        this.runReports = new RunReports(store, decisions, inputs, backtestReplay, backtestAnswers);
        this.replayAnswers = new ReplayAnswers(
                store,
                replay,
                backtestReplay,
                new BriefingReplay(store, inputs, backtestReplay),
                own,
                policyText.sha256(),
                Version.text());
    }

    /** A policy as it is kept with every run. */
    private static Content text(Record policy) {
        return Content.of(PolicyFile.render(policy, Map.of()));
    }

    private static StateSettings stateSettings(Settings settings) {
        StateSettings usual = StateSettings.defaults();
        return new StateSettings(
                settings.number("qtos.history.entries"),
                usual.regimeWriteMillis(),
                usual.queueLimit(),
                usual.batchLimit(),
                usual.busyTimeoutMillis(),
                usual.readerConnections(),
                usual.inlineInputBytes());
    }

    public Settings settings() {
        return settings;
    }

    public Telemetry telemetry() {
        return telemetry;
    }

    /** What time it is for every part. */
    InstantSource clock() {
        return clock;
    }

    public Policies policies() {
        return policies;
    }

    public DataFolder data() {
        return data;
    }

    /** Takes the options of a command. */
    CommandFields commandFields() {
        return new CommandFields(data, mostBytes);
    }

    public RunStore store() {
        return store;
    }

    public CurrentInputs current() {
        return current;
    }

    public Inputs inputs() {
        return inputs;
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    public Recorder recorder() {
        return recorder;
    }

    public AnswerRecorder answerRecorder() {
        return answerRecorder;
    }

    public DecisionJson decisions() {
        return decisions;
    }

    public AgentAnswers agentAnswers() {
        return agentAnswers;
    }

    public RunAnswers runAnswers() {
        return runAnswers;
    }

    public RunReports runReports() {
        return runReports;
    }

    public ReplayAnswers replayAnswers() {
        return replayAnswers;
    }

    public Backtests backtests() {
        return backtests;
    }

    public BacktestRequests backtestRequests() {
        return backtestRequests;
    }

    public BacktestAnswers backtestAnswers() {
        return backtestAnswers;
    }

    public BriefingRequests briefingRequests() {
        return briefingRequests;
    }

    public BriefingAnswers briefingAnswers() {
        return briefingAnswers;
    }

    public SentimentBriefing sentiment() {
        return sentiment;
    }

    public InsiderBriefing insider() {
        return insider;
    }

    public JournalBriefing journal() {
        return journal;
    }

    /** The user's own code. */
    Plugins plugins() {
        return plugins;
    }

    /** Shows how a file would be read. */
    public ImportPreviews importPreviews() {
        return new ImportPreviews(inputs);
    }

    /** The running routes, once they have been started. */
    public CamelRoutes routes() {
        return routes;
    }

    /** Ends running work, then closes the files; a second call changes nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        routes.close();
        upstreams.close();
        workers.close();
        stateFiles.close();
        store.close();
        plugins.close();
        telemetry.close();
    }
}
