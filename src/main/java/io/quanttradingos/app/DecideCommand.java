package io.quanttradingos.app;

import io.quanttradingos.inputs.DataFolder;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.pipeline.GuardianWish;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtos decide}: one decision, printed. */
@Command(
        name = "decide",
        description = "Makes and records one decision and prints it.",
        mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(names = "--prices", paramLabel = "FILE", description = "Closing prices, CSV.")
    @Nullable Path prices;

    @Option(names = "--holdings", paramLabel = "FILE", description = "Holdings, CSV.")
    @Nullable Path holdings;

    @Option(names = "--trades", paramLabel = "FILE", description = "Trades to judge against the plan, CSV.")
    @Nullable Path trades;

    @Option(names = "--plan", paramLabel = "FILE", description = "The plan, JSON.")
    @Nullable Path plan;

    @Option(names = "--peak-equity", paramLabel = "VALUE", description = "Highest value the account ever had.")
    @Nullable Double peakEquity;

    @Option(names = "--execution-score", paramLabel = "SCORE", description = "Discipline score, 0 to 1.")
    @Nullable Double executionScore;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The last date that may be looked at.")
    @Nullable LocalDate asOf;

    @Option(names = "--guardian", description = "Lets the guardian shrink or stop what was decided.")
    boolean guardian;

    @Option(names = "--guardian-price", paramLabel = "PRICE", description = "Price of the instrument to trade.")
    @Nullable Double guardianPrice;

    @Option(names = "--guardian-atr", paramLabel = "ATR", description = "Its average true range.")
    @Nullable Double guardianAtr;

    @Option(names = "--portfolio-id", paramLabel = "NAME", description = "Whose recorded peak counts.")
    @Nullable String portfolioId;

    @Option(names = "--date-format", paramLabel = "mdy|dmy", description = "How ambiguous dates read.")
    @Nullable String dateFormat;

    @Option(names = "--conventions", paramLabel = "standard|seed", description = "Whose definitions to follow.")
    String conventions = "standard";

    @Option(names = "--json", description = "Prints exactly what the HTTP door answers.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = new Assembly(common.settings(Map.of()))) {
            Doors.ofCommands(assembly);
            byte[] answer =
                    assembly.routes().producer().requestBody("direct:decision", request(assembly.data()), byte[].class);
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? new String(answer, StandardCharsets.UTF_8) : DecisionTable.of(answer));
            return 0;
        }
    }

    private DecisionRequest request(DataFolder data) throws IOException {
        Source holdingsSource = InputFile.source("--holdings", holdings, data);
        String id = portfolioId;
        if (id == null && holdingsSource instanceof Source.Given given) {
            id = "command:" + given.name();
        }
        return new DecisionRequest(
                InputFile.source("--prices", prices, data),
                holdingsSource,
                asOf,
                peakEquity,
                executionScore,
                InputFile.source("--trades", trades, data),
                InputFile.source("--plan", plan, data),
                guardian ? new GuardianWish(guardianPrice, guardianAtr, "swing", 0) : null,
                id,
                dateFormat,
                Conventions.of(conventions),
                Door.COMMAND,
                null,
                List.of());
    }
}
