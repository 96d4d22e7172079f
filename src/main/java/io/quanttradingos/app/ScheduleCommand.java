package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.schedule.Schedule;
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

/** {@code qtos schedule}: decisions at every tick, without any other door. */
@Command(
        name = "schedule",
        description = "Makes a decision at every tick and prints it in a line, until stopped.",
        mixinStandardHelpOptions = true)
final class ScheduleCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(names = "--minutes", paramLabel = "MINUTES", description = "Minutes between two decisions.")
    @Nullable Integer minutes;

    @Option(names = "--cron", paramLabel = "EXPRESSION", description = "UNIX cron expression, such as \"0 9 * * 1-5\".")
    @Nullable String cron;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "Time zone of the cron expression.")
    @Nullable String timeZone;

    @Option(names = "--json", description = "Prints each decision as JSON, one in a line.")
    boolean json;

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> overrides = new HashMap<>();
        CommonOptions.put(overrides, "orchestrator.schedule.minutes", minutes);
        // What is said here wins over a cron expression of the environment.
        CommonOptions.put(overrides, "orchestrator.schedule.cron", minutes != null && cron == null ? "" : cron);
        CommonOptions.put(overrides, "orchestrator.schedule.time.zone", timeZone);
        Settings settings = common.settings(overrides);
        Schedule schedule = Doors.schedule(settings)
                .orElseThrow(() -> Refusal.invalid(
                        "nothing is scheduled: give --minutes or --cron, or set ORCHESTRATOR_SCHEDULE_MINUTES"
                                + " or ORCHESTRATOR_SCHEDULE_CRON"));
        PrintWriter out = spec.commandLine().getOut();
        try (ServiceLock alone = ServiceLock.acquire(settings.folder("qtos.state.dir"));
                Assembly assembly = new Assembly(settings)) {
            Doors.ofSchedule(assembly, schedule, answer -> out.println(json ? answer : TimerLine.of(answer)));
            out.println("ready " + schedule.description());
            new UntilStopped(assembly).await();
            return 0;
        }
    }
}
