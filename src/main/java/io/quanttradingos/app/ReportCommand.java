package io.quanttradingos.app;

import io.quanttradingos.api.Requests;
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
import picocli.CommandLine.Spec;

/** {@code qtos report}: what the holdings are worth, how they moved, and where their risk comes from. */
@Command(
        name = "report",
        description = "Says what the holdings are worth, how they moved, and where their risk comes from.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

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
        try (Assembly assembly = common.assembly()) {
            Doors.ofCommands(assembly);
            byte[] answer = assembly.routes()
                    .producer()
                    .requestBody("direct:portfolio-report", question(assembly), byte[].class);
            output.print(spec, answer, PortfolioTable::of);
            return 0;
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
