package io.quanttradingos.app;

import io.quanttradingos.api.AgentAnswers;
import io.quanttradingos.api.BacktestAnswers;
import io.quanttradingos.api.BriefingAnswers;
import io.quanttradingos.api.DecisionJson;
import io.quanttradingos.api.ImportPreviews;
import io.quanttradingos.backtest.Backtests;
import io.quanttradingos.briefing.InsiderBriefing;
import io.quanttradingos.briefing.JournalBriefing;
import io.quanttradingos.briefing.SentimentBriefing;
import io.quanttradingos.camel.AccessLog;
import io.quanttradingos.camel.Documentation;
import io.quanttradingos.camel.DoorWatch;
import io.quanttradingos.camel.HttpApi;
import io.quanttradingos.camel.HttpDoor;
import io.quanttradingos.camel.InboxClaims;
import io.quanttradingos.camel.InboxDoor;
import io.quanttradingos.camel.InboxFolders;
import io.quanttradingos.camel.InboxOwner;
import io.quanttradingos.camel.InboxWatch;
import io.quanttradingos.camel.Readying;
import io.quanttradingos.camel.TimerDoor;
import io.quanttradingos.camel.TimerWatch;
import io.quanttradingos.camel.UpstreamClient;
import io.quanttradingos.camel.WithDisciplineStrategy;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.pipeline.Pipeline;
import io.quanttradingos.pipeline.Recorder;
import io.quanttradingos.schedule.Schedule;
import io.quanttradingos.state.AtomicFile;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.telemetry.Telemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Service;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which routes run for which command, and what they are given. */
final class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    /** What routes may refer to, by name. */
    static final Map<String, Class<?>> BEANS = Map.ofEntries(
            Map.entry("pipeline", Pipeline.class),
            Map.entry("withDiscipline", WithDisciplineStrategy.class),
            Map.entry("recorder", Recorder.class),
            Map.entry("answers", DecisionJson.class),
            Map.entry("agents", AgentAnswers.class),
            Map.entry("backtests", Backtests.class),
            Map.entry("backtestAnswers", BacktestAnswers.class),
            Map.entry("sentiment", SentimentBriefing.class),
            Map.entry("insider", InsiderBriefing.class),
            Map.entry("journal", JournalBriefing.class),
            Map.entry("briefingAnswers", BriefingAnswers.class),
            Map.entry("imports", ImportPreviews.class),
            Map.entry("upstreamClient", UpstreamClient.class),
            Map.entry("http", HttpApi.class),
            Map.entry("inbox", InboxDoor.class),
            Map.entry("inboxClaims", InboxClaims.class),
            Map.entry("inboxWatch", InboxWatch.class),
            Map.entry("timer", TimerDoor.class));

    private static final int DEPTH_OF_STATE = 3;

    private Doors() {}

    /** Starts the shared routes, without any door of their own: a command calls them. */
    static void ofCommands(Assembly assembly) {
        start(assembly, routes(assembly).shared(), beans(assembly), Map.of(), List.of());
    }

    /** The OpenAPI document of the service's routes; they are started, but nothing is listened to. */
    static byte[] openApi(Assembly assembly) {
        HttpDoor http = http(assembly);
        Documentation documentation = new Documentation(assembly.routes()::context, Version.text());
        List<String> files = new ArrayList<>(List.of(RouteFolder.API));
        files.addAll(routes(assembly).shared());
        start(assembly, files, httpBeans(assembly, http, documentation, null), Map.of(), List.of(http));
        return documentation.openApi();
    }

    private static HttpDoor http(Assembly assembly) {
        Settings settings = assembly.settings();
        return new HttpDoor(httpOptions(settings), assembly.telemetry().doors(), access(settings));
    }

    private static AccessLog access(Settings settings) {
        return new AccessLog(settings.flag("qtos.access.log"));
    }

    private static Map<String, Object> httpBeans(
            Assembly assembly, HttpDoor http, Documentation documentation, @Nullable InboxFolders folders) {
        Map<String, Object> beans = beans(assembly);
        beans.put(
                "http",
                new HttpApi(
                        assembly.runAnswers(),
                        assembly.runReports(),
                        assembly.backtestRequests(),
                        assembly.backtestAnswers(),
                        assembly.briefingRequests(),
                        documentation,
                        readying(assembly, folders),
                        assembly.telemetry()::metrics,
                        Telemetry.metricsType()));
        beans.putAll(http.beans());
        return beans;
    }

    private static Readying readying(Assembly assembly, @Nullable InboxFolders folders) {
        Settings settings = assembly.settings();
        boolean watched = settings.flag("qtos.inbox.enabled");
        return new Readying(
                settings.folder("qtos.state.dir"),
                () -> assembly.store().isInPlace() && assembly.store().count() >= 0,
                watched ? folders : null,
                assembly.routes()::context);
    }

    /** Starts every door of the service; the HTTP one and the inbox are opened by {@link #open}. */
    static HttpDoor ofService(Assembly assembly) throws IOException {
        Settings settings = assembly.settings();
        settings.word("qtos.log.format", LogFormat.ALL);
        HttpDoor http = http(assembly);
        Documentation documentation = new Documentation(assembly.routes()::context, Version.text());
        InboxFolders folders = new InboxFolders(assembly.data().root());
        Map<String, Object> beans = httpBeans(assembly, http, documentation, folders);
        InboxOwner owner =
                new InboxOwner(settings.folder("qtos.state.dir"), folders, assembly.clock(), new UniqueIds());
        InboxDoor inbox = inbox(assembly, folders, owner);
        beans.put("inbox", inbox);
        beans.put("inboxClaims", claims(assembly, folders, inbox));
        beans.put("inboxWatch", new InboxWatch(folders, owner, assembly.store()::isInPlace));
        beans.put("inboxDelivery", InboxDoor.deliveries());
        beans.put("inboxInProgress", InboxClaims.inProgress());
        Map<String, String> properties = new HashMap<>(inboxProperties(settings, folders));
        Gauges.register(assembly.telemetry(), http, folders, assembly.store(), assembly.clock());
        Optional<Schedule> scheduled = schedule(settings);
        scheduled.ifPresent(schedule -> {
            properties.put("qtos.timer", TimerDoor.endpoint(schedule));
            beans.put(
                    "timer",
                    new TimerDoor(
                            schedule,
                            Doors::logDecision,
                            lastScheduled(assembly.store()),
                            assembly.telemetry().doors()));
        });
        List<String> files = routes(assembly).ofService(scheduled.isPresent());
        List<Service> services = new ArrayList<>(List.of(http, owner));
        scheduled.ifPresent(schedule -> services.add(timerWatch(assembly)));
        start(assembly, files, beans, properties, services);
        documentation.openApi();
        return http;
    }

    private static InboxClaims claims(Assembly assembly, InboxFolders folders, InboxDoor inbox) {
        Duration settle = Duration.ofMillis(assembly.settings().number("qtos.inbox.settle.millis"));
        return new InboxClaims(folders, inbox::claim, settle, assembly.clock(), System::nanoTime);
    }

    /** Opens the doors of a service whose routes run: first what was left behind is taken up. */
    static int open(Assembly assembly, HttpDoor http) throws IOException {
        removeLeftovers(assembly);
        if (assembly.settings().flag("qtos.inbox.enabled")) {
            assembly.routes()
                    .bean("inbox", InboxDoor.class)
                    .recover(assembly.routes().producer());
            assembly.routes().startRoute("inbox");
        }
        return http.open();
    }

    /** A service that was killed while it wrote a file leaves a part of it behind, under a name of its own. */
    private static void removeLeftovers(Assembly assembly) throws IOException {
        Instant now = assembly.clock().instant();
        AtomicFile.removeLeftovers(assembly.data().root().resolve("current"), now);
        try (Stream<Path> folders = Files.walk(assembly.settings().folder("qtos.state.dir"), DEPTH_OF_STATE)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                AtomicFile.removeLeftovers(folder, now);
            }
        }
    }

    /** Starts the timer and the routes it needs, without any other door. */
    static void ofSchedule(Assembly assembly, Schedule schedule, Consumer<String> answers) {
        Map<String, Object> beans = beans(assembly);
        beans.put("timer", new TimerDoor(schedule, answers, lastScheduled(assembly.store()), DoorWatch.NONE));
        List<String> files = new ArrayList<>(List.of(RouteFolder.SCHEDULE));
        files.addAll(routes(assembly).shared());
        start(
                assembly,
                files,
                beans,
                Map.of("qtos.timer", TimerDoor.endpoint(schedule)),
                List.of(timerWatch(assembly)));
    }

    private static TimerWatch timerWatch(Assembly assembly) {
        return new TimerWatch(assembly.clock(), System::nanoTime);
    }

    /** What the settings schedule; the cron expression wins over the minutes. */
    static Optional<Schedule> schedule(Settings settings) {
        Optional<String> cron = settings.text("orchestrator.schedule.cron");
        if (cron.isPresent()) {
            return Optional.of(
                    Schedule.ByCron.parse(cron.get(), settings.zone("orchestrator.schedule.time.zone"), Instant.now()));
        }
        return settings.text("orchestrator.schedule.minutes")
                .map(minutes -> new Schedule.EveryMinutes(settings.number("orchestrator.schedule.minutes")));
    }

    /** When the last scheduled run was made, among the newest runs of the store; null where none of them was scheduled. */
    private static @Nullable Instant lastScheduled(RunStore store) {
        return store.page(RunStore.PAGE_LIMIT, Long.MAX_VALUE, "decision").stream()
                .filter(run -> run.facts().door().equals("timer"))
                .findFirst()
                .map(run -> run.facts().startedAt())
                .orElse(null);
    }

    private static void logDecision(String json) {
        LOG.info("the scheduled run made its decision: {}", TimerLine.of(json));
    }

    private static InboxDoor inbox(Assembly assembly, InboxFolders folders, InboxOwner owner) {
        return new InboxDoor(
                folders,
                owner,
                assembly.current(),
                assembly.inputs(),
                assembly.backtestRequests(),
                assembly.briefingRequests(),
                assembly.answerRecorder(),
                assembly.runAnswers(),
                assembly.runReports(),
                assembly.backtestAnswers(),
                assembly.settings().number("qtos.max.body.bytes"),
                assembly.clock(),
                assembly.telemetry().doors());
    }

    private static Map<String, String> inboxProperties(Settings settings, InboxFolders folders) {
        return Map.of(
                "qtos.inbox", folders.inbox().toString(),
                "qtos.inbox.poll.millis", Integer.toString(settings.number("qtos.inbox.poll.millis")));
    }

    private static void start(
            Assembly assembly,
            List<String> files,
            Map<String, Object> beans,
            Map<String, String> properties,
            List<Service> services) {
        Settings settings = assembly.settings();
        Path folder = settings.folder("qtos.routes.dir");
        Duration shutdown = Duration.ofSeconds(settings.number("qtos.shutdown.seconds"));
        ClassLoader classes = assembly.plugins().classes();
        routes(assembly).requireSound(files, classes);
        assembly.routes()
                .start(
                        folder,
                        files,
                        classes,
                        beans,
                        properties,
                        services,
                        shutdown,
                        assembly.telemetry().routes(),
                        access(settings));
    }

    private static RouteFolder routes(Assembly assembly) {
        return new RouteFolder(assembly.settings().folder("qtos.routes.dir"));
    }

    private static Map<String, Object> beans(Assembly assembly) {
        Map<String, Object> beans = new HashMap<>();
        beans.put("pipeline", assembly.pipeline());
        beans.put("withDiscipline", new WithDisciplineStrategy());
        beans.put("recorder", assembly.recorder());
        beans.put("answers", assembly.decisions());
        beans.put("agents", assembly.agentAnswers());
        beans.put("backtests", assembly.backtests());
        beans.put("backtestAnswers", assembly.backtestAnswers());
        beans.put("sentiment", assembly.sentiment());
        beans.put("insider", assembly.insider());
        beans.put("journal", assembly.journal());
        beans.put("briefingAnswers", assembly.briefingAnswers());
        beans.put("imports", assembly.importPreviews());
        beans.put("upstreamClient", new UpstreamClient());
        return beans;
    }

    /** What the HTTP door is opened with; refused where it would let anyone in from anywhere. */
    static HttpDoor.Options httpOptions(Settings settings) {
        String bind = settings.text("qtos.bind").orElse("127.0.0.1");
        String token = settings.text("qtos.api.token").orElse(null);
        if (token == null && !isLoopback(bind) && !settings.flag("qtos.allow.anonymous")) {
            throw Refusal.invalid("QTOS_BIND is " + bind
                    + ", which others can reach: set QTOS_API_TOKEN, or QTOS_ALLOW_ANONYMOUS=true to let anyone in");
        }
        return new HttpDoor.Options(
                bind,
                settings.number("qtos.port"),
                settings.number("qtos.max.body.bytes"),
                settings.number("qtos.inflight.max"),
                (long) settings.number("qtos.inflight.mebibytes") << 20,
                settings.number("qtos.connections.max"),
                Duration.ofSeconds(settings.number("qtos.client.patience.seconds")),
                settings.number("qtos.worker.threads"),
                settings.folder("qtos.state.dir").resolve("uploads"),
                token,
                settings.flag("qtos.metrics.open"));
    }

    private static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw Refusal.invalid("QTOS_BIND must be an address of this machine, was '" + bind + "'");
        }
    }
}
