package io.quanttradingos.app;

import io.quanttradingos.camel.HttpDoor;
import io.quanttradingos.state.ServiceLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtos serve}: every door open until the program is told to stop. */
@Command(
        name = "serve",
        description = "Opens the HTTP doors, watches the inbox and runs the schedule, until stopped.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; 0 takes any free one.")
    @Nullable Integer port;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address to listen on.")
    @Nullable String bind;

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> overrides = new HashMap<>();
        CommonOptions.put(overrides, "qtos.port", port);
        CommonOptions.put(overrides, "qtos.bind", bind);
        Settings settings = common.settings(overrides);
        try (ServiceLock alone = ServiceLock.acquire(settings.folder("qtos.state.dir"));
                Assembly assembly = new Assembly(settings, TelemetrySettings.ofService(settings))) {
            HttpDoor http = Doors.ofService(assembly);
            int open = Doors.open(assembly, http);
            UntilStopped untilStopped = new UntilStopped(assembly);
            PrintWriter out = spec.commandLine().getOut();
            out.println("ready http://" + settings.text("qtos.bind").orElse("127.0.0.1") + ":" + open);
            untilStopped.await();
            return 0;
        }
    }
}
