package io.quanttradingos.app;

import io.quanttradingos.camel.Documentation;
import io.quanttradingos.camel.HttpApi;
import io.quanttradingos.camel.HttpDoor;
import io.quanttradingos.camel.UpstreamClient;
import io.quanttradingos.camel.WithDisciplineStrategy;
import io.quanttradingos.failure.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Service;

/** Which routes run for which command, and what they are given. */
final class Doors {
    private static final List<String> SHARED = List.of("40-decision", "50-agents");
    private static final List<String> SERVED = List.of("00-errors", "10-api", "40-decision", "50-agents");

    private Doors() {}

    /** Starts the shared routes, without any door of their own: a command calls them. */
    static void ofCommands(Assembly assembly) {
        start(assembly, SHARED, beans(assembly), Map.of(), List.of());
    }

    /** Starts every door of the service; the HTTP one is opened by its own method afterwards. */
    static HttpDoor ofService(Assembly assembly) {
        HttpDoor http = new HttpDoor(httpOptions(assembly.settings()));
        startServed(assembly, http).openApi();
        return http;
    }

    /** The OpenAPI document of the service's routes; they are started, but nothing is listened to. */
    static byte[] openApi(Assembly assembly) {
        return startServed(assembly, new HttpDoor(httpOptions(assembly.settings())))
                .openApi();
    }

    private static Documentation startServed(Assembly assembly, HttpDoor http) {
        Map<String, Object> beans = beans(assembly);
        Documentation documentation = new Documentation(assembly.routes()::context, Version.text());
        beans.put("http", new HttpApi(assembly.runAnswers(), documentation));
        beans.putAll(http.beans());
        start(assembly, SERVED, beans, Map.of(), List.of(http));
        return documentation;
    }

    private static void start(
            Assembly assembly,
            List<String> files,
            Map<String, Object> beans,
            Map<String, String> properties,
            List<Service> services) {
        Settings settings = assembly.settings();
        Path folder = settings.folder("qtos.routes.dir");
        Duration shutdown = Duration.ofSeconds(settings.number("qtos.shutdown.seconds", 1, 3600));
        assembly.routes().start(folder, files, beans, properties, services, shutdown);
    }

    private static Map<String, Object> beans(Assembly assembly) {
        Map<String, Object> beans = new HashMap<>();
        beans.put("pipeline", assembly.pipeline());
        beans.put("withDiscipline", new WithDisciplineStrategy());
        beans.put("recorder", assembly.recorder());
        beans.put("answers", assembly.decisions());
        beans.put("agents", assembly.agentAnswers());
        beans.put("upstream", assembly.upstream());
        beans.put(
                "upstreamClient",
                new UpstreamClient(assembly.settings().milliseconds("qtos.upstream.timeout.millis", 1, 600_000)));
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
                settings.number("qtos.port", 0, 65_535),
                settings.number("qtos.max.body.bytes", 1024, Integer.MAX_VALUE - 64),
                settings.number("qtos.inflight.max", 1, 1_000_000),
                settings.number("qtos.worker.threads", 1, 10_000),
                token);
    }

    private static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw Refusal.invalid("QTOS_BIND must be an address of this machine, was '" + bind + "'");
        }
    }
}
