package io.quanttradingos.app;

import io.quanttradingos.api.BacktestAnswers;
import io.quanttradingos.api.BacktestRequests;
import io.quanttradingos.pipeline.Door;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtos backtest}: how a strategy would have done, and how far that may be trusted. */
@Command(
        name = "backtest",
        description = "Runs a strategy over past bars and says how far the result may be trusted.",
        mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(names = "--csv", paramLabel = "FILE", description = "Bars: date, open, high, low, close, volume. CSV.")
    @Nullable Path csv;

    @Option(names = "--symbol", paramLabel = "TICKER", description = "The instrument.")
    @Nullable String symbol;

    @Option(names = "--data-source", paramLabel = "NAME", description = "csv, data_service or yahoo.")
    @Nullable String dataSource;

    @Option(names = "--period", paramLabel = "PERIOD", description = "How far back a service is asked, such as 1y.")
    @Nullable String period;

    @Option(names = "--strategy", paramLabel = "NAME", description = "The strategy; --list shows them.")
    @Nullable String strategy;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the strategy; may be given several times.")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--cash", paramLabel = "AMOUNT", description = "The cash to begin with.")
    @Nullable Double cash;

    @Option(names = "--quantity", paramLabel = "SHARES", description = "Shares of each entry.")
    @Nullable Double quantity;

    @Option(names = "--sizing", paramLabel = "KIND", description = "fixed, percent_equity, risk_percent or vol_target.")
    @Nullable String sizing;

    @Option(names = "--fill-model", paramLabel = "MODEL", description = "next_open, next_close or same_close.")
    @Nullable String fillModel;

    @Option(names = "--commission-rate", paramLabel = "RATE", description = "Commission, a fraction of the value.")
    @Nullable Double commissionRate;

    @Option(names = "--start", paramLabel = "DATE", description = "The first date that is used.")
    @Nullable LocalDate start;

    @Option(names = "--end", paramLabel = "DATE", description = "The last date that is used.")
    @Nullable LocalDate end;

    @Option(
            names = "--gate",
            paramLabel = "AGENTS",
            description = "Agents with a say, such as regime=Risk-On,guardian=true.")
    @Nullable String gate;

    @Option(names = "--prices", paramLabel = "FILE", description = "Closes for the gate's regime, CSV.")
    @Nullable Path prices;

    @Option(names = "--sweep", paramLabel = "GRID", description = "Parameters to try, such as fast=5:20:5,slow=50;100.")
    @Nullable String sweep;

    @Option(
            names = "--walk-forward",
            paramLabel = "IN:OUT",
            description = "Bars to choose on and to trade on, such as 504:126 or 504:126:anchored.")
    @Nullable String walkForward;

    @Option(names = "--conventions", paramLabel = "standard|seed", description = "Whose definitions to follow.")
    @Nullable String conventions;

    @Option(names = "--caller", paramLabel = "NAME", description = "Whose trials these are.")
    @Nullable String caller;

    @Option(
            names = "--field",
            paramLabel = "NAME=VALUE",
            description = "Any other field of the HTTP request, such as stop_loss=0.05.")
    Map<String, String> fields = new LinkedHashMap<>();

    @Option(names = "--report", paramLabel = "FILE", description = "Writes a tear sheet, one HTML file.")
    @Nullable Path report;

    @Option(names = "--list", description = "Lists the strategies and their parameters.")
    boolean list;

    @Option(
            names = "--check-look-ahead",
            description = "Looks for decisions of the strategy that knew what came after them, in place of the report.")
    boolean checkLookAhead;

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = common.assembly()) {
            Doors.ofCommands(assembly);
            if (list) {
                byte[] strategies = assembly.routes().producer().requestBody("direct:strategies", "", byte[].class);
                output.print(spec, strategies, StrategyTable::of);
                return 0;
            }
            BacktestRequests.Asked asked =
                    assembly.backtestRequests().read(fields(assembly).request(), Door.COMMAND, null);
            if (checkLookAhead) {
                return lookAhead(assembly, asked);
            }
            BacktestAnswers.Recorded recorded = run(assembly, asked);
            output.print(spec, assembly.backtestAnswers().json(recorded), BacktestTable::of);
            if (report != null) {
                HtmlFile.write(
                        spec,
                        "--report",
                        report,
                        "tear sheet",
                        assembly.backtestAnswers().html(recorded));
            }
            return 0;
        }
    }

    private int lookAhead(Assembly assembly, BacktestRequests.Asked asked) {
        Optional<String> difference = assembly.backtests().lookAhead(asked.question());
        spec.commandLine()
                .getOut()
                .println(difference
                        .map(found -> "a decision knew what came after it: " + found)
                        .orElse("no decision changes with the bars that come after it"));
        return difference.isPresent() ? Qtos.BAD_INPUT : 0;
    }

    private BacktestAnswers.Recorded run(Assembly assembly, BacktestRequests.Asked asked) {
        try (ProgressLine progress =
                new ProgressLine(spec.commandLine().getErr(), CommandLine.Help.Ansi.AUTO.enabled())) {
            assembly.backtests().tell(progress);
            return assembly.routes()
                    .producer()
                    .requestBody("direct:backtest", asked.question(), BacktestAnswers.Recorded.class);
        }
    }

    private CommandFields fields(Assembly assembly) throws IOException {
        CommandFields given = assembly.commandFields()
                .file("--csv", "csv_path", "csv_file", csv)
                .file("--prices", "prices_path", "prices_file", prices)
                .put("symbol", symbol)
                .put("data_source", dataSource)
                .put("period", period)
                .put("strategy_type", strategy)
                .put("parameters", parameters.isEmpty() ? null : pairs(parameters))
                .put("initial_cash", cash)
                .put("quantity", quantity)
                .put("sizing", sizing)
                .put("fill_model", fillModel)
                .put("commission_rate", commissionRate)
                .put("start", start)
                .put("end", end)
                .put("gate", gate)
                .put("sweep", sweep)
                .put("walk_forward", walkForward)
                .put("conventions", conventions)
                .put("report", report == null ? null : "html")
                .put("caller", caller == null ? "command" : caller);
        fields.forEach(given::put);
        return given;
    }

    private static String pairs(Map<String, String> values) {
        StringJoiner pairs = new StringJoiner(",");
        values.forEach((name, value) -> pairs.add(name + "=" + value));
        return pairs.toString();
    }
}
