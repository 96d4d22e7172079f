package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one command for each thing it can do. */
@Command(
        name = "qtos",
        description = "Prices and holdings in, one explained and reproducible capital decision out.",
        mixinStandardHelpOptions = true,
        versionProvider = Qtos.VersionOfJar.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = Qtos.BAD_INPUT,
        exitCodeOnExecutionException = Qtos.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:bad input", "2:an upstream service or a file failed"},
        subcommands = {
            DecideCommand.class,
            ServeCommand.class,
            ScheduleCommand.class,
            RegimeCommand.class,
            ReportCommand.class,
            ReplayCommand.class,
            DoctorCommand.class,
            OpenApiCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Qtos {
    static final int BAD_INPUT = 1;
    static final int FAILED = 2;

    /** The version for {@code --version}. */
    static final class VersionOfJar implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"qtos " + Version.text()};
        }
    }

    private Qtos() {}

    /** Runs a command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs a command and gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Qtos());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> explained(failure, err));
        return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    private static int explained(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof Refusal refusal) {
            err.println("error: " + refusal.detail());
            refusal.problems().stream().skip(1).forEach(problem -> err.println("       " + problem));
            return exitCode(refusal.kind());
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            err.println("error: " + failure.getMessage());
            return FAILED;
        }
        throw failure;
    }

    private static int exitCode(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID_INPUT, NOT_USABLE, NOT_FOUND, TOO_LARGE, KEY_MISSING -> BAD_INPUT;
            case UPSTREAM_FAILED, UPSTREAM_TIMED_OUT, OVERLOADED -> FAILED;
        };
    }
}
