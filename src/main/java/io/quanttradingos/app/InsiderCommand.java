package io.quanttradingos.app;

import io.quanttradingos.pipeline.Door;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtos insider}: what a company's insiders did with its shares. Keys come from the environment. */
@Command(
        name = "insider",
        description = "Says what a company's insiders did with its shares.",
        mixinStandardHelpOptions = true)
final class InsiderCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Parameters(paramLabel = "TICKER", description = "The company.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    String symbol;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The last day whose filings may be looked at.")
    @Nullable LocalDate asOf;

    @Option(names = "--no-model", description = "Asks no language model, even where a key is set.")
    boolean noModel;

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = common.assembly()) {
            Doors.ofCommands(assembly);
            Object question = assembly.briefingRequests()
                    .insider(
                            assembly.commandFields()
                                    .put("symbol", symbol)
                                    .put("as_of", asOf)
                                    .put("explain", !noModel)
                                    .request(),
                            Door.COMMAND);
            byte[] answer = assembly.routes().producer().requestBody("direct:insider-report", question, byte[].class);
            output.print(spec, answer, InsiderTable::of);
            return 0;
        }
    }
}
