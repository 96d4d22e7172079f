package io.quanttradingos.app;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of every command about a company. */
final class CompanyOptions {
    @Parameters(paramLabel = "TICKER", description = "The company.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    String symbol;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The last day that may be looked at.")
    @Nullable LocalDate asOf;

    @Option(names = "--no-model", description = "Asks no language model, even where a key is set.")
    boolean noModel;

    /** As the fields of a request. */
    CommandFields fields(Assembly assembly) {
        return assembly.commandFields().put("symbol", symbol).put("as_of", asOf).put("explain", !noModel);
    }
}
