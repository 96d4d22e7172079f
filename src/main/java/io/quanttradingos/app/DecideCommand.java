package io.quanttradingos.app;

import io.quanttradingos.api.Json;
import io.quanttradingos.api.Requests;
import io.quanttradingos.api.report.RegimeHistory;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Door;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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

    @Mixin
    OutputOptions output = new OutputOptions();

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

    @Option(names = "--guardian-trade-type", paramLabel = "TYPE", description = "scalp, swing or earnings.")
    @Nullable String guardianTradeType;

    @Option(names = "--guardian-recent-losses", paramLabel = "COUNT", description = "Losing trades in a row.")
    @Nullable Integer guardianRecentLosses;

    @Option(names = "--portfolio-id", paramLabel = "NAME", description = "Whose recorded peak counts.")
    @Nullable String portfolioId;

    @Option(names = "--date-format", paramLabel = "mdy|dmy", description = "How ambiguous dates read.")
    @Nullable String dateFormat;

    @Option(names = "--conventions", paramLabel = "standard|seed", description = "Whose definitions to follow.")
    @Nullable String conventions;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the decision as a page, one HTML file.")
    @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = common.assembly()) {
            Doors.ofCommands(assembly);
            byte[] answer =
                    assembly.routes().producer().requestBody("direct:decision", request(assembly), byte[].class);
            String runId = Json.mapper().readTree(answer).path("run_id").asText();
            output.show(
                    spec,
                    answer,
                    (json, terminal) -> DecisionTable.of(json, terminal, past(assembly, terminal, runId)));
            if (report != null) {
                HtmlFile.write(
                        spec,
                        "--report",
                        report,
                        "report",
                        assembly.runReports().of(runId).html());
            }
            return 0;
        }
    }

    /** Only a person looks at pictures. */
    static @Nullable RegimeHistory past(Assembly assembly, Terminal terminal, String runId) {
        return terminal.rich() ? assembly.runReports().history(runId) : null;
    }

    private DecisionRequest request(Assembly assembly) throws IOException {
        DecisionRequest request = Requests.decision(
                assembly.commandFields()
                        .file("--prices", "prices_path", "prices_file", prices)
                        .file("--holdings", "holdings_path", "holdings_file", holdings)
                        .file("--trades", "execution_trades_path", "trades_file", trades)
                        .file("--plan", "execution_plan_path", "plan_file", plan)
                        .put("peak_equity", peakEquity)
                        .put("execution_score", executionScore)
                        .put("as_of", asOf)
                        .put("include_guardian", guardian)
                        .put("guardian_price", guardianPrice)
                        .put("guardian_atr", guardianAtr)
                        .put("guardian_trade_type", guardianTradeType)
                        .put("guardian_recent_losses", guardianRecentLosses)
                        .put("portfolio_id", portfolioId)
                        .put("date_format", dateFormat)
                        .put("conventions", conventions)
                        .request(),
                Door.COMMAND);
        boolean unnamed = request.portfolioId() == null;
        return unnamed && request.holdings() instanceof Source.Given given
                ? request.withPortfolioId("command:" + given.name())
                : request;
    }
}
