package io.quanttradingos.app;

import io.quanttradingos.api.Json;
import io.quanttradingos.api.JsonDifference;
import io.quanttradingos.api.ReplayAnswer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtos replay}: a recorded run computed again, and whether anything differs. */
@Command(
        name = "replay",
        description = "Computes a recorded run again from its record, and says 'identical' or what differs first.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Parameters(paramLabel = "RUN_ID", description = "The run's id as its answer gave it, or 'last'.")
    String runId = "";

    @Option(names = "--json", description = "Prints the answer as JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = common.assemblyWithRuns()) {
            Doors.ofCommands(assembly);
            ReplayAnswer answer = assembly.replayAnswers().of(runId);
            print(answer);
            return answer.identical() ? 0 : Qtos.BAD_INPUT;
        }
    }

    private void print(ReplayAnswer answer) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(Json.bytes(answer), StandardCharsets.UTF_8));
            return;
        }
        JsonDifference difference = answer.difference();
        if (difference == null) {
            out.println("identical");
        } else {
            out.println(difference.field() + " differs");
            out.println("  recorded    " + shown(difference.recorded()));
            out.println("  recomputed  " + shown(difference.recomputed()));
        }
        answer.notes().forEach(note -> out.println("note: " + note));
    }

    private static String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "(not there)");
    }
}
