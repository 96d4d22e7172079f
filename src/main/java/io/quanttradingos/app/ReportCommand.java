package io.quanttradingos.app;

import io.quanttradingos.api.Requests;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.pipeline.PortfolioQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code qtos report}: what the holdings are worth, how they moved, and where their risk comes from; with a run's id, what was
 * recorded of that run.
 */
@Command(
        name = "report",
        description = {
            "Says what the holdings are worth, how they moved, and where their risk comes from.",
            "With RUN_ID: what was recorded of that run; with --html, as a page."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN_ID",
            description = "A recorded run, or 'last' for the latest decision, which --html alone means too.")
    @Nullable String runId;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes a recorded decision or backtest as a page, one HTML file.")
    @Nullable Path html;

    @Option(names = "--holdings", paramLabel = "FILE", description = "Holdings, CSV.")
    @Nullable Path holdings;

    @Option(names = "--prices", paramLabel = "FILE", description = "Closing prices, CSV.")
    @Nullable Path prices;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The last date that may be looked at.")
    @Nullable LocalDate asOf;

    @Option(names = "--date-format", paramLabel = "mdy|dmy", description = "How ambiguous dates read.")
    @Nullable String dateFormat;

    @Override
    public Integer call() throws IOException {
        if (runId == null && html == null) {
            portfolio();
        } else if (holdings != null || prices != null || asOf != null || dateFormat != null) {
            throw Refusal.invalid("--holdings, --prices, --as-of and --date-format are of the portfolio as it is;"
                    + " a recorded run has its own");
        } else {
            recorded(runId == null ? RecordedRun.LAST : runId);
        }
        return 0;
    }

    private void recorded(String id) throws IOException {
        try (Assembly assembly = common.assemblyWithRuns()) {
            RecordedRun run = RecordedRun.of(assembly, id);
            if (html == null) {
                output.show(spec, run.answer(), (json, terminal) -> run.told(assembly, json, terminal));
            } else {
                HtmlFile.write(
                        spec,
                        "--html",
                        html,
                        "report",
                        assembly.runReports().of(run.id()).html());
            }
        }
    }

    private void portfolio() throws IOException {
        try (Assembly assembly = common.assembly()) {
            Doors.ofCommands(assembly);
            byte[] answer = assembly.routes()
                    .producer()
                    .requestBody("direct:portfolio-report", question(assembly), byte[].class);
            output.show(spec, answer, PortfolioTable::of);
        }
    }

    private PortfolioQuestion question(Assembly assembly) throws IOException {
        return Requests.portfolio(
                assembly.commandFields()
                        .file("--holdings", "holdings_path", "holdings_file", holdings)
                        .file("--prices", "prices_path", "prices_file", prices)
                        .put("as_of", asOf)
                        .put("date_format", dateFormat)
                        .request(),
                new ArrayList<>());
    }
}
