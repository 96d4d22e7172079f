package io.quanttradingos.app;

import io.quanttradingos.pipeline.Door;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtos journal}: what closed trades say of the trading. */
@Command(
        name = "journal",
        description = "Reviews closed trades: numbers, their uncertainty, and what they say.",
        mixinStandardHelpOptions = true)
final class JournalCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Closed trades: date, symbol, side, qty, entry, exit. CSV.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    Path trades;

    @Option(names = "--account-size", paramLabel = "AMOUNT", description = "The capital before the first trade.")
    @Nullable Double accountSize;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "The seed of the bootstrap.")
    @Nullable Integer seed;

    @Option(names = "--no-model", description = "Asks no language model, even where a key is set.")
    boolean noModel;

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = common.assembly()) {
            Doors.ofCommands(assembly);
            Object question = assembly.briefingRequests()
                    .journal(
                            assembly.commandFields()
                                    .file("FILE", "trades_path", "trades_file", trades)
                                    .put("account_size", accountSize)
                                    .put("seed", seed)
                                    .put("explain", !noModel)
                                    .request(),
                            Door.COMMAND);
            byte[] answer = assembly.routes().producer().requestBody("direct:trade-journal", question, byte[].class);
            output.print(spec, answer, JournalTable::of);
            return 0;
        }
    }
}
