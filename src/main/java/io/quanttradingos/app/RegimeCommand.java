package io.quanttradingos.app;

import io.quanttradingos.api.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** {@code qtos regime}: which regime the market is in, or was in on every date. */
@Command(
        name = "regime",
        description = "Says which regime the market is in, of one date or of every date.",
        mixinStandardHelpOptions = true)
final class RegimeCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(names = "--prices", paramLabel = "FILE", description = "Closing prices, CSV.")
    @Nullable Path prices;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The last date that may be looked at.")
    @Nullable LocalDate asOf;

    @Option(names = "--date-format", paramLabel = "mdy|dmy", description = "How ambiguous dates read.")
    @Nullable String dateFormat;

    @Option(names = "--series", description = "One row for every date.")
    boolean series;

    @Option(names = "--csv", description = "One row for every date, as CSV.")
    boolean csv;

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = common.assembly()) {
            Doors.ofCommands(assembly);
            byte[] answer = assembly.routes().producer().requestBody("direct:regime", request(assembly), byte[].class);
            if (csv) {
                spec.commandLine().getOut().print(new String(answer, StandardCharsets.UTF_8));
                spec.commandLine().getOut().flush();
            } else {
                if (series) {
                    output.print(spec, answer, RegimeTable::series);
                } else {
                    output.show(spec, answer, RegimeTable::of);
                }
            }
            return 0;
        }
    }

    private Requests.Regime request(Assembly assembly) throws IOException {
        return Requests.regime(
                assembly.commandFields()
                        .file("--prices", "prices_path", "prices_file", prices)
                        .put("as_of", asOf)
                        .put("date_format", dateFormat)
                        .put("series", series)
                        .put("format", csv ? "csv" : "json")
                        .request(),
                new ArrayList<>());
    }
}
