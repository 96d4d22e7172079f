package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
            InitCommand.class,
            DecideCommand.class,
            ServeCommand.class,
            ScheduleCommand.class,
            RegimeCommand.class,
            ReportCommand.class,
            BacktestCommand.class,
            SentimentCommand.class,
            InsiderCommand.class,
            JournalCommand.class,
            ImportCommand.class,
            NoiseCommand.class,
            ReplayCommand.class,
            DoctorCommand.class,
            RoutesCommand.class,
            OpenApiCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Qtos {
    private static final Logger LOG;

    static {
        LogFormat.choose();
        LOG = LoggerFactory.getLogger(Qtos.class);
    }

    static final int BAD_INPUT = 1;
    static final int FAILED = 2;

    /** The version for {@code --version}. */
    static final class VersionOfJar implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"qtos " + Version.text()};
        }
    }

    @Mixin(name = "global")
    GlobalOptions global = new GlobalOptions();

    private final Terminal terminal;

    private Qtos(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Where the command prints. */
    Terminal terminal() {
        return terminal;
    }

    /** Runs a command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.here();
        System.exit(run(terminal, writer(System.out, terminal), writer(System.err, terminal), arguments));
    }

    private static PrintWriter writer(PrintStream stream, Terminal terminal) {
        Charset charset = terminal.charset();
        Writer encoded = new BufferedWriter(new OutputStreamWriter(stream, charset));
        return new PrintWriter(charset.newEncoder().canEncode('█') ? encoded : new PlainSigns(encoded, charset), true);
    }

    /** Runs a command and gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(Terminal.PLAIN, out, err, arguments);
    }

    /** Runs a command at a terminal and gives its exit code. */
    static int run(Terminal terminal, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Qtos(terminal));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, Qtos::date);
        line.setParameterExceptionHandler((wrong, given) -> {
            err.println("error: " + firstLine(wrong.getMessage()) + " ("
                    + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help says what there is)");
            return BAD_INPUT;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> explained(failure, err));
        return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is not a date such as 2019-06-28");
        }
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /** Says in a sentence why a command failed. The trace of a bug is in the log, at level debug. */
    private static int explained(Throwable failure, PrintWriter err) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Refusal refusal) {
                err.println("error: " + refusal.detail());
                refusal.problems().stream().skip(1).forEach(problem -> err.println("       " + problem));
                return exitCode(refusal.kind());
            }
        }
        LOG.debug("the command failed", failure);
        err.println("error: " + FailureText.of(failure));
        return FAILED;
    }

    private static int exitCode(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID_INPUT, NOT_USABLE, NOT_FOUND, TOO_LARGE, KEY_MISSING -> BAD_INPUT;
            case UPSTREAM_FAILED, UPSTREAM_TIMED_OUT, OVERLOADED -> FAILED;
        };
    }
}
